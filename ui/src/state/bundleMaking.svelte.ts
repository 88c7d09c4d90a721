import { ask, failureOf } from '@/api/ask';
import { onProgress } from '@/api/events';
import type { Audience, BundleMade, Failure, Progress } from '@/generated/contract';
import { secondsLeft } from './bundleOrder';

const of = (claim: string, audience: Audience) => `${claim} ${audience}`;

/** The making of a bundle: how far it is, how long it will take, and what was made. */
class Making {
  #last = $state.raw<{ of: string; made: BundleMade } | null>(null);
  /** Whose bundle the room shows: the claim and the reader. */
  #here = $state('');
  /** What was made of this claim for this reader. */
  readonly made = $derived(this.#last?.of === this.#here ? this.#last.made : null);
  /** Whether what was made is in sight. */
  shown = $state(false);
  underWay = $state(false);
  stopped = $state(false);
  progress = $state.raw<Progress | null>(null);
  /** Seconds that are left for the step under way. */
  left = $state<number | null>(null);
  failure = $state.raw<Failure | null>(null);
  #step = '';
  #since = 0;

  /** Makes it, or only what has come since an earlier one. Folder and earlier bundle are chosen in the system's own dialog; a closed dialog changes nothing. */
  async make(claim: string, audience: Audience, supplement = false): Promise<void> {
    this.underWay = true;
    this.stopped = false;
    this.progress = null;
    this.left = null;
    this.#step = '';
    this.failure = null;
    const stop = await onProgress((progress) => {
      if (progress.task === 'bundle') this.hear(progress, performance.now());
    });
    try {
      this.#last = {
        of: of(claim, audience),
        made: await ask('bundle_make', { claim, audience, date: null, supplement }),
      };
      this.shown = true;
    } catch (reason) {
      const failure = failureOf(reason);
      if (failure.code === 'cancelled') this.stopped = this.progress !== null;
      else this.failure = failure;
    } finally {
      stop();
      this.underWay = false;
      this.progress = null;
      this.left = null;
    }
  }

  /** Takes in how far it is; `now` is in milliseconds of any clock that only goes forward. */
  hear(progress: Progress, now: number): void {
    if (progress.words !== this.#step) [this.#step, this.#since] = [progress.words, now];
    const [done, total] =
      progress.bytes !== null && progress.of_bytes !== null
        ? [progress.bytes, progress.of_bytes]
        : [progress.done, progress.total];
    this.left = secondsLeft(done, total, now - this.#since);
    this.progress = progress;
  }

  cancel(): void {
    void ask('task_cancel', { task: 'bundle' });
  }

  /** Comes into the room of a claim for a reader; what was made of another or for another is not shown there. */
  enter(claim: string, audience: Audience): void {
    const here = of(claim, audience);
    if (this.#here === here) return;
    this.#here = here;
    this.shown = false;
    this.stopped = false;
    this.failure = null;
  }
}

export const making = new Making();
