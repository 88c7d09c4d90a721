import type { RecordKind } from '@/generated/contract';

/** The rooms of the window, in the order they stand at the left. A line parts the groups. */
export const roomGroups = [
  ['overview', 'inbox'],
  ['notices', 'letters', 'evidence', 'effects'],
  ['bundle'],
] as const;

/** A room of the list at the left. */
export type ListedRoom = (typeof roomGroups)[number][number];

/** A place the window can be in; `claim` is reached from the claim's own menu. */
export type Room = ListedRoom | 'claim';

/** The room in which records of a kind are shown. */
export const roomOf: Record<RecordKind, Room> = {
  claim: 'claim',
  party: 'claim',
  incident: 'claim',
  notice: 'notices',
  correspondence: 'letters',
  evidence: 'evidence',
  'suspicious-contact': 'effects',
};
