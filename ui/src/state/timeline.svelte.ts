import { ask, failureOf } from '@/api/ask';
import type {
  Failure,
  RecordKind,
  TimelineExport,
  TimelineQuestion,
  TimelineView,
} from '@/generated/contract';
import { w } from '@/words';
import { claim } from './claim.svelte';
import { toasts } from './toasts.svelte';

/** What may be shown alone; the other kinds have no place in time of their own. */
export const timelineKinds = [
  'notice',
  'correspondence',
  'suspicious-contact',
  'statement',
  'question',
  'event',
  'loss',
  'time-spent',
  'protective-step',
  'diary-entry',
  'request',
  'evidence',
  'incident',
  'party',
] as const satisfies readonly RecordKind[];

/** The timeline that is open, and what it is narrowed to. */
export class TimelineState {
  view = $state.raw<TimelineView | null>(null);
  failure = $state.raw<Failure | null>(null);
  incident = $state('');
  kind = $state('');
  words = $state('');
  #turn = 0;

  question(): TimelineQuestion {
    return {
      claim: claim.id ?? '',
      incident: this.incident || null,
      kinds: this.kind ? [this.kind] : [],
      words: this.words,
    };
  }

  async load(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const view = await ask('timeline', this.question());
      if (turn !== this.#turn) return;
      performance.mark('timeline:data');
      this.view = view;
      this.failure = null;
    } catch (reason) {
      if (turn === this.#turn) this.failure = failureOf(reason);
    }
  }

  /** Saves what is shown as a file, where the person says. */
  async save(format: 'svg' | 'png' | 'csv', picture: 'timeline' | 'ladder'): Promise<void> {
    const order: TimelineExport = { question: this.question(), format, picture };
    try {
      const { path } = await ask('timeline_export', order);
      if (path) toasts.say(w.timeline.saved(path));
    } catch (reason) {
      this.failure = failureOf(reason);
    }
  }
}
