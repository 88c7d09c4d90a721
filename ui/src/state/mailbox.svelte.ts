import { ask, failureOf } from '@/api/ask';
import { onProgress } from '@/api/events';
import type {
  Failure,
  Filing,
  MailboxFilter,
  MailboxFound,
  MailboxSurvey,
  MailboxTaken,
  Progress,
} from '@/generated/contract';
import { claim } from './claim.svelte';
import { dayOf } from './dates';
import { reading } from './reading.svelte';
import { refreshAll } from './shelf.svelte';

const blank = () => ({ from: '', to: '', words: '', since: '', until: '' });

/** Mailboxes that were found among the files: one after another is looked through, and taken in by a filter. */
class MailboxState {
  /** Those that wait; the first is the one in the dialog. */
  queue = $state.raw<MailboxFound[]>([]);
  /** What is typed; the days are in a person's own words. */
  filter = $state(blank());
  keepWhole = $state(false);
  /** Where the mails go: null leaves them in the inbox. */
  filing = $state<Filing | null>(null);
  survey = $state.raw<MailboxSurvey | null>(null);
  taken = $state.raw<MailboxTaken | null>(null);
  busy = $state<'looking' | 'taking' | null>(null);
  progress = $state.raw<Progress | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Days that were not understood. */
  wrong = $state.raw<{ since: boolean; until: boolean }>({ since: false, until: false });
  #surveyed = $state('');
  #queued = 0;

  readonly current = $derived(this.queue[0] ?? null);
  /** How many there were, and which this is. */
  readonly place = $derived({ at: this.#queued - this.queue.length + 1, of: this.#queued });
  /** The numbers in sight belong to the filter in the boxes. */
  readonly fresh = $derived(this.survey !== null && JSON.stringify(this.filter) === this.#surveyed);

  /** Puts newly found mailboxes at the end and begins with the first. */
  found(mailboxes: readonly MailboxFound[]): void {
    if (mailboxes.length === 0) return;
    const idle = this.queue.length === 0;
    this.#queued = (idle ? 0 : this.#queued) + mailboxes.length;
    this.queue = [...this.queue, ...mailboxes];
    if (idle) this.#begin();
  }

  /** Counts what the filter lets through. Stopping it changes nothing. */
  async look(): Promise<void> {
    const filter = await this.#understood();
    if (!filter || !this.current) return;
    const asked = JSON.stringify(this.filter);
    const { mailbox } = this.current;
    await this.#run('looking', async () => {
      const survey = await ask('mailbox_survey', { mailbox, filter });
      if (this.current?.mailbox !== mailbox) return;
      this.survey = survey;
      this.#surveyed = asked;
    });
  }

  /** Takes in what the filter lets through. */
  async take(): Promise<void> {
    const filter = await this.#understood();
    if (!filter || !this.current || !claim.id) return;
    const { mailbox } = this.current;
    const order = { claim: claim.id, mailbox, filter, keep_whole: this.keepWhole, filing: this.filing };
    await this.#run('taking', async () => {
      this.taken = await ask('mailbox_take', order);
    });
    await refreshAll();
    void reading.look();
  }

  cancel(): void {
    void ask('task_cancel', { task: 'mailbox' });
  }

  /** Goes on to the next mailbox, or ends. */
  next(): void {
    if (this.busy) this.cancel();
    this.queue = this.queue.slice(1);
    if (this.current) this.#begin();
  }

  #begin(): void {
    this.filter = blank();
    this.keepWhole = false;
    this.filing = null;
    this.survey = null;
    this.taken = null;
    this.failure = null;
    this.wrong = { since: false, until: false };
    void this.look();
  }

  /** The filter as it is asked for, or null where a day was not understood. */
  async #understood(): Promise<MailboxFilter | null> {
    const { from, to, words } = this.filter;
    const [since, until] = await Promise.all([
      dayOf(this.filter.since, 'earliest'),
      dayOf(this.filter.until, 'latest'),
    ]);
    this.wrong = { since: since === undefined, until: until === undefined };
    if (since === undefined || until === undefined) return null;
    return { from, to, words, since, until };
  }

  async #run(what: 'looking' | 'taking', work: () => Promise<void>): Promise<void> {
    this.busy = what;
    this.failure = null;
    this.progress = null;
    const stop = await onProgress((progress) => {
      if (progress.task === 'mailbox') this.progress = progress;
    });
    try {
      await work();
    } catch (reason) {
      const failure = failureOf(reason);
      if (failure.code !== 'cancelled') this.failure = failure;
    } finally {
      stop();
      this.busy = null;
      this.progress = null;
    }
  }
}

export const mailbox = new MailboxState();
