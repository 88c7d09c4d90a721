import type { Handlers } from './handlers';
import type { World } from './world';

/** Everybody with a part in the story. */
export const people = (world: World) =>
  ({
    people: ({ claim }) => ({
      parties: world.parties.filter((one) => one.claim === claim),
      incidents: world.incidents.filter((one) => one.claim === claim),
      tellings: [],
    }),
  }) satisfies Partial<Handlers>;
