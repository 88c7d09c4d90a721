import type { RecordLink } from '@/generated/contract';
import { type EffectPart, isEffectPart, type Room, roomOf } from './rooms';

/** What the right-hand side of a room does: shows the record, changes it, or takes a new one. */
export type Mode = 'look' | 'change' | 'new';

/** A place in a record: the page of a file, and the words to mark there. */
export interface Spot {
  /** None means the words that were typed in. */
  file: string | null;
  page: number | null;
  words: readonly string[];
}

/** Where the window is. Each room remembers the record that was chosen in it. */
class Go {
  room = $state<Room>('overview');
  mode = $state<Mode>('look');
  /** `undefined` where nothing was chosen yet, `null` where the list was asked for. */
  chosen = $state<Partial<Record<Room, string | null | undefined>>>({});
  /** Counts the new forms, so that each is built anew. */
  turn = $state(0);
  /** What a new form begins with, such as pasted words that were read; used once. */
  prefill = $state.raw<object | null>(null);
  /** The place that the open record is shown at, after a search. */
  spot = $state.raw<Spot | null>(null);

  /** The part of the room of effects that was open last. */
  #part: EffectPart = 'losses';

  #enter(room: Room): void {
    if (isEffectPart(room)) this.#part = room;
    this.room = room === 'effects' ? this.#part : room;
  }

  to(room: Room): void {
    this.#enter(room);
    this.mode = 'look';
    this.spot = null;
    // The diary opens on an empty page.
    if (this.room === 'diary') this.anew('diary');
  }

  /** Goes to a record in its room; what waits lies in the inbox. */
  record(
    link: Pick<RecordLink, 'id' | 'kind'>,
    mode: Mode = 'look',
    { spot = null, waits = false }: { spot?: Spot | null; waits?: boolean } = {},
  ): void {
    const room = waits ? 'inbox' : roomOf[link.kind];
    this.chosen[room] = link.id;
    this.#enter(room);
    this.mode = mode;
    this.spot = spot;
  }

  /** Goes to a new form in a room; pasted words make a form of their own, whatever form is open. */
  anew(room: Room, prefill: object | null = null): void {
    this.turn += 1;
    this.prefill = prefill;
    this.#enter(room);
    this.mode = 'new';
  }

  /** Hands out what the form begins with and forgets it. */
  takePrefill<T extends object>(): T | null {
    const given = this.prefill as T | null;
    this.prefill = null;
    return given;
  }

  choose(id: string | null): void {
    this.chosen[this.room] = id;
    this.mode = 'look';
    this.spot = null;
  }
}

export const go = new Go();
