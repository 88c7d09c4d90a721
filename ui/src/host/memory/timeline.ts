import type { Handlers } from './handlers';

/** The timeline of an empty claim. */
export const timeline = {
  timeline: () => ({ dated: [], undated: [], ladders: [], held: [], first: null, last: null }),
  timeline_export: () => ({ path: null }),
  event_list: () => [],
} satisfies Partial<Handlers>;
