import { ask } from '@/api/ask';
import type { EvidenceTie, MarksForm, RecordHead, RecordLink } from '@/generated/contract';
import { w } from '@/words';
import { go } from './go.svelte';
import { roomOf } from './rooms';
import { refreshAll, shelves } from './shelf.svelte';
import { toasts } from './toasts.svelte';
import { takeBack } from './undo.svelte';

function roomFor(head: RecordHead): keyof typeof shelves | undefined {
  const room = roomOf[head.kind];
  return room in shelves ? (room as keyof typeof shelves) : undefined;
}

async function refresh(head: RecordHead, id: string | null): Promise<void> {
  const room = roomFor(head);
  await refreshAll(room && { room, id });
}

/** Puts a record away. Nothing is deleted, and Undo brings it back. */
export async function putAway(
  head: RecordHead,
  room: keyof typeof shelves | undefined = roomFor(head),
): Promise<void> {
  await ask('record_archive', { id: head.id });
  if (room) go.chosen[room] = undefined;
  await refreshAll(room && { room, id: null });
  toasts.say(w.record.archived(head.reference), takeBack);
}

/** Takes a record out of the drawer again. */
export async function bringBack(
  head: RecordHead,
  room: keyof typeof shelves | undefined = roomFor(head),
): Promise<void> {
  await ask('record_restore', { id: head.id });
  if (room) go.chosen[room] = head.id;
  await refreshAll(room && { room, id: head.id });
  toasts.say(w.record.restored(head.reference));
}

/** Moves a record to the bin. Undo takes it out, and so does the bin. */
export async function throwAway(head: RecordHead): Promise<void> {
  const room = roomFor(head);
  await ask('record_bin', { id: head.id });
  if (room) go.chosen[room] = undefined;
  await refreshAll(room && { room, id: null });
  toasts.say(w.changes.binned(head.reference), takeBack);
}

/** Takes a record out of the bin. */
export async function takeOutOfBin(record: Pick<RecordLink, 'id' | 'kind' | 'reference'>): Promise<void> {
  await ask('record_unbin', { id: record.id });
  const room = roomOf[record.kind];
  const open = room in shelves && go.room === room;
  await refreshAll(open ? { room: room as keyof typeof shelves, id: record.id } : undefined);
  toasts.say(w.changes.unbinned(record.reference), takeBack);
}

/** Sets what the person may set on any record. */
export async function saveMarks(head: RecordHead, marks: MarksForm): Promise<void> {
  await ask('marks_save', { id: head.id, marks });
  await refresh(head, head.id);
  toasts.say(w.record.saved(head.reference), takeBack);
}

/** Takes a piece of evidence away from a record; it stays in the vault. */
export async function untie(head: RecordHead, tie: EvidenceTie, reference: string): Promise<void> {
  await ask('evidence_untie', tie);
  await refresh(head, head.id);
  toasts.say(w.record.untied(reference, head.reference), takeBack);
}

/** Says which incidents a record is about. */
export async function saveIncidents(head: RecordHead, incidents: RecordHead['incidents']): Promise<void> {
  await ask('incidents_save', { id: head.id, incidents });
  await refresh(head, head.id);
}
