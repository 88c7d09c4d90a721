import { ask, failureOf } from '@/api/ask';
import { onProgress } from '@/api/events';
import type {
  BackupMade,
  BackupState,
  CheckFound,
  EverythingSaved,
  Failure,
  Progress,
  RepairDone,
  RepairFrom,
} from '@/generated/contract';

/** A long task for the safety of the vault. */
export type SafetyTask = 'backup' | 'check' | 'everything' | 'restore';
/** A page of the room of the vault. */
export type SafetyPage = 'opening' | 'backup' | 'whole';

/** Backups, checks and repairs: what is under way, and what came of it. One at a time. */
class Safety {
  page = $state<SafetyPage>('opening');
  backup = $state.raw<BackupState | null>(null);
  task = $state<SafetyTask | null>(null);
  /** What of the task: a backup is made or tried. */
  doing = $state('');
  progress = $state.raw<Progress | null>(null);
  stopped = $state<SafetyTask | null>(null);
  failed = $state.raw<{ task: SafetyTask; failure: Failure } | null>(null);
  made = $state.raw<BackupMade | null>(null);
  tested = $state.raw<CheckFound | null>(null);
  found = $state.raw<CheckFound | null>(null);
  saved = $state.raw<EverythingSaved | null>(null);
  repaired = $state.raw<RepairDone | null>(null);

  async load(): Promise<void> {
    this.backup = await ask('backup_state', {});
  }

  async putOff(): Promise<void> {
    this.backup = await ask('backup_put_off', {});
  }

  async make(elsewhere: boolean): Promise<void> {
    await this.run('backup', 'make', async () => {
      this.made = this.tested = null;
      this.made = await ask('backup_make', { elsewhere });
      await this.load();
    });
  }

  test(): Promise<boolean> {
    return this.run('backup', 'test', async () => {
      this.made = this.tested = null;
      this.tested = await ask('backup_test', {});
    });
  }

  check(read_data: boolean): Promise<boolean> {
    return this.run('check', 'check', async () => {
      this.found = null;
      this.found = await ask('vault_check', { read_data });
    });
  }

  saveEverything(): Promise<boolean> {
    return this.run('everything', 'save', async () => {
      this.saved = null;
      this.saved = await ask('everything_save', {});
    });
  }

  repair(from: RepairFrom, words: string, recovery: boolean): Promise<boolean> {
    return this.run('restore', 'repair', async () => {
      this.repaired = null;
      this.repaired = await ask('vault_repair', { from, words, recovery });
    });
  }

  cancel(): void {
    if (this.task) void ask('task_cancel', { task: this.task });
  }

  failureOf(task: SafetyTask): Failure | null {
    return this.failed?.task === task ? this.failed.failure : null;
  }

  /** Does one thing and says how far it is. A closed dialog and a stop are no failures. */
  async run(task: SafetyTask, doing: string, work: () => Promise<void>): Promise<boolean> {
    [this.task, this.doing, this.progress, this.stopped, this.failed] = [task, doing, null, null, null];
    const stop = await onProgress((progress) => {
      if (progress.task === task) this.progress = progress;
    });
    try {
      await work();
      return true;
    } catch (reason) {
      const failure = failureOf(reason);
      if (failure.code !== 'cancelled') this.failed = { task, failure };
      else if (this.progress !== null) this.stopped = task;
      return false;
    } finally {
      stop();
      this.task = null;
      this.progress = null;
    }
  }
}

export const safety = new Safety();
