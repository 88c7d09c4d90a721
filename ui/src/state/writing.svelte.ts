import { ask, failureOf } from '@/api/ask';
import type {
  Failure,
  LetterBegun,
  LetterOutDone,
  LetterOutForm,
  LetterOutQuestion,
  LetterOutView,
  LettersOutView,
} from '@/generated/contract';
import { w } from '@/words';
import { claim } from './claim.svelte';
import { dropDraft, flushDrafts, foundDraft, keepDraft } from './drafts';
import { go } from './go.svelte';
import { refreshAll } from './shelf.svelte';
import { toasts } from './toasts.svelte';

/** What letter is wanted; what is left out is the usual. */
export type Wanted = Pick<LetterOutQuestion, 'kind'> & Partial<Omit<LetterOutQuestion, 'claim'>>;

/** The letter that is open: the name its words are kept under, what was written from the record, and the words as they are now. */
export interface OpenLetter {
  key: string;
  view: LetterOutView;
  form: LetterOutForm;
  /** The words as they were when it was opened. */
  start: string;
  /** The words are those that were kept before. */
  restored: boolean;
}

const emptyForm = (kind: LetterOutForm['kind']): LetterOutForm => ({
  kind,
  party: null,
  letter: null,
  from: '',
  to: '',
  email: '',
  subject: '',
  text: '',
  questions: [],
});

/** Letters of the person's own: those begun, the one that is open, and what becomes of it. */
class Writing {
  /** The question which letter is open; with what it begins. */
  choosing = $state.raw<Partial<Wanted> | null>(null);
  shelf = $state.raw<LettersOutView | null>(null);
  open = $state<OpenLetter | null>(null);
  failure = $state.raw<Failure | null>(null);

  /** Asks which letter to write. */
  choose(start: Partial<Wanted> = {}): void {
    this.choosing = start;
    void this.load();
  }

  async load(): Promise<void> {
    const id = claim.id;
    if (!id) return;
    try {
      const shelf = await ask('letters_out', { claim: id });
      if (claim.id === id) this.shelf = shelf;
    } catch (reason) {
      this.failure = failureOf(reason);
    }
  }

  /** Writes a letter from the record and opens it; a refusal is answered. */
  async begin(wanted: Wanted): Promise<Failure | null> {
    try {
      const view = await this.#write(wanted);
      const { key_prefix: prefix } = await ask('letters_out', { claim: claim.id ?? '' });
      this.#show(prefix + crypto.randomUUID(), view, view.form, false);
      return null;
    } catch (reason) {
      return (this.failure = failureOf(reason));
    }
  }

  /** Opens a letter that was begun, in the words it had. */
  async goOn(begun: Pick<LetterBegun, 'key' | 'kind'>): Promise<void> {
    const form = await foundDraft(begun.key, emptyForm(begun.kind));
    if (!form) return this.load();
    const { kind, letter, party, questions } = form;
    // What the letter rests on may have been put away since; its own words stay all the same.
    const bare: LetterOutView = { form, law: '', remarks: [], tell: [], used: [] };
    const view = await this.#write({ kind, letter, party, questions }).catch(() => bare);
    this.#show(begun.key, view, form, true);
  }

  /** Throws the open letter away; Undo brings it back. */
  async discard(form: LetterOutForm): Promise<void> {
    const open = this.open;
    if (!open) return;
    await dropDraft(open.key);
    this.#leave();
    toasts.say(w.drafts.discarded, async () => {
      keepDraft(open.key, form);
      await flushDrafts();
      await this.goOn({ key: open.key, kind: form.kind });
    });
  }

  /** Leaves the open letter; its words are kept. */
  async leave(): Promise<void> {
    await flushDrafts();
    this.#leave();
  }

  /** What follows once the letter is on record; Undo takes all of it back. */
  async wasSent(done: LetterOutDone, form: LetterOutForm): Promise<void> {
    const draft = this.open?.key ?? null;
    // Words that still wait to be kept would come back after the letter is on record.
    if (draft) await dropDraft(draft);
    this.open = null;
    await refreshAll();
    await this.load();
    go.record(done.letter);
    const said = done.request
      ? w.drafts.onRecordWith(done.letter.reference, done.request.reference)
      : w.drafts.onRecord(done.letter.reference);
    toasts.say(said, async () => {
      await ask('letter_out_unsent', { done, draft, form });
      go.chosen.letters = undefined;
      await refreshAll();
      await this.load();
      if (draft) await this.goOn({ key: draft, kind: form.kind });
    });
  }

  /** Begins in another claim with nothing of the one before. */
  clear(): void {
    [this.choosing, this.shelf, this.open, this.failure] = [null, null, null, null];
  }

  #write({ kind, letter = null, party = null, questions = null }: Wanted): Promise<LetterOutView> {
    return ask('letter_out_begin', { claim: claim.id ?? '', kind, letter, party, questions });
  }

  #show(key: string, view: LetterOutView, form: LetterOutForm, restored: boolean): void {
    this.choosing = null;
    this.failure = null;
    this.open = { key, view, form: structuredClone(form), start: JSON.stringify(form), restored };
    go.to('draft');
  }

  #leave(): void {
    this.open = null;
    go.to('letters');
    void this.load();
  }
}

export const writing = new Writing();

/** The boxes that are still to be filled: what stands between square brackets on one line. */
export function boxesIn(text: string): string[] {
  return [...text.matchAll(/\[([^[\]\n]*[^\s[\]][^[\]\n]*)\]/g)].map((found) => (found[1] ?? '').trim());
}

/** Puts a line into the letter, before its last paragraph, or takes it out again. */
export function withLine(text: string, line: string, there: boolean): string {
  const paragraphs = text.split(/\n{2,}/);
  const without = paragraphs.filter((one) => one.trim() !== line);
  if (there) without.splice(Math.max(without.length - 1, 0), 0, line);
  return without.join('\n\n');
}

/** Copies words; where the page may not, the box they stand in is asked to. */
export async function copyWords(text: string, box: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    box?.select();
    return document.execCommand('copy');
  }
}
