import { ask, failureOf } from '@/api/ask';
import type {
  ContactRow,
  ContactView,
  DiaryRow,
  DiaryView,
  EventRow,
  EventView,
  EvidenceRow,
  EvidenceView,
  Failure,
  LetterRow,
  LetterView,
  LossRow,
  LossView,
  NoticeRow,
  NoticeView,
  StatementRow,
  StatementView,
  StepRow,
  StepView,
  TimeRow,
  TimeView,
} from '@/generated/contract';
import { claim } from './claim.svelte';

type Source<R, V> = { list: (claim: string) => Promise<R[]>; get: (id: string) => Promise<V> };

/** The list of one room and the one record that is open in it. An answer that comes too late is dropped. */
export class Shelf<R extends { id: string }, V> {
  rows = $state.raw<R[]>([]);
  view = $state.raw<V | null>(null);
  loaded = $state(false);
  failure = $state.raw<Failure | null>(null);
  #source: Source<R, V>;
  #turn = 0;
  #listing = 0;

  constructor(source: Source<R, V>) {
    this.#source = source;
  }

  async load(): Promise<void> {
    const id = claim.id;
    if (!id) return;
    const turn = ++this.#listing;
    try {
      const rows = await this.#source.list(id);
      // A list that was asked for later is newer, whichever answer comes first.
      if (turn !== this.#listing) return;
      this.rows = rows;
      this.loaded = true;
      this.failure = null;
    } catch (reason) {
      if (turn === this.#listing) this.failure = failureOf(reason);
    }
  }

  /** Opens a record, or none. */
  async open(id: string | null): Promise<void> {
    const turn = ++this.#turn;
    if (id === null) {
      this.view = null;
      return;
    }
    try {
      const view = await this.#source.get(id);
      if (turn !== this.#turn) return;
      this.view = view;
      this.failure = null;
    } catch (reason) {
      if (turn !== this.#turn) return;
      this.view = null;
      this.failure = failureOf(reason);
    }
  }

  /** Forgets what it holds, when another claim is chosen. */
  clear(): void {
    this.#turn += 1;
    this.#listing += 1;
    this.rows = [];
    this.view = null;
    this.loaded = false;
    this.failure = null;
  }
}

export const notices = new Shelf<NoticeRow, NoticeView>({
  list: (id) => ask('notice_list', { claim: id }),
  get: (id) => ask('notice_get', { id }),
});
export const letters = new Shelf<LetterRow, LetterView>({
  list: (id) => ask('letter_list', { claim: id }),
  get: (id) => ask('letter_get', { id }),
});
export const evidence = new Shelf<EvidenceRow, EvidenceView>({
  list: (id) => ask('evidence_list', { claim: id }),
  get: (id) => ask('evidence_get', { id }),
});
export const inbox = new Shelf<EvidenceRow, EvidenceView>({
  list: (id) => ask('inbox_list', { claim: id }),
  get: (id) => ask('evidence_get', { id }),
});

export const contacts = new Shelf<ContactRow, ContactView>({
  list: (id) => ask('contact_list', { claim: id }),
  get: (id) => ask('contact_get', { id }),
});

export const events = new Shelf<EventRow, EventView>({
  list: (id) => ask('event_list', { claim: id }),
  get: (id) => ask('event_get', { id }),
});

/** The statements; their room holds questions and kinds of data as well, so they are no shelf of a room. */
export const statements = new Shelf<StatementRow, StatementView>({
  list: (id) => ask('statement_list', { claim: id }),
  get: (id) => ask('statement_get', { id }),
});

export const losses = new Shelf<LossRow, LossView>({
  list: (id) => ask('loss_list', { claim: id }),
  get: (id) => ask('loss_get', { id }),
});

export const time = new Shelf<TimeRow, TimeView>({
  list: (id) => ask('time_list', { claim: id }),
  get: (id) => ask('time_get', { id }),
});

export const steps = new Shelf<StepRow, StepView>({
  list: (id) => ask('step_list', { claim: id }),
  get: (id) => ask('step_get', { id }),
});

export const diary = new Shelf<DiaryRow, DiaryView>({
  list: (id) => ask('diary_list', { claim: id }),
  get: (id) => ask('diary_get', { id }),
});

/** Every shelf, by its room. */
export const shelves = {
  notices,
  letters,
  evidence,
  inbox,
  contacts,
  losses,
  time,
  steps,
  diary,
  timeline: events,
};

/** Reads again what a change may have touched: the lists, the open record, the numbers. */
export async function refreshAll(open?: { room: keyof typeof shelves; id: string | null }): Promise<void> {
  await Promise.all([
    claim.refresh(),
    ...Object.values(shelves)
      .filter((shelf) => shelf.loaded)
      .map((shelf) => shelf.load()),
    statements.loaded ? statements.load() : undefined,
    statements.view ? statements.open(statements.view.head.id) : undefined,
    open ? shelves[open.room].open(open.id) : undefined,
  ]);
}

/** Forgets every list, when another claim is chosen. */
export function clearShelves(): void {
  for (const shelf of [...Object.values(shelves), statements]) shelf.clear();
}
