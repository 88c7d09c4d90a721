import type { Handlers } from './handlers';

/** Statements, pairs and versions: none are made in a browser. */
export const statements = {
  statement_list: () => [],
  pair_list: () => [],
  versions_of: () => ({ versions: [] }),
} satisfies Partial<Handlers>;
