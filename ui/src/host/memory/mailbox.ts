import type { MailboxFilter, MailLine } from '@/generated/contract';
import type { Handlers } from './handlers';
import { refuse, type Shown } from './shown';
import type { Tasks } from './tasks';
import { emptyItem, keep, type World } from './world';

const people = [
  'Northfold Society <notices@northfold.example>',
  'Westmere Bank <service@westmere.example>',
  'Ada Finch <ada@finch.example>',
  'Linden Library <books@linden.example>',
];
const subjects = ['Your account', 'Notification of data incident', 'Sunday lunch', 'Two books are waiting'];

/** The mails of the invented mailbox, newest first. */
const mails: MailLine[] = Array.from({ length: 240 }, (_, at) => ({
  from: people[(at * 7) % 11 < 5 ? 0 : at % people.length] ?? '',
  subject: subjects[at % subjects.length] ?? '',
  day: at % 40 === 39 ? null : `2021-${String(12 - Math.floor(at / 20)).padStart(2, '0')}-15`,
  bytes: 4_000 + at * 13,
}));

function wanted({ from, words, since, until }: MailboxFilter): MailLine[] {
  const has = (text: string, part: string) => text.toLowerCase().includes(part.trim().toLowerCase());
  return mails.filter(
    (mail) =>
      has(mail.from, from) &&
      has(mail.subject, words) &&
      (!since || (mail.day !== null && mail.day >= since)) &&
      (!until || (mail.day !== null && mail.day <= until)),
  );
}

/** A mailbox that was found among dropped files: looked through, then taken in. */
export function mailbox(world: World, { kept }: Shown, tasks: Tasks) {
  const walk = async (words: string) => {
    tasks.begin();
    for (const done of [0, 1, 2]) {
      const bytes = done * 640_000_000;
      tasks.tell({ task: 'mailbox', words, done: done * 80, total: 240, bytes, of_bytes: 1_940_000_000 });
      await tasks.rest(150);
      if (tasks.stopped) return;
    }
  };
  return {
    mailbox_survey: async ({ filter }) => {
      await walk('Looking through the mailbox');
      if (tasks.stopped) return refuse('cancelled', 'Stopped. Nothing was taken in.');
      const found = wanted(filter);
      const days = found.flatMap((mail) => (mail.day ? [mail.day] : [])).sort();
      const counts = new Map<string, number>();
      for (const { from } of found) {
        const address = /<(.+)>/.exec(from)?.[1] ?? from;
        counts.set(address, (counts.get(address) ?? 0) + 1);
      }
      return {
        mails: mails.length,
        matching: found.length,
        matching_bytes: found.reduce((sum, mail) => sum + mail.bytes, 0),
        undated: found.length - days.length,
        first: days[0] ?? null,
        last: days.at(-1) ?? null,
        senders: [...counts].map(([address, n]) => ({ address, mails: n })).sort((a, b) => b.mails - a.mails),
        preview: found.slice(0, 50),
      };
    },
    mailbox_take: async ({ claim, filter, keep_whole }) => {
      await walk('Taking in mails');
      const found = wanted(filter).slice(0, tasks.stopped ? 12 : undefined);
      const problem = 'It ends in the middle.';
      const last = keep(world, claim, 'mail 12.eml', 'message/rfc822', 900, {
        waiting: true,
        item: { ...emptyItem(), title: found[0]?.subject ?? '', kind: 'mail' },
      });
      return {
        mails: found.length,
        attachments: 3,
        already_here: 1,
        linked: 1,
        whole: keep_whole ? 'E-099' : null,
        problems: [kept(last, { problem })],
        stopped: tasks.stopped,
      };
    },
  } satisfies Partial<Handlers>;
}
