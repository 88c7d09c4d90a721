import type { RecordKind } from '@/generated/contract';

/** The rooms of the window, in the order they stand at the left. A line parts the groups. */
export const roomGroups = [
  ['overview', 'inbox', 'timeline'],
  ['notices', 'letters', 'evidence'],
  ['told', 'requests', 'effects', 'people'],
  ['bundle', 'history', 'vault'],
] as const;

/** A room of the list at the left. */
export type ListedRoom = (typeof roomGroups)[number][number];

/** The parts of the room of effects, in the order of their tabs; each is a place of its own. */
export const effectParts = ['losses', 'time', 'contacts', 'steps', 'diary'] as const;

/** A part of the room of effects. */
export type EffectPart = (typeof effectParts)[number];

/** Whether a place is a part of the room of effects. */
export const isEffectPart = (room: Room): room is EffectPart =>
  (effectParts as readonly string[]).includes(room);

/** A place the window can be in; `claim` is reached from the claim's own menu, `draft` by writing a letter. */
export type Room = ListedRoom | EffectPart | 'claim' | 'draft';

/** The room of the list at the left that a place belongs to. */
export const listed = (room: Room): Room => (isEffectPart(room) ? 'effects' : room);

/** The room in which records of a kind are shown. */
export const roomOf: Record<RecordKind, Room> = {
  claim: 'claim',
  party: 'people',
  incident: 'people',
  notice: 'notices',
  correspondence: 'letters',
  evidence: 'evidence',
  'suspicious-contact': 'contacts',
  statement: 'told',
  question: 'told',
  'data-assertion': 'told',
  event: 'timeline',
  request: 'requests',
  loss: 'losses',
  'time-spent': 'time',
  'diary-entry': 'diary',
  'protective-step': 'steps',
};
