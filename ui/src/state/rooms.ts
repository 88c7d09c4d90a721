import type { RecordKind } from '@/generated/contract';

/** The rooms of the window, in the order they stand at the left. A line parts the groups. */
export const roomGroups = [
  ['overview', 'inbox', 'timeline'],
  ['notices', 'letters', 'evidence'],
  ['told', 'requests', 'effects', 'people'],
  ['bundle'],
] as const;

/** A room of the list at the left. */
export type ListedRoom = (typeof roomGroups)[number][number];

/** A place the window can be in; `claim` is reached from the claim's own menu. */
export type Room = ListedRoom | 'claim';

/** The room in which records of a kind are shown. */
export const roomOf: Record<RecordKind, Room> = {
  claim: 'claim',
  party: 'people',
  incident: 'people',
  notice: 'notices',
  correspondence: 'letters',
  evidence: 'evidence',
  'suspicious-contact': 'effects',
  statement: 'told',
  question: 'told',
  'data-assertion': 'told',
  event: 'timeline',
  request: 'requests',
  loss: 'effects',
  'time-spent': 'effects',
  'diary-entry': 'effects',
  'protective-step': 'effects',
};
