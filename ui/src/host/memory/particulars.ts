import type { ParticularsForm } from '@/generated/contract';
import { words } from './dates';
import type { Handlers } from './handlers';
import type { World } from './world';

const nothing = (): ParticularsForm => ({
  other_names: [],
  date_of_birth: '',
  contact: '',
  needs: '',
  other_breaches: '',
  proof: '',
  group_name: '',
  firm: null,
  firm_reference: '',
  joined: words(''),
  sign_up_cut_off: words(''),
  register_cut_off: words(''),
  schedule_due: words(''),
  court: '',
  agreement: '',
  stated_in: null,
  other_firm: null,
  other_firm_who: '',
  other_firm_on: words(''),
});

/** What a solicitor asks besides, in the invented vault, and two lines of the schedule. */
export function particulars(world: World) {
  const kept = new Map<string, ParticularsForm>();
  const of = (claim: string) => kept.get(claim) ?? nothing();
  return {
    particulars_get: ({ claim }) => of(claim),
    particulars_save: ({ claim, form }) => {
      kept.set(claim, form);
      return form;
    },
    schedule: ({ claim }) => {
      const name = world.claims.find((one) => one.id === claim)?.form.claimant ?? '';
      const rows = [
        { field: 'Name', answer: name || null, sources: [] },
        { field: 'How to reach them', answer: of(claim).contact || null, sources: [] },
      ];
      return [{ title: 'The claimant', rows }];
    },
    schedule_export: () => ({ path: '~/Documents/schedule-of-claimant-information.csv' }),
  } satisfies Partial<Handlers>;
}
