import type { TimelineRow, TimelineView } from '@/generated/contract';
import { view } from './dates';
import type { Handlers } from './handlers';
import type { Shown } from './shown';
import type { Thing } from './world';

/** A simple timeline of what is held: a row for each notice and letter, and no rules of its own. */
export const timeline = (tools: Shown) =>
  ({
    timeline: ({ claim, words }): TimelineView => {
      const row = (thing: Thing): TimelineRow => {
        const date = view(thing.notice?.on_document ?? thing.letter?.sent ?? { words: '', said_on: null });
        const days = { from: date.earliest, to: date.latest, lasting: false, soft: false, bar: null };
        const what = tools.titleOf(thing);
        return {
          record: tools.link(thing),
          what,
          date,
          ...days,
          source: thing.reference,
          unsure: false,
          incidents: [],
        };
      };
      const things = [...tools.here(claim, 'notice'), ...tools.here(claim, 'correspondence')];
      const rows = things
        .map(row)
        .filter((one) => one.what.toLowerCase().includes(words.trim().toLowerCase()));
      const dated = rows
        .filter((one) => !one.date.undated)
        .sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
      const undated = rows.filter((one) => one.date.undated);
      return { dated, undated, ladders: [], held: [], first: null, last: null, ticks: [] };
    },
    timeline_export: () => ({ path: null }),
    event_list: () => [],
  }) satisfies Partial<Handlers>;
