import { ask, failureOf } from '@/api/ask';
import type { BinRow, ChangeView, Failure, HistoryCheck, RecordLink } from '@/generated/contract';

/** The sorts of change that the history can be sieved by. */
export const sorts = ['added', 'changed', 'linked', 'away', 'bin', 'bundle', 'other'] as const;

/** A sort of change. */
export type Sort = (typeof sorts)[number];

/** A change as a row of a list. */
export interface Row extends ChangeView {
  id: string;
}

/** The history of the whole vault, read part by part, and the bin. */
class Changes {
  page = $state<'changes' | 'bin'>('changes');
  rows = $state.raw<Row[]>([]);
  chosen = $state<string | null>(null);
  loaded = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** Only those of this record. */
  record = $state.raw<RecordLink | null>(null);
  sort = $state<Sort | ''>('');
  words = $state('');
  bin = $state.raw<BinRow[]>([]);
  /** Whether the history holds together; none before it was followed. */
  check = $state.raw<HistoryCheck | null>(null);
  #next: number | null = null;
  #turn = 0;
  #reading = false;

  /** Reads the newest part. */
  async load(): Promise<void> {
    const turn = ++this.#turn;
    await this.#read(turn, null);
    if (turn !== this.#turn) return;
    if (!this.rows.some((row) => row.id === this.chosen)) this.chosen = this.rows[0]?.id ?? null;
  }

  /** Reads the next part, where there is one. */
  async more(): Promise<void> {
    if (this.#next === null || this.#reading) return;
    await this.#read(this.#turn, this.#next);
  }

  async #read(turn: number, before: number | null): Promise<void> {
    this.#reading = true;
    try {
      const question = { record: this.record?.id ?? null, sort: this.sort || null, words: this.words };
      const part = await ask('history_page', { before, ...question });
      if (turn !== this.#turn) return;
      const rows = part.changes.map((change) => ({ ...change, id: String(change.seq) }));
      this.rows = before === null ? rows : [...this.rows, ...rows];
      this.#next = part.next;
      this.loaded = true;
      this.failure = null;
    } catch (reason) {
      if (turn === this.#turn) this.failure = failureOf(reason);
    } finally {
      if (turn === this.#turn) this.#reading = false;
    }
  }

  async loadBin(): Promise<void> {
    try {
      this.bin = await ask('bin_list', {});
      this.failure = null;
    } catch (reason) {
      this.failure = failureOf(reason);
    }
  }

  /** Follows the whole chain. It takes a moment where there is much, so nobody waits for it. */
  async follow(): Promise<void> {
    this.check = await ask('history_check', {});
  }

  /** Shows one record's changes, or those of all. */
  only(record: RecordLink | null): void {
    this.record = record;
    this.page = 'changes';
    this.words = '';
    this.sort = '';
    this.chosen = null;
  }

  /** Forgets everything, at a lock. */
  clear(): void {
    this.#turn += 1;
    this.rows = [];
    this.bin = [];
    this.check = null;
    this.loaded = false;
    this.failure = null;
    this.only(null);
  }
}

export const changes = new Changes();
