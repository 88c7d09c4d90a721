import { ask, failureOf } from '@/api/ask';
import type { StatementForm } from '@/generated/contract';
import { claim } from './claim.svelte';
import { toasts } from './toasts.svelte';

/** Words that are selected in a document, and where they stand. */
export interface Selected {
  /** The open record. */
  record: string;
  /** None means the words that were typed in. */
  file: string | null;
  page: number | null;
  words: string;
  /** Where on the screen the selection ends, in pixels. */
  at: { left: number; top: number; bottom: number };
}

/** Quoting: what is selected, and the statement that is being made of it. */
class Quoting {
  selected = $state.raw<Selected | null>(null);
  /** The record whose documents are in sight. */
  here = $state<string | null>(null);
  /** The record that is quoted from, and what its form begins with. */
  record = $state<string | null>(null);
  start = $state.raw<StatementForm | null>(null);
  /** Counts the forms, so that each is built anew. */
  turn = $state(0);
  #closed: [string | null, StatementForm | null] = [null, null];

  /** Makes a statement of the selected words; without any, one for the open record with no words yet. */
  async quote(): Promise<void> {
    const { selected, here } = this;
    if (selected) await this.begin(selected.record, selected.file, selected.page, selected.words);
    else if (here) await this.begin(here, null, null, '');
  }

  /** Opens the form of a new statement beside the document. */
  async begin(record: string, file: string | null, page: number | null, words: string): Promise<void> {
    if (!claim.id) return;
    try {
      const form = await ask('statement_from', { claim: claim.id, record, file, page, words });
      this.record = record;
      this.start = form;
      this.turn += 1;
      this.selected = null;
    } catch (reason) {
      toasts.say(failureOf(reason).message);
    }
  }

  /** Opens the form again that was closed last. */
  again(): void {
    [this.record, this.start] = this.#closed;
    this.turn += 1;
  }

  /** Closes the form. */
  end(): void {
    this.#closed = [this.record, this.start];
    this.record = null;
    this.start = null;
  }
}

export const quoting = new Quoting();
