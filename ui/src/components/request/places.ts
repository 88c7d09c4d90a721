import { w } from '@/words';

/** The parts of the United Kingdom with public holidays of their own, and not knowing. */
export const places = [
  { value: '' as const, label: w.requests.whereUnknown },
  ...(['england-wales', 'scotland', 'northern-ireland'] as const).map((value) => ({
    value,
    label: w.jurisdictions[value],
  })),
];
