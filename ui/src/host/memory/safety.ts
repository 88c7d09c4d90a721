import type { BackupState, CheckFound } from '@/generated/contract';
import type { Handlers } from './handlers';
import { refuse } from './shown';
import type { Tasks } from './tasks';

/** Backups of the invented vault. `due` is what there is to be reminded of at the start; `damaged` makes its checks find something. */
export function safety(tasks: Tasks, due: string | null, damaged: boolean) {
  let backup: BackupState = {
    folder: null,
    there: false,
    day: null,
    days: null,
    due: due === 'never' || due === 'old' ? due : null,
    synced: due === 'old' ? 'Dropbox' : null,
  };
  const work = async (task: string, words: string) => {
    tasks.begin();
    for (const part of [1, 2, 3]) {
      tasks.tell({ task, words, done: 0, total: 0, bytes: part * 700_000, of_bytes: 2_100_000 });
      await tasks.rest(60);
      if (tasks.stopped) return refuse('cancelled', 'Stopped.');
    }
  };
  const found = (data_read: boolean, behind: number | null): CheckFound => ({
    whole: !damaged,
    files: 12,
    changes: 48,
    data_read,
    behind,
    problems: damaged ? ['letter.pdf: The stored original is damaged. Restore it from a backup.'] : [],
    remarks: [],
  });
  return {
    backup_state: () => backup,
    backup_put_off: () => (backup = { ...backup, due: null }),
    backup_make: async () => {
      await work('backup', 'Copying the originals');
      const folder = '/media/stick/My claim.recourse';
      backup = { ...backup, folder, there: true, day: '2026-11-21', days: 0, due: null };
      return { folder, new_files: 24, bytes: 2_100_000, files: 12, problems: [], remarks: [] };
    },
    backup_test: async () => {
      await work('backup', 'Reading the originals in the backup');
      return found(true, 2);
    },
    vault_check: async ({ read_data }) => {
      await work('check', 'Checking the originals');
      return found(read_data, null);
    },
    everything_save: async () => {
      await work('everything', 'Saving the originals');
      return { folder: '~/My-claim-everything-2026-11-21', files: 12, problems: [] };
    },
    restore_find: () => ({ name: 'My claim', folder: '/media/stick/My claim.recourse' }),
    vault_repair: async ({ from }) => {
      await work('restore', 'Reading the originals');
      const done = from === 'itself' ? [] : ['letter.pdf: the original was taken from the backup.'];
      return { whole: true, done, left: [] };
    },
  } satisfies Partial<Handlers>;
}
