/**
 * The host of a plain browser tab and of the tests: an invented vault in memory, answering the same contract.
 * It knows no rules of the subject; it holds what it is given.
 */
import type { AppState, CommandName } from '@/generated/contract';
import type { Host } from '../host';
import { bundles } from './bundle';
import { changesOf } from './changes';
import { contacts } from './contacts';
import { today, understood } from './dates';
import { effects } from './effects';
import { drafts } from './drafts';
import { filing } from './filing';
import type { Handlers } from './handlers';
import { keeping } from './keeping';
import { mailbox } from './mailbox';
import { type Door, opening } from './opening';
import { statementPdf } from './papers';
import { particulars } from './particulars';
import { people } from './people';
import { reading } from './reading';
import { redaction } from './redaction';
import { requests } from './requests';
import { rooms } from './rooms';
import { safety } from './safety';
import { sample } from './sample';
import { search } from './search';
import { statements } from './statements';
import { refuse, shown } from './shown';
import { Tasks } from './tasks';
import { timeline } from './timeline';
import { told } from './told';
import { emptyWorld, type World } from './world';

/** How the invented world begins: `?start=first-run | locked | open`, open with the sample when left out. */
export function memoryHost(options = new URLSearchParams()): Host {
  const start = options.get('start') ?? 'open';
  const world: World = emptyWorld();
  const heard = new Map<string, Set<(payload: unknown) => void>>();
  const door: Door = {
    phase: start === 'first-run' ? 'no_vault' : start === 'locked' ? 'locked' : 'open',
    name: 'My claim',
    readOnly: false,
  };
  let current: string | null = null;
  if (start !== 'first-run') current = sample(world);

  const tell = (event: string, payload: unknown) => heard.get(event)?.forEach((one) => one(payload));
  const label = () => ({ name: door.name, folder: `~/Documents/${door.name}.recourse` });
  const state = (): AppState => ({
    phase: door.phase,
    vault: door.phase === 'no_vault' ? null : label(),
    read_only: door.readOnly,
    without_asking: options.get('keyring') === 'on' ? 'on_request' : 'none',
    recent: door.phase === 'no_vault' ? [] : [label()],
    version: '0.1.0',
    today,
    claim: current,
  });
  const tools = shown(world);
  const tasks = new Tasks(tell);
  const asking = told(world, tools);
  const history = changesOf(world, tools);
  const handlers: Partial<Handlers> = {
    ...opening(door, state),
    ...history.handlers,
    ...rooms(world, tools, (claim) => (current = claim)),
    ...filing(world, tools),
    ...contacts(world, tools),
    ...effects(world, tools),
    ...keeping(world, tools, tasks),
    ...mailbox(world, tools, tasks),
    ...reading(world, tools, options.get('reading') !== 'missing'),
    ...search(world, tools),
    ...statements(world, tools),
    ...asking,
    ...timeline(tools),
    ...particulars(world),
    ...drafts(world, tools, (claim) => asking.question_list({ claim })),
    ...requests(world, tools),
    ...redaction(world),
    ...people(world),
    ...bundles(world, tools, tasks, statementPdf),
    ...safety(tasks, options.get('backup'), options.get('damaged') === 'yes'),
    app_state: state,
    restore_make: (asked) => {
      door.name = asked.name;
      door.phase = 'locked';
      return state();
    },
    task_cancel: () => {
      tasks.stopped = true;
      return {};
    },
    file_save_copy: () => ({}),
    date_understand: ({ words: asked }) => understood(asked),
  };

  return {
    call: async (command, request) => {
      const handler = handlers[command as CommandName] as ((request: unknown) => unknown) | undefined;
      if (!handler) return refuse('unknown_command', `There is no ${command}.`);
      // As across the real border: what goes in and out is copied, never shared.
      return structuredClone(await history.noting(command, () => handler(structuredClone(request))));
    },
    listen: async (event, one) => {
      const all = heard.get(event) ?? new Set();
      heard.set(event, all.add(one));
      return () => all.delete(one);
    },
    drag: async (one) => {
      const over = (event: DragEvent) => {
        event.preventDefault();
        one({ kind: 'over', x: event.clientX, y: event.clientY });
      };
      const leave = (event: DragEvent) => {
        if (event.relatedTarget === null) one({ kind: 'leave' });
      };
      const drop = (event: DragEvent) => {
        event.preventDefault();
        one({ kind: 'drop' });
        const names = [...(event.dataTransfer?.files ?? [])].map((file) => file.name);
        if (names.length > 0) tell('dropped', { drop: names.join('|'), names });
      };
      window.addEventListener('dragover', over);
      window.addEventListener('dragleave', leave);
      window.addEventListener('drop', drop);
      return () => {
        window.removeEventListener('dragover', over);
        window.removeEventListener('dragleave', leave);
        window.removeEventListener('drop', drop);
      };
    },
    forgetPage: () => undefined,
  };
}
