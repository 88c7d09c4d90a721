import type { AppState, OpeningView, RecoverySheet } from '@/generated/contract';
import type { Handlers } from './handlers';
import { refuse } from './shown';

const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const groups = ['K7QF', 'M2XD', 'R9TA', 'W4HC', 'B8NP', 'Z3GE', 'J6VS', 'Y5GN', 'T0D1'];

const sheet: RecoverySheet = {
  vault_id: '3f9a-71c2-08be-d455',
  groups,
  age_key: 'AGE-SECRET-KEY-1QEXAMPLEONLYINVENTEDNOTAREALKEY0000000000000000000000',
  text: groups.join(' '),
  retype: [3, 7],
};

/** Where the invented vault stands: which of its phases, and what it is called. */
export interface Door {
  phase: AppState['phase'];
  name: string;
  readOnly: boolean;
}

/** Making and opening the invented vault. Words tell what becomes of it: "wrong" does not open it, "busy" meets another window. */
export function opening(door: Door, state: () => AppState) {
  const plain = (typed: string) => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const view: OpeningView = {
    passphrase_made: '2026-11-02T09:30:00Z',
    sheet_made: '2026-11-02T09:30:00Z',
    lock_after: 10,
    lock_choices: [2, 5, 10, 20, 30, 60],
    without_asking: 'no',
    has_keyring: true,
  };
  const go = (phase: Door['phase'], readOnly = false) => {
    [door.phase, door.readOnly] = [phase, readOnly];
    return state();
  };
  return {
    vault_place: (asked) => ({ folder: `~/Documents/${asked.name}.recourse`, problem: null }),
    vault_choose_place: (asked) => ({ folder: `/media/stick/${asked.name}.recourse`, problem: null }),
    vault_create: async (asked) => {
      await rest(600);
      [door.name, door.phase] = [asked.name, 'confirming'];
      return sheet;
    },
    recovery_show: () => sheet,
    recovery_save: ({ format }) => ({ path: `~/Documents/Recourse recovery sheet.${format}` }),
    recovery_confirm: ({ answers }) => {
      const right = sheet.retype.every((group, at) => plain(answers[at] ?? '') === groups[group - 1]);
      if (right) door.phase = 'open';
      return { right };
    },
    sheet_renew: () => sheet,
    sheet_keep_old: () => ({}),
    vault_find: () => go('locked'),
    vault_recent: () => go('locked'),
    vault_open: async ({ words, read_only }) => {
      await rest(300);
      if (words === 'wrong') {
        refuse(
          'wrong-passphrase',
          'This passphrase does not open the vault.',
          'Nothing has changed. Try again, or use the recovery sheet.',
        );
      }
      if (words === 'busy' && !read_only) {
        refuse(
          'vault-busy',
          'The vault is open in another window or program.',
          'Close the other window first.',
        );
      }
      return go('open', read_only);
    },
    vault_open_kept: ({ read_only }) => go('open', read_only),
    recovery_open: async ({ code }) => {
      await rest(200);
      if (plain(code) !== groups.join('')) {
        refuse('recovery-code-mistyped', 'The recovery code has a typing mistake.', '');
      }
      return go('renewing');
    },
    passphrase_renew: async () => {
      await rest(300);
      return go('open');
    },
    vault_lock: () => go('locked'),
    vault_forget: () => go('no_vault'),
    opening_get: () => view,
    passphrase_change: async ({ old }) => {
      await rest(300);
      if (old === 'wrong') {
        refuse('field', 'This is not the passphrase of this vault. Nothing was changed.', '', 'old');
      }
      view.passphrase_made = '2026-11-21T10:04:00Z';
      return view;
    },
    lock_after_set: ({ minutes }) => {
      view.lock_after = minutes;
      return view;
    },
    keyring_set: ({ wanted }) => {
      view.without_asking = wanted ? 'here' : 'no';
      return view;
    },
  } satisfies Partial<Handlers>;
}
