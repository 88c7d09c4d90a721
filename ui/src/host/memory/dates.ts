import type { DateAnswer, DateInput, DateView } from '@/generated/contract';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const names = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const two = (n: number) => String(n).padStart(2, '0');

/** Today, in the invented world. */
export const today = '2026-11-21';

/** A few shapes of date, enough to look at the box; the real language lives in Rust. */
export function understood(words: string): DateAnswer {
  const text = words.trim().toLowerCase();
  const none: DateAnswer = {
    as_stated: words,
    said_on: today,
    kind: null,
    edtf: null,
    earliest: null,
    latest: null,
    tolerance_days: null,
    said_back: null,
    choices: [],
    problem: 'These words were not understood as a date. Try “3 Nov 2021”, “Nov 2021” or “undated”.',
  };
  if (text === '' || text === 'undated')
    return { ...none, kind: 'undated', said_back: 'undated', problem: null };
  const found = /^(about |before )?(?:(\d{1,2}) )?([a-z]{3})[a-z]* (\d{4})$/.exec(text);
  const month = found ? months.indexOf(found[3] ?? '') : -1;
  if (!found || month < 0) return none;
  const [, about = '', day, , year] = found;
  const last = new Date(Date.UTC(Number(year), month + 1, 0)).getUTCDate();
  const earliest = `${year}-${two(month + 1)}-${day ? two(Number(day)) : '01'}`;
  const latest = `${year}-${two(month + 1)}-${day ? two(Number(day)) : last}`;
  return {
    ...none,
    kind: 'instant',
    edtf: day ? earliest : earliest.slice(0, 7),
    earliest,
    latest,
    said_back: `${about}${day ? `${Number(day)} ` : ''}${names[month]} ${year}`,
    problem: null,
  };
}

/** A date as the window shows it. */
export function view(input: DateInput): DateView {
  const heard = understood(input.words);
  return {
    as_stated: input.words,
    said_back: heard.said_back ?? input.words,
    edtf: heard.edtf,
    earliest: heard.earliest,
    latest: heard.latest,
    said_on: input.words ? today : null,
    undated: heard.kind === null || heard.kind === 'undated',
    flag: heard.problem,
  };
}

/** Words as a form sends them. */
export const words = (text: string): DateInput => ({ words: text, said_on: null });
