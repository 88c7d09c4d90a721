import { ask, failureOf } from '@/api/ask';
import type { Undone } from '@/generated/contract';
import { w } from '@/words';
import { bundle } from './bundle.svelte';
import { changes } from './changes.svelte';
import { go } from './go.svelte';
import { people } from './people.svelte';
import { requests } from './requests.svelte';
import { roomOf } from './rooms';
import { refreshAll, shelves } from './shelf.svelte';
import { toasts } from './toasts.svelte';
import { told } from './told.svelte';

/** Counts what was taken back or done again, so that what is in sight is read anew. */
class Undoing {
  turn = $state(0);
}

export const undoing = new Undoing();

/** Reads again what is in sight, whatever it is. */
async function readAnew(): Promise<void> {
  await refreshAll();
  await Promise.all([
    ...Object.values(shelves).map((shelf) => (shelf.view ? shelf.open(shelf.view.head.id) : undefined)),
    go.room === 'bundle' ? bundle.look() : undefined,
    go.room === 'told' ? told.refresh() : undefined,
    go.room === 'requests' ? requests.refresh() : undefined,
    go.room === 'people' ? people.load() : undefined,
    go.room === 'history' ? Promise.all([changes.load(), changes.loadBin()]) : undefined,
  ]);
}

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
    await readAnew();
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
