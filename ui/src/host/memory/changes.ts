import type { ChangeView } from '@/generated/contract';
import type { Handlers } from './handlers';
import type { Shown } from './shown';
import type { World } from './world';

/** Commands that change nothing that Undo takes back. */
const looks =
  /^(app_|vault_|recovery_|task_|date_|money_|draft_|letter_out|file_save|document_|bundle_(make|pages|show|preview)|redaction_(open|page)|history|undo|redo|bin_|timeline|told$|search|schedule|overview|categories|people|limits_get|particulars_get|statement_from|request_from|claim_choose|reminding|reading|mailbox|calendar|versions)|_(list|get|history)$/;

/** Undo, Redo, the history and the bin. What was there before each command is kept whole. */
export function changesOf(world: World, { find, link }: Shown) {
  const done: unknown[] = [];
  const undone: unknown[] = [];
  const now = () => structuredClone(world);
  const same = (a: unknown, b: unknown) => told(a) === told(b);

  function putBack(was: World): void {
    const into = (held: unknown, from: unknown) => {
      if (held instanceof Map && from instanceof Map) {
        held.clear();
        from.forEach((value, key) => held.set(key, value));
      } else if (Array.isArray(held) && Array.isArray(from)) held.splice(0, held.length, ...from);
    };
    const { beside, drafts, ...rest } = was;
    world.beside.forEach((held, index) => into(held, beside[index]));
    Object.assign(world, { ...rest, drafts: world.drafts.size > 0 ? world.drafts : drafts });
  }

  function turn(from: unknown[], to: unknown[]) {
    const was = from.pop() as World | undefined;
    if (!was) return { what: null, record: null, gone: false, came: false };
    to.push(now());
    const before = new Set(world.things.map((thing) => thing.id));
    putBack(was);
    const back = world.things.find((thing) => !before.has(thing.id));
    return { what: 'Changed', record: back ? link(back) : null, gone: false, came: Boolean(back) };
  }

  const all = (): ChangeView[] =>
    world.things
      .flatMap((thing) => thing.changes.map((change) => ({ ...change, record: link(thing) })))
      .sort((a, b) => b.seq - a.seq);

  return {
    /** Notes what was there before a command that changed something. */
    noting: async <T>(command: string, work: () => Promise<T> | T): Promise<T> => {
      if (looks.test(command)) return work();
      const before = now();
      const answer = await work();
      if (!same(before, world)) {
        done.push(before);
        undone.length = 0;
      }
      return answer;
    },
    handlers: {
      undo: () => turn(done, undone),
      redo: () => turn(undone, done),
      history_page: ({ record, words }) => ({
        changes: all()
          .filter((change) => !record || change.record?.id === record)
          .filter((change) => JSON.stringify(change).toLowerCase().includes(words.toLowerCase())),
        next: null,
      }),
      history_check: () => ({ entries: world.seq, head: `${world.seq} ${'ab'.repeat(32)}`, problem: null }),
      record_bin: ({ id }) => {
        Object.assign(find(id), { archived: true, binned: true });
        return {};
      },
      record_unbin: ({ id }) => {
        Object.assign(find(id), { archived: false, binned: false });
        return {};
      },
      bin_list: () =>
        world.things
          .filter((thing) => thing.binned && !thing.deleted)
          .map((thing) => ({
            record: link(thing),
            binned_at: '2026-11-21T11:00:00Z',
            files: thing.files.length,
            used_by: world.things.filter((one) => one.evidence.includes(thing.id)).map(link),
          })),
      bin_empty: ({ records }) => {
        for (const id of records) Object.assign(find(id), { deleted: true, files: [] });
        return { records: records.length, files: 0, still_there: false };
      },
    } satisfies Partial<Handlers>,
  };
}

/** Everything that can be told apart, Maps too. */
function told(value: unknown): string {
  return JSON.stringify(value, (key, held: unknown) =>
    key === 'drafts' ? undefined : held instanceof Map ? [...held] : held instanceof Set ? [...held] : held,
  );
}
