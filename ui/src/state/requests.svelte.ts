import { ask, failureOf } from '@/api/ask';
import type {
  Failure,
  LetterRow,
  PartyView,
  RequestEventForm,
  RequestForm,
  RequestKind,
  RequestEventKind,
  RequestView,
} from '@/generated/contract';
import { w } from '@/words';
import { claim } from './claim.svelte';
import { noDate } from './dates';
import { go } from './go.svelte';
import { toasts } from './toasts.svelte';
import { takeBack } from './undo.svelte';
import { writing } from './writing.svelte';

/** What stands in front of the room: the form of a request, or of something that happened to one. */
export type Front =
  | { what: 'request'; view: RequestView | null; start: RequestForm; title: string }
  | { what: 'event'; view: RequestView; index: number | null; start: RequestEventForm };

export const emptyRequest = (kind: RequestKind = 'access'): RequestForm => ({
  kind,
  sent_to: null,
  sent_by: '',
  address_used: '',
  channel: 'email',
  sent: noDate(),
  letter: null,
  calendar: null,
  their_reference: '',
  complete: 'unknown',
  missing: '',
  next_step: '',
});

/** The requests of the claim with their clocks. */
class RequestsState {
  list = $state.raw<RequestView[]>([]);
  loaded = $state<string | null>(null);
  failure = $state.raw<Failure | null>(null);
  front = $state.raw<Front | null>(null);
  letters = $state.raw<LetterRow[]>([]);
  parties = $state.raw<PartyView[]>([]);

  async load(): Promise<void> {
    const id = claim.id;
    if (!id) return;
    try {
      const list = await ask('request_list', { claim: id });
      if (claim.id !== id) return;
      [this.list, this.loaded, this.failure] = [list, id, null];
    } catch (reason) {
      this.failure = failureOf(reason);
    }
  }

  /** Reads again what a change may have touched. */
  async refresh(): Promise<void> {
    await Promise.all([this.load(), claim.refresh()]);
  }

  /** Forgets what belongs to another claim. */
  clear(): void {
    [this.list, this.loaded, this.failure, this.front] = [[], null, null, null];
  }

  async #open(front: Front): Promise<void> {
    try {
      const of = { claim: claim.id ?? '' };
      [this.letters, this.parties] = await Promise.all([ask('letter_list', of), ask('party_list', of)]);
      this.front = front;
    } catch (reason) {
      this.failure = failureOf(reason);
    }
  }

  add(): Promise<void> {
    return this.#open({ what: 'request', view: null, start: emptyRequest(), title: w.requests.newTitle });
  }

  edit(view: RequestView): Promise<void> {
    const title = w.requests.editTitle(view.head.reference);
    return this.#open({ what: 'request', view, start: view.form, title });
  }

  /** The next step up: a complaint about how this one went, as a letter from the record. Once it is sent it is a request of its own. */
  async escalate(view: RequestView, kind: 'complaint' | 'regulator-complaint'): Promise<void> {
    const party = kind === 'complaint' ? view.form.sent_to : null;
    this.failure = await writing.begin({ kind, party });
  }

  /** Begins a request with a letter that was sent. */
  async fromLetter(letter: string): Promise<void> {
    const start = await ask('request_from', { id: letter });
    go.to('requests');
    await this.#open({ what: 'request', view: null, start, title: w.requests.newTitle });
  }

  happened(view: RequestView, kind: RequestEventKind): Promise<void> {
    return this.#open({
      what: 'event',
      view,
      index: null,
      start: { kind, on: noDate(), letter: null, words: '' },
    });
  }

  change(view: RequestView, index: number): Promise<void> {
    const start = view.events[index]?.form;
    return start ? this.#open({ what: 'event', view, index, start }) : Promise.resolve();
  }

  /** Keeps something that happened; Undo puts back what was there. */
  async note(view: RequestView, index: number | null, form: RequestEventForm | null): Promise<void> {
    const request = view.head.id;
    await ask('request_event_save', { request, index, form });
    await this.refresh();
    const said = form ? w.requests.noted : w.requests.taken;
    toasts.say(said(view.head.reference), takeBack);
  }

  /** Says in which part of the United Kingdom they are. */
  async place(view: RequestView, calendar: RequestForm['calendar']): Promise<void> {
    const of = { claim: claim.id ?? '', id: view.head.id };
    await ask('request_save', { ...of, form: { ...view.form, calendar } });
    await this.refresh();
    toasts.say(w.record.saved(view.head.reference), takeBack);
  }

  /** Saves the near dates as a file for a calendar program, where the person says. */
  async saveDates(): Promise<void> {
    try {
      const { path } = await ask('calendar_export', { claim: claim.id ?? '' });
      if (path) toasts.say(w.requests.datesSaved(path));
    } catch (reason) {
      this.failure = failureOf(reason);
    }
  }
}

export const requests = new RequestsState();
