import type { Handlers } from './handlers';

/** Told and not told, questions and kinds of data: nothing was settled yet. */
export const told = {
  told: () => ({ notices: [], items: [], open_questions: 0, pairs: 0 }),
  notice_check_save: () => ({}),
  categories: () => ({ rows: [], others: [] }),
  question_list: () => [],
} satisfies Partial<Handlers>;
