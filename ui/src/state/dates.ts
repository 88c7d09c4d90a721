import { ask } from '@/api/ask';
import type { DateInput, DateView } from '@/generated/contract';
import { w } from '@/words';

/** What the date box shows underneath: asked of the other side, which alone knows the language of dates. */
export async function understand(text: string, saidOn: string | null) {
  const heard = await ask('date_understand', { words: text, said_on: saidOn });
  const { said_back: said, problem, choices } = heard;
  return { said, problem, choices, settled: heard.kind !== null };
}

/** The first or the last day that words can mean, `YYYY-MM-DD`; null for no words, `undefined` where they are no date. */
export async function dayOf(text: string, end: 'earliest' | 'latest'): Promise<string | null | undefined> {
  if (text.trim() === '') return null;
  const heard = await ask('date_understand', { words: text, said_on: null });
  return heard[end] ?? undefined;
}

/** A date as a form begins with it. */
export const noDate = (): DateInput => ({ words: '', said_on: null });

/** The heading a dated row stands under: its year, or the shelf of the undated with its count. */
export function headingOf(date: DateView, undated: number): string {
  if (date.undated) return w.record.undated(undated);
  return (date.earliest ?? date.latest ?? '').slice(0, 4) || w.record.undated(undated);
}

/** The longest date, in letters, that is listed in its own words; the stamp of a mail says more than a list needs. */
const LISTED = 24;

/** The date in a list: short, in the words it was given. */
export function shortDate(date: DateView): string {
  if (date.undated) return w.dates.undated;
  return date.as_stated !== '' && date.as_stated.length <= LISTED ? date.as_stated : date.said_back;
}

/** A date among the facts: as stated, as understood where that says more, and what does not fit together in it. */
export function factDate(date: DateView): { value: string; more: string | null; flag: string | null } {
  const value = date.as_stated || date.said_back;
  // "3 Nov 2021" and "3 November 2021" say the same; only a reading that says more stands underneath.
  const plain = (text: string) =>
    text.toLowerCase().replace(/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/g, '$1');
  const more = date.said_back !== '' && plain(date.said_back) !== plain(value);
  return { value, more: more ? date.said_back : null, flag: date.flag };
}

const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** What a camera states, in words: its own clock, of whatever zone; words of another shape stay as they are. */
export function cameraTime(stated: string): string {
  const found = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2})/.exec(stated);
  if (!found) return stated;
  const [, year, month, day, hour, minute] = found;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return Number.isNaN(date.getTime()) ? stated : `${long.format(date)}, ${hour}:${minute}`;
}
