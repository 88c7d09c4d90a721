import { ask, failureOf } from '@/api/ask';
import type { Failure, SearchAnswer, SearchHit } from '@/generated/contract';
import { claim } from './claim.svelte';
import { go } from './go.svelte';
import { inbox } from './shelf.svelte';

/** How long the words must rest before they are looked for, in milliseconds. */
const PAUSE = 90;

/** Finding by words. Answers to older words are dropped. */
class Search {
  words = $state('');
  /** Look in every claim of the vault. */
  everywhere = $state(false);
  answer = $state.raw<SearchAnswer | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Which of the hits is chosen, from 0. */
  at = $state(0);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The search that waits for the words to rest, and the one that was begun last. */
  #pending: (() => Promise<void>) | null = null;
  #running: Promise<void> = Promise.resolve();

  /** Looks for what is typed, after a short rest. */
  ask(): void {
    clearTimeout(this.#timer);
    this.#pending = null;
    const words = this.words.trim();
    const turn = ++this.#turn;
    if (words === '') {
      this.answer = null;
      this.failure = null;
      return;
    }
    this.#pending = () => this.#look(words, turn);
    this.#timer = setTimeout(() => void this.settle(), PAUSE);
  }

  /** Waits for nothing more: looks at once for what is typed, so that Enter never opens what older words found. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    const look = this.#pending;
    this.#pending = null;
    if (look) this.#running = look();
    await this.#running;
  }

  async #look(words: string, turn: number): Promise<void> {
    try {
      const answer = await ask('search', { words, claim: this.everywhere ? null : claim.id });
      if (turn !== this.#turn) return;
      this.answer = answer;
      this.failure = null;
      this.at = 0;
    } catch (reason) {
      if (turn === this.#turn) this.failure = failureOf(reason);
    }
  }

  move(by: 1 | -1): void {
    const many = this.answer?.hits.length ?? 0;
    if (many > 0) this.at = (this.at + by + many) % many;
  }

  /** Goes to a hit: the record, its document, the page, with the words marked. */
  async open(hit: SearchHit): Promise<void> {
    const words = [...new Set(hit.snippet.filter((part) => part.found).map((part) => part.text.trim()))];
    const { record, file, page } = hit;
    if (record.kind === 'evidence') await inbox.load();
    const waits = inbox.rows.some((row) => row.id === record.id);
    go.record(record, 'look', { spot: { file, page, words: words.filter((word) => word !== '') }, waits });
  }

  /** Forgets the words, when another claim is chosen or the vault is locked. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#pending = null;
    this.#turn += 1;
    this.words = '';
    this.answer = null;
    this.failure = null;
  }
}

export const search = new Search();
