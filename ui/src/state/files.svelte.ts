import { ask, failureOf } from '@/api/ask';
import { onDrag, onDropped, onProgress } from '@/api/events';
import type { Dropped, Failure, Kept, KeptFiles, Progress, RecordHead } from '@/generated/contract';
import { w } from '@/words';
import { claim } from './claim.svelte';
import { go } from './go.svelte';
import { mailbox } from './mailbox.svelte';
import { reading } from './reading.svelte';
import { roomOf } from './rooms';
import { refreshAll, shelves } from './shelf.svelte';
import { toasts } from './toasts.svelte';

type Target = Pick<RecordHead, 'id' | 'kind' | 'reference'>;

/** Files on their way into the vault: held over the window, being kept, and what became of each. */
class Files {
  /** Something is held over the window, and where it would go. */
  held = $state<'inbox' | 'record' | null>(null);
  /** The record that is open and may take files. */
  target = $state.raw<Target | null>(null);
  progress = $state.raw<Progress | null>(null);
  keeping = $state(false);
  /** What became of each file of the last lot. */
  news = $state.raw<Kept[]>([]);
  /** The list of what became of each is in sight. */
  newsOpen = $state(false);
  failure = $state.raw<Failure | null>(null);
  #over: 'inbox' | 'record' = 'inbox';

  /** Begins to listen; the answer stops it. */
  async listen(): Promise<() => void> {
    const stops = await Promise.all([
      onDrag((drag) => {
        if (drag.kind === 'over') {
          this.#over = this.target && drag.x > window.innerWidth / 2 ? 'record' : 'inbox';
          this.held = this.#over;
        } else {
          if (drag.kind === 'leave') this.#over = 'inbox';
          this.held = null;
        }
      }),
      onDropped((dropped) => void this.#dropped(dropped)),
      onProgress((progress) => {
        if (progress.task === 'files') this.progress = progress;
      }),
    ]);
    return () => stops.forEach((stop) => stop());
  }

  /** Opens the file dialog and keeps what is chosen: beside a record, or in the inbox. */
  choose(to: Target | null = null): Promise<void> {
    return this.#keep(null, to);
  }

  /** Keeps what came from the clipboard. */
  async bytes(name: string, base64: string): Promise<boolean> {
    if (!claim.id) return false;
    try {
      const kept = await ask('keep_bytes', { claim: claim.id, name, base64, to: null });
      await this.#told({ kept: [kept], mailboxes: [] }, null);
      return true;
    } catch (reason) {
      this.failure = failureOf(reason);
      return false;
    }
  }

  cancel(): void {
    void ask('task_cancel', { task: 'files' });
  }

  /** Puts the list away; it can be had back from the inbox. */
  closeNews(): void {
    this.newsOpen = false;
    this.failure = null;
  }

  async #dropped(dropped: Dropped): Promise<void> {
    this.held = null;
    const to = this.#over === 'record' ? this.target : null;
    this.#over = 'inbox';
    await this.#keep(dropped.drop, to);
  }

  async #keep(drop: string | null, to: Target | null): Promise<void> {
    if (!claim.id) return;
    this.keeping = true;
    this.progress = null;
    this.failure = null;
    try {
      const given = await ask('files_keep', { claim: claim.id, drop, to: to?.id ?? null, as: null });
      await this.#told(given, to);
    } catch (reason) {
      const failure = failureOf(reason);
      if (failure.code !== 'cancelled') this.failure = failure;
      await refreshAll();
    } finally {
      this.keeping = false;
      this.progress = null;
    }
  }

  /** Says what became of the files and shows where they are. */
  async #told({ kept, mailboxes }: KeptFiles, to: Target | null): Promise<void> {
    mailbox.found(mailboxes);
    if (kept.length === 0) return;
    this.news = kept;
    // What needs a look comes by itself; good news waits until it is asked for.
    this.newsOpen = kept.some((one) => !one.kept || one.duplicate_of !== null);
    void reading.look();
    const safe = kept.filter((one) => one.kept);
    const see = { label: w.drop.seeEach, go: () => (this.newsOpen = true) };
    if (to) {
      const room = roomOf[to.kind];
      await refreshAll(room in shelves ? { room: room as keyof typeof shelves, id: to.id } : undefined);
      if (safe.length > 0) toasts.offer(w.drop.attached(safe.length, to.reference), see);
      return;
    }
    const waits = safe.filter((one) => one.duplicate_of === null && one.evidence !== null);
    await refreshAll();
    if (waits.length === 0) return;
    toasts.offer(w.drop.kept(waits.length), see);
    go.chosen.inbox = waits[0]?.evidence ?? null;
    go.to('inbox');
  }
}

export const files = new Files();
