import { w } from '@/words';
import { dropDraft, flushDrafts, foundDraft, keepDraft } from './drafts';
import { toasts } from './toasts.svelte';

/**
 * The words of a small form or box: kept, encrypted, while they are typed, and given back when it is opened again, whether it was left
 * by Escape, by a lock or by a fault. Made while its component is made; `open` says which words are meant.
 */
export class KeptWords<F extends object> {
  /** A draft was found and is in the boxes. */
  restored = $state(false);
  #key = $state<string | null>(null);
  #ready = $state(false);
  #start = '';
  #now: () => F;
  #fill: (words: F) => void;

  constructor(now: () => F, fill: (words: F) => void) {
    this.#now = now;
    this.#fill = fill;
    $effect(() => {
      const [key, text] = [this.#key, JSON.stringify(now())];
      if (key !== null && this.#ready && text !== this.#start) keepDraft(key, JSON.parse(text));
    });
  }

  /** Begins with what stands in the boxes, and puts back what was kept under this key. */
  async open(key: string): Promise<void> {
    this.#start = JSON.stringify(this.#now());
    [this.#key, this.#ready, this.restored] = [key, false, false];
    const start = JSON.parse(this.#start) as F;
    const found = await foundDraft(key, start).catch(() => null);
    if (this.#key !== key) return;
    // Somebody may have begun to type already: what is on screen wins.
    if (found && !this.touched && JSON.stringify(found) !== this.#start) {
      this.#fill(found);
      this.restored = true;
    }
    this.#ready = true;
  }

  get touched(): boolean {
    return JSON.stringify(this.#now()) !== this.#start;
  }

  /** The words are on record: the draft is no longer needed. */
  async saved(): Promise<void> {
    const key = this.#key;
    this.#key = null;
    if (key !== null) await dropDraft(key).catch(() => undefined);
  }

  /** Left without saving: what was typed stays kept, and that is said. */
  left(): void {
    const typed = this.#key !== null && this.touched;
    this.#key = null;
    if (!typed) return;
    void flushDrafts();
    toasts.say(w.record.draftKept);
  }

  /** Begins again from what was there before the draft. */
  async afresh(): Promise<void> {
    if (this.#key !== null) await dropDraft(this.#key).catch(() => undefined);
    this.#fill(JSON.parse(this.#start) as F);
    this.restored = false;
  }
}
