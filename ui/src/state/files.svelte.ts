import { ask, failureOf } from '@/api/ask';
import { onDrag, onDropped, onProgress } from '@/api/events';
import type { Dropped, Failure, Kept, Progress, RecordHead } from '@/generated/contract';
import { w } from '@/words';
import { claim } from './claim.svelte';
import { go } from './go.svelte';
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
  /** Files that were not kept or are here already, to be told at leisure. */
  news = $state.raw<Kept[]>([]);
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
  choose(to: Target | null = null): Promise<Kept[]> {
    return this.#keep(null, to);
  }

  /** Keeps a picture from the clipboard. */
  async bytes(name: string, base64: string, to: Target | null = null): Promise<void> {
    if (!claim.id) return;
    try {
      const kept = await ask('keep_bytes', { claim: claim.id, name, base64, to: to?.id ?? null });
      await this.#told([kept], to);
    } catch (reason) {
      this.failure = failureOf(reason);
    }
  }

  cancel(): void {
    void ask('task_cancel', { task: 'files' });
  }

  async #dropped(dropped: Dropped): Promise<void> {
    this.held = null;
    const to = this.#over === 'record' ? this.target : null;
    this.#over = 'inbox';
    await this.#keep(dropped.drop, to);
  }

  async #keep(drop: string | null, to: Target | null): Promise<Kept[]> {
    if (!claim.id) return [];
    this.keeping = true;
    this.progress = null;
    this.failure = null;
    try {
      const kept = await ask('files_keep', { claim: claim.id, drop, to: to?.id ?? null, as: null });
      await this.#told(kept, to);
      return kept;
    } catch (reason) {
      const failure = failureOf(reason);
      if (failure.code !== 'cancelled') this.failure = failure;
      await refreshAll();
      return [];
    } finally {
      this.keeping = false;
      this.progress = null;
    }
  }

  /** Says what became of the files and shows where they are. */
  async #told(kept: Kept[], to: Target | null): Promise<void> {
    const safe = kept.filter((one) => one.kept);
    this.news = kept.filter((one) => !one.kept || one.duplicate_of !== null);
    if (to) {
      const room = roomOf[to.kind];
      await refreshAll(room in shelves ? { room: room as keyof typeof shelves, id: to.id } : undefined);
      if (safe.length > 0) toasts.say(w.drop.attached(safe.length, to.reference));
      return;
    }
    const waits = safe.filter((one) => one.duplicate_of === null && one.evidence !== null);
    await refreshAll();
    if (waits.length === 0) return;
    toasts.say(w.drop.kept(waits.length));
    go.chosen.inbox = waits[0]?.evidence ?? null;
    go.to('inbox');
  }
}

export const files = new Files();
