import { ask } from '@/api/ask';
import type { EvidenceView, FileView, TwinView } from '@/generated/contract';
import { w } from '@/words';
import { go } from './go.svelte';
import { refreshAll } from './shelf.svelte';
import { toasts } from './toasts.svelte';
import { takeBack } from './undo.svelte';

/** The room in which an item is open. */
const roomFor = (item: EvidenceView) => (item.waiting ? 'inbox' : 'evidence');

async function shown(item: EvidenceView): Promise<void> {
  const room = roomFor(item);
  await refreshAll({ room, id: go.chosen[room] ?? item.head.id });
}

/** Puts the files of an item in this order. */
export async function order(item: EvidenceView, files: string[]): Promise<void> {
  await ask('evidence_order', { evidence: item.head.id, files });
  await shown(item);
  toasts.say(w.pages.ordered, takeBack);
}

/** Turns a picture by a quarter; the file itself stays as it came. */
export async function turn(item: EvidenceView, file: FileView, by: 90 | -90): Promise<void> {
  await ask('file_turn', { file: file.id, rotation: (file.rotation + by + 360) % 360 });
  await shown(item);
  toasts.say(w.pages.turned(file.name), takeBack);
}

/** Takes a file out into an item of its own. */
export async function takeOut(item: EvidenceView, file: FileView): Promise<void> {
  const own = await ask('file_split', { file: file.id });
  await shown(item);
  toasts.say(w.pages.takenOut(file.name, own.head.reference), takeBack);
}

/** Says whether two files show the same. */
export async function settle(item: EvidenceView, twin: TwinView, same: boolean): Promise<void> {
  const { file, other_file } = twin;
  await ask('twin_settle', { file, other_file, same });
  await shown(item);
  const said = same ? w.twins.saidSame : w.twins.saidNot;
  toasts.say(said(item.head.reference, twin.other.reference), takeBack);
}
