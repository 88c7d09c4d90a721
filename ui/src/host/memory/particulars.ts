import type { LimitsForm, LimitsView, ParticularsForm } from '@/generated/contract';
import { words } from './dates';
import type { Handlers } from './handlers';
import { beside, type World } from './world';

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
  const kept = beside(world, new Map<string, ParticularsForm>());
  const of = (claim: string) => kept.get(claim) ?? nothing();
  const limits = beside(world, new Map<string, LimitsForm>());
  const limitsOf = (claim: string): LimitsView => ({
    form: limits.get(claim) ?? { harm_to_health: false, public_body: false, own_days: [] },
    sentence:
      'No date is noted from which a period could be counted. Courts decide when time starts. This is not legal advice.',
    place: null,
    candidates: [],
    pointers: [],
    holidays: [],
  });
  return {
    limits_get: ({ claim }) => limitsOf(claim),
    limits_save: ({ claim, form }) => {
      limits.set(claim, form);
      return limitsOf(claim);
    },
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
