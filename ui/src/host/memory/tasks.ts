import type { Progress } from '@/generated/contract';

/** A long task of the invented world: it tells how far it is, and can be stopped. */
export class Tasks {
  stopped = false;

  constructor(private readonly send: (event: string, payload: unknown) => void) {}

  begin(): void {
    this.stopped = false;
  }

  tell(progress: Omit<Progress, 'bytes' | 'of_bytes'> & Partial<Progress>): void {
    this.send('progress', { bytes: null, of_bytes: null, ...progress });
  }

  rest(milliseconds: number): Promise<void> {
    return new Promise((done) => setTimeout(done, milliseconds));
  }
}
