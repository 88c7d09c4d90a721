import type { CommandName, Commands } from '@/generated/contract';

/** An answer to each command of the contract. */
export type Handlers = {
  [C in CommandName]: (
    request: Commands[C]['request'],
  ) => Commands[C]['reply'] | Promise<Commands[C]['reply']>;
};
