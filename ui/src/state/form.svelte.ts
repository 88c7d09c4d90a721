import { failureOf } from '@/api/ask';
import type { Failure } from '@/generated/contract';
import { w } from '@/words';
import { dropDraft, flushDrafts, foundDraft, keepDraft } from './drafts';
import { toasts } from './toasts.svelte';

type Options<F> = {
  key: string;
  start: F;
  /** Says what is missing, or null. */
  check: (form: F) => string | null;
  save: (form: F) => Promise<void>;
  cancel: () => void;
  /** Opens the same form again, for Undo. */
  again: () => void;
};

/** One form being filled in: its words, its draft, what is wrong with it, and its end. */
export class Form<F extends object> {
  value = $state() as F;
  /** A draft was found and is in the boxes. */
  restored = $state(false);
  problem = $state<string | null>(null);
  failure = $state.raw<Failure | null>(null);
  saving = $state(false);
  ready = $state(false);
  #options: Options<F>;
  #untouched: string;
  #ended = false;

  constructor(options: Options<F>) {
    this.#options = options;
    this.value = structuredClone(options.start);
    this.#untouched = JSON.stringify(options.start);
    void this.#begin();
    $effect(() => {
      const now = JSON.stringify(this.value);
      if (this.ready && !this.#ended && now !== this.#untouched) keepDraft(options.key, JSON.parse(now));
    });
  }

  async #begin(): Promise<void> {
    const draft = await foundDraft(this.#options.key, this.#options.start).catch(() => null);
    // Somebody may have begun to type already: what is on screen wins.
    if (
      draft &&
      JSON.stringify(this.value) === this.#untouched &&
      JSON.stringify(draft) !== this.#untouched
    ) {
      this.value = draft;
      this.restored = true;
    }
    this.ready = true;
  }

  get touched(): boolean {
    return JSON.stringify(this.value) !== this.#untouched;
  }

  /** The sentence for one field, when the refusal was about it. */
  wrong(field: string): string | null {
    return this.failure?.field === field ? this.failure.message : null;
  }

  /** Begins again from what was there before the draft. */
  async afresh(): Promise<void> {
    await dropDraft(this.#options.key);
    this.value = structuredClone(this.#options.start);
    this.restored = false;
  }

  async save(): Promise<void> {
    if (this.saving) return;
    this.problem = this.#options.check(this.value);
    if (this.problem) return;
    this.saving = true;
    this.failure = null;
    try {
      await this.#options.save($state.snapshot(this.value) as F);
      this.#ended = true;
      await dropDraft(this.#options.key).catch(() => undefined);
    } catch (reason) {
      this.failure = failureOf(reason);
    } finally {
      this.saving = false;
    }
  }

  /** Leaves without saving. Words that were typed can be had back. */
  async cancel(): Promise<void> {
    const typed = this.touched ? ($state.snapshot(this.value) as F) : null;
    const { key, again } = this.#options;
    this.#ended = true;
    this.#options.cancel();
    await dropDraft(key).catch(() => undefined);
    if (typed) {
      toasts.say(w.record.notSaved, async () => {
        keepDraft(key, typed);
        await flushDrafts();
        again();
      });
    }
  }
}
