import { ask } from '@/api/ask';
import { onReading } from '@/api/events';
import type { ReadingState } from '@/generated/contract';

/** How far the machine has come with reading pictures, in the background. */
class Reading {
  now = $state.raw<ReadingState | null>(null);

  /** Begins to listen; the answer stops it. */
  async listen(): Promise<() => void> {
    const stop = await onReading((now) => (this.now = now));
    await this.look();
    return stop;
  }

  async look(): Promise<void> {
    this.now = await ask('reading_state', {}).catch(() => this.now);
  }
}

export const reading = new Reading();
