import { ask, failureOf } from '@/api/ask';
import { onProgress } from '@/api/events';
import type { Audience, BundleMade, Failure, Progress } from '@/generated/contract';
import { secondsLeft } from './bundleOrder';

/** The making of a bundle: how far it is, how long it will take, and what was made. */
class Making {
  made = $state.raw<BundleMade | null>(null);
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

  /** The claim whose bundle was made. */
  #of: string | null = null;

  /** Makes it. The folder is chosen in the system's own dialog; a closed dialog changes nothing. */
  async make(claim: string, audience: Audience): Promise<void> {
    this.underWay = true;
    this.#of = claim;
    this.stopped = false;
    this.progress = null;
    this.left = null;
    this.#step = '';
    this.failure = null;
    const stop = await onProgress((progress) => {
      if (progress.task === 'bundle') this.hear(progress, performance.now());
    });
    try {
      this.made = await ask('bundle_make', { claim, audience, date: null });
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

  /** Comes into the room of a claim; what was made for another is not shown there. */
  enter(claim: string): void {
    if (this.#of === null || this.#of === claim) return;
    this.#of = null;
    this.made = null;
    this.shown = false;
    this.stopped = false;
    this.failure = null;
  }
}

export const making = new Making();
