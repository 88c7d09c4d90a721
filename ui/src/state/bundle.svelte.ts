import { ask, failureOf } from '@/api/ask';
import { onProgress } from '@/api/events';
import type { Audience, BundleMade, BundlePreview, Failure, Progress } from '@/generated/contract';
import { claim } from './claim.svelte';

/** The bundle: for whom, what would go, and what was made of it. */
class BundleState {
  audience = $state<Audience>('solicitor');
  preview = $state.raw<BundlePreview | null>(null);
  made = $state.raw<BundleMade | null>(null);
  making = $state(false);
  stopped = $state(false);
  progress = $state.raw<Progress | null>(null);
  failure = $state.raw<Failure | null>(null);
  #turn = 0;

  async look(): Promise<void> {
    if (!claim.id) return;
    const turn = ++this.#turn;
    try {
      const preview = await ask('bundle_preview', { claim: claim.id, audience: this.audience });
      if (turn !== this.#turn) return;
      this.preview = preview;
      this.failure = null;
    } catch (reason) {
      if (turn === this.#turn) this.failure = failureOf(reason);
    }
  }

  /** Makes it. The folder is chosen in the system's own dialog; a closed dialog changes nothing. */
  async make(): Promise<void> {
    if (!claim.id) return;
    this.making = true;
    this.stopped = false;
    this.progress = null;
    this.failure = null;
    this.made = null;
    const stop = await onProgress((progress) => {
      if (progress.task === 'bundle') this.progress = progress;
    });
    try {
      this.made = await ask('bundle_make', { claim: claim.id, audience: this.audience, date: null });
    } catch (reason) {
      const failure = failureOf(reason);
      if (failure.code === 'cancelled') this.stopped = this.progress !== null;
      else this.failure = failure;
    } finally {
      stop();
      this.making = false;
      this.progress = null;
    }
  }

  cancel(): void {
    void ask('task_cancel', { task: 'bundle' });
  }
}

export const bundle = new BundleState();
