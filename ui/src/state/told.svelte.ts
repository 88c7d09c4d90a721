import { ask, failureOf } from '@/api/ask';
import type {
  CategoriesView,
  Failure,
  LetterRow,
  NoticeCheckSave,
  PartyView,
  QuestionFrom,
  QuestionRow,
  StatementRow,
  ToldView,
} from '@/generated/contract';
import { w } from '@/words';
import { claim } from './claim.svelte';
import { toasts } from './toasts.svelte';
import { takeBack } from './undo.svelte';

/** A part of the room. */
export type ToldTab = 'notices' | 'statements' | 'questions' | 'kinds';

/** Which record is open in front of the room; `null` for a new one. */
export type Opened = { kind: 'question' | 'assertion'; id: string | null; category?: string };

/** What each notice says, what was not asked yet, and what was said of each kind of data. */
class Told {
  tab = $state<ToldTab>('notices');
  /** Which side of the statements is in sight. */
  side = $state<'list' | 'pairs'>('list');
  incident = $state<string | null>(null);
  view = $state.raw<ToldView | null>(null);
  questions = $state.raw<QuestionRow[]>([]);
  kinds = $state.raw<CategoriesView | null>(null);
  opened = $state.raw<Opened | null>(null);
  asking = $state(false);
  failure = $state.raw<Failure | null>(null);

  async load(): Promise<void> {
    const id = claim.id;
    if (!id) return;
    const asked = { claim: id, incident: this.incident };
    try {
      const [view, questions, kinds] = await Promise.all([
        ask('told', asked),
        ask('question_list', { claim: id }),
        ask('categories', asked),
      ]);
      if (claim.id !== id || this.incident !== asked.incident) return;
      [this.view, this.questions, this.kinds, this.failure] = [view, questions, kinds, null];
    } catch (reason) {
      this.failure = failureOf(reason);
    }
  }

  /** Begins in another claim with nothing of the one before. */
  clear(): void {
    this.incident = null;
    this.opened = null;
    this.asking = false;
    [this.view, this.questions, this.kinds, this.failure] = [null, [], null, null];
  }

  /** Goes to the pairs of statements that do not seem to fit. */
  showPairs(): void {
    [this.tab, this.side] = ['statements', 'pairs'];
  }

  /** Reads again what a change may have touched. */
  async refresh(): Promise<void> {
    await Promise.all([this.load(), claim.refresh()]);
  }

  /** Keeps what a notice says of an item; Undo brings back what was there. */
  async settle(check: NoticeCheckSave, item: string): Promise<void> {
    await ask('notice_check_save', check);
    await this.refresh();
    toasts.say(w.told.settled(item), takeBack);
  }

  /** Makes a gap into a question, at once; Undo puts it away. A gap that has one already opens it. */
  async question(gap: Partial<QuestionFrom>): Promise<void> {
    const from = { notice: null, item: '', category: '', statement: null, ...gap };
    const known = new Set(this.questions.map((one) => one.id));
    const made = await ask('question_from', { claim: claim.id ?? '', ...from });
    await this.refresh();
    toasts.say(w.told.asked(made.head.reference), known.has(made.head.id) ? undefined : takeBack);
  }

  /** Goes to the part where a record of this room is shown, and opens it. What is neither a question nor an assertion is left to others. */
  show(id: string): boolean {
    const isQuestion = this.questions.some((one) => one.id === id);
    const isAssertion = this.kinds?.rows.some((row) => row.assertions.some((one) => one.id === id)) ?? false;
    if (isQuestion) [this.tab, this.opened] = ['questions', { kind: 'question', id }];
    else if (isAssertion) [this.tab, this.opened] = ['kinds', { kind: 'assertion', id }];
    return isQuestion || isAssertion;
  }
}

export const told = new Told();

/** The letters that the person sent, newest first. */
export async function lettersSent(): Promise<LetterRow[]> {
  const rows = await ask('letter_list', { claim: claim.id ?? '' });
  return rows.filter((row) => row.direction === 'sent').reverse();
}

/** The statements on record, to rest an answer on. */
export async function statementsSaid(): Promise<StatementRow[]> {
  return ask('statement_list', { claim: claim.id ?? '' }).catch(() => []);
}

/** Everybody on record whom a question may be for. */
export async function partiesKnown(): Promise<PartyView[]> {
  return ask('party_list', { claim: claim.id ?? '' });
}
