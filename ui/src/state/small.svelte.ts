import { ask, failureOf } from '@/api/ask';
import type { Failure, RecordHead } from '@/generated/contract';
import { w } from '@/words';
import { KeptWords } from './kept.svelte';
import { toasts } from './toasts.svelte';
import { takeBack } from './undo.svelte';

type Options<F> = {
  /** Under which name unsaved words of a new record are kept; those of a kept one are named by it. */
  key: string;
  /** The record that is changed; none for a new one. */
  kept: { head: RecordHead; form: F } | null;
  start: F;
  save: (id: string | null, form: F) => Promise<{ head: RecordHead }>;
  /** Reads again what the change touched. */
  refresh: () => Promise<void>;
  close: () => void;
};

/** A small form in front of a room: its fields, its draft, what was refused, and Undo once it is saved. */
export class SmallForm<F extends object> {
  value = $state() as F;
  failure = $state.raw<Failure | null>(null);
  /** The words that are not saved yet. */
  words: KeptWords<F>;
  #options: Options<F>;

  constructor(options: Options<F>) {
    this.#options = options;
    this.value = structuredClone(options.kept?.form ?? options.start);
    this.words = new KeptWords<F>(
      () => this.value,
      (found) => (this.value = found),
    );
    void this.words.open(options.kept ? `${options.key}:${options.kept.head.id}` : options.key);
  }

  /** Leaves without saving; what was typed stays kept. */
  leave(): void {
    this.words.left();
    this.#options.close();
  }

  wrong(field: string): string | null {
    return this.failure?.field === field ? this.failure.message : null;
  }

  async save(): Promise<void> {
    const { kept, save, refresh, close } = this.#options;
    this.failure = null;
    try {
      const { head } = await save(kept?.head.id ?? null, $state.snapshot(this.value) as F);
      await this.words.saved();
      await refresh();
      close();
      toasts.say(kept ? w.record.saved(head.reference) : w.record.added(head.reference), takeBack);
    } catch (reason) {
      this.failure = failureOf(reason);
    }
  }

  /** Puts the record away; nothing is deleted. */
  async putAway(): Promise<void> {
    const { kept, refresh, close } = this.#options;
    if (!kept) return;
    const { id, reference } = kept.head;
    await ask('record_archive', { id });
    await this.words.saved();
    await refresh();
    close();
    toasts.say(w.record.archived(reference), takeBack);
  }
}
