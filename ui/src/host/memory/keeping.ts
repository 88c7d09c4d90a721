import type { Filing, MailboxFound } from '@/generated/contract';
import type { Handlers } from './handlers';
import { refuse, type Shown } from './shown';
import type { Tasks } from './tasks';
import { keep, type Thing, type World } from './world';

const types: Record<string, string> = {
  pdf: 'application/pdf',
  eml: 'message/rfc822',
  txt: 'text/plain',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  tif: 'image/tiff',
  bad: 'application/x-broken',
};

/** Files that come in. A name tells what becomes of it: "twin of …" looks like another, "refused …" is not kept. */
export function keeping(world: World, { kept, tieTo, find }: Shown, tasks: Tasks) {
  const lay = (to: string | null, thing: Thing) => {
    if (to && find(to).kind === 'evidence') {
      const item = find(to);
      item.files.push({ ...(thing.files[0] as Thing['files'][0]), evidence: item.id });
      world.things = world.things.filter((one) => one !== thing);
    } else tieTo(to, thing);
  };
  return {
    files_keep: async ({ claim, to, drop }) => {
      const names = drop ? drop.split('|') : ['photo of the letter.jpg', 'statement.pdf'];
      const all = [];
      const mailboxes: MailboxFound[] = [];
      tasks.begin();
      for (const [index, name] of names.entries()) {
        const bytes = (index + 1) * 210_000;
        const of_bytes = names.length * 210_000;
        tasks.tell({
          task: 'files',
          words: `Keeping ${name}`,
          done: index,
          total: names.length,
          bytes,
          of_bytes,
        });
        await tasks.rest(350);
        if (tasks.stopped) return refuse('cancelled', 'Stopped. What was kept stays kept.');
        const ending = name.slice(name.lastIndexOf('.') + 1);
        if (ending === 'mbox') {
          mailboxes.push({ mailbox: name, name, bytes: 1_940_000_000 });
          continue;
        }
        const known = world.things.find((thing) => thing.files.some((file) => file.name === name));
        if (known) {
          all.push(kept(known, { path: name, duplicate_of: known.reference }));
          continue;
        }
        const type = types[ending] ?? 'image/jpeg';
        const guess: Filing = type === 'message/rfc822' ? 'notice' : 'evidence';
        const thing = keep(world, claim, name, type, 210_000, { waiting: true, guess });
        const told = kept(thing, {
          twins: name.startsWith('twin') ? ['E-004'] : [],
          kept: !name.startsWith('refused'),
        });
        if (!told.kept) {
          world.things = world.things.filter((one) => one !== thing);
          all.push({ ...told, ref: null, evidence: null, problem: 'It could not be read from the disk.' });
          continue;
        }
        lay(to, thing);
        all.push(told);
      }
      return { kept: all, mailboxes };
    },
    keep_bytes: ({ claim, name, to }) => {
      const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'image/png';
      const thing = keep(world, claim, name, type, 1_000, { waiting: true, guess: 'evidence' });
      lay(to, thing);
      return kept(thing);
    },
  } satisfies Partial<Handlers>;
}
