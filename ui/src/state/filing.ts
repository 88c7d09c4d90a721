import { ask } from '@/api/ask';
import type { Filing, RecordLink } from '@/generated/contract';
import { w } from '@/words';
import { go, type Spot } from './go.svelte';
import { picks } from './picks.svelte';
import { evidence, inbox, refreshAll } from './shelf.svelte';
import { toasts } from './toasts.svelte';
import { takeBack } from './undo.svelte';

/** Files one thing that waits. What was read is filled in; the person looks it over while the document lies beside it. */
export async function fileOne(item: string, filing: Filing, answers: string | null): Promise<void> {
  const { record } = await ask('inbox_file', { evidence: item, filing, answers });
  go.chosen.inbox = undefined;
  await refreshAll();
  go.record(record, filing === 'evidence' ? 'look' : 'change');
  toasts.say(w.inbox.filed(record.reference), takeBack);
}

/** Files several things, each on its own. Stops at the first that is refused; what was filed stays filed. */
export async function fileMany(
  items: readonly string[],
  filing: Filing,
  answers: string | null,
): Promise<void> {
  const made: RecordLink[] = [];
  try {
    for (const item of items) {
      made.push((await ask('inbox_file', { evidence: item, filing, answers })).record);
    }
  } finally {
    picks.clear();
    go.chosen.inbox = undefined;
    await refreshAll();
  }
  const [first] = made;
  if (first) {
    const see = { label: w.inbox.seeFirst, go: () => go.record(first) };
    toasts.offer(w.inbox.filedMany(made.length, w.inbox.filings[filing]), see);
  }
}

/** Joins items into the first of them, in the order given: the photos of one letter. Undo parts them again. */
export async function join(items: readonly string[], room: 'inbox' | 'evidence'): Promise<void> {
  const [into, ...others] = items;
  if (!into || others.length === 0) return;
  const joined = await ask('evidence_join', { into, others });
  picks.clear();
  go.chosen[room] = into;
  await refreshAll({ room, id: into });
  toasts.say(w.pages.joined(joined.head.files.length, joined.head.reference), takeBack);
}

/** Goes to an evidence item, wherever it lies now, and to a place in it where one is given. */
export async function openItem(id: string, spot: Spot | null = null): Promise<void> {
  await inbox.load();
  go.record({ id, kind: 'evidence' }, 'look', { spot, waits: inbox.rows.some((row) => row.id === id) });
}

/** Goes to an evidence item by its readable name, as a mail names what came with it. */
export async function openReference(reference: string): Promise<void> {
  await Promise.all([inbox.load(), evidence.load()]);
  const found = [...inbox.rows, ...evidence.rows].find((row) => row.reference === reference);
  if (found) await openItem(found.id);
}
