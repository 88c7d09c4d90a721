import { ask, failureOf } from '@/api/ask';
import type { Undone } from '@/generated/contract';
import { w } from '@/words';
import { go } from './go.svelte';
import { roomOf } from './rooms';
import { refreshAll } from './shelf.svelte';
import { toasts } from './toasts.svelte';

/** Counts what was taken back or done again, so that what is in sight is read anew. */
class Undoing {
  turn = $state(0);
}

export const undoing = new Undoing();

async function turn(command: 'undo' | 'redo', said: (what: string) => string): Promise<Undone | null> {
  try {
    const done = await ask(command, {});
    if (done.what === null) {
      toasts.say(command === 'undo' ? w.changes.nothingToUndo : w.changes.nothingToRedo);
      return null;
    }
    if (done.record) {
      const room = roomOf[done.record.kind];
      if (done.gone && go.chosen[room] === done.record.id) go.chosen[room] = undefined;
      else if (!done.gone && go.room === room && done.came) go.chosen[room] = done.record.id;
    }
    await refreshAll();
    undoing.turn += 1;
    const what = [done.what, done.record?.reference].filter(Boolean).join(' · ');
    if (command === 'undo') toasts.offer(said(what), { label: w.changes.redo, go: () => void doAgain() });
    else toasts.say(said(what), takeBack);
    return done;
  } catch (reason) {
    const failure = failureOf(reason);
    toasts.say([failure.message, failure.advice].filter(Boolean).join(' '));
    return null;
  }
}

/** Takes back the last thing that was done. The history knows what it was, also after a lock. */
export async function takeBack(): Promise<void> {
  await turn('undo', w.changes.undone);
}

/** Does again what was taken back last. */
export async function doAgain(): Promise<void> {
  await turn('redo', w.changes.redone);
}
