import { ask } from '@/api/ask';
import type { BothTrue, StatementRow, StatementTie, StatementView } from '@/generated/contract';
import { w } from '@/words';
import { openItem } from './filing';
import { go } from './go.svelte';
import { refreshAll } from './shelf.svelte';
import { toasts } from './toasts.svelte';
import { takeBack } from './undo.svelte';

/** What one statement says of another. */
export interface Tie {
  statement: Pick<StatementRow, 'id' | 'reference'>;
  other: Pick<StatementRow, 'id' | 'reference'>;
  tie: StatementTie;
  both_true: BothTrue;
  note: string;
}

const send = ({ statement, other, ...how }: Tie, tie: StatementTie | null) =>
  ask('statement_tie', { ...how, statement: statement.id, other: other.id, tie });

/** Says how a statement stands to another. Undo puts back what was said before, or nothing. */
export async function tie(now: Tie, said: string): Promise<void> {
  await send(now, now.tie);
  await refreshAll();
  toasts.say(said, takeBack);
}

/** Takes back what a statement says of another. */
export async function untie(was: Tie): Promise<void> {
  await send(was, null);
  await refreshAll();
  toasts.say(w.statements.untied(was.statement.reference, was.other.reference), takeBack);
}

/** Goes to where the words stand, with the words marked. */
export async function showPlace({ form, row }: StatementView): Promise<void> {
  const link = row.said_in;
  if (!link) return;
  // A paragraph or a line break may part the words on the page.
  const words = form.words.split(/\n{2,}/).filter((part) => part.trim() !== '');
  const spot = { file: form.file, page: form.page, words };
  if (link.kind === 'evidence') await openItem(link.id, spot);
  else go.record(link, 'look', { spot });
}
