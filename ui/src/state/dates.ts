import { ask } from '@/api/ask';
import type { DateInput, DateView } from '@/generated/contract';
import { w } from '@/words';

/** What the date box shows underneath: asked of the other side, which alone knows the language of dates. */
export async function understand(text: string, saidOn: string | null) {
  const heard = await ask('date_understand', { words: text, said_on: saidOn });
  return { said: heard.said_back, problem: heard.problem, settled: heard.kind !== null };
}

/** A date as a form begins with it. */
export const noDate = (): DateInput => ({ words: '', said_on: null });

/** The heading a dated row stands under: its year, or the shelf of the undated with its count. */
export function headingOf(date: DateView, undated: number): string {
  if (date.undated) return w.record.undated(undated);
  return (date.earliest ?? date.latest ?? '').slice(0, 4) || w.record.undated(undated);
}

/** The date in a list: short, in the words it was given. */
export function shortDate(date: DateView): string {
  return date.undated ? w.dates.undated : date.as_stated || date.said_back;
}

/** A date among the facts: as stated, and as understood where that says more. */
export function factDate(date: DateView): { value: string; more: string | null } {
  const value = date.as_stated || date.said_back;
  return { value, more: date.said_back && date.said_back !== value ? date.said_back : null };
}
