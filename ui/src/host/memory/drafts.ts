import type { LetterOutForm, LetterOutView, QuestionRow } from '@/generated/contract';
import { view } from './dates';
import type { Handlers } from './handlers';
import type { Shown } from './shown';
import { add, emptyLetter, type World } from './world';

/** Letters of the person's own in the invented vault: a plain first version, and what is kept of it. */
export function drafts(world: World, tools: Shown, list: (claim: string) => QuestionRow[]) {
  const prefix = (claim: string) => `letter-out:${claim}:`;
  const text = (questions: string[], about: string) =>
    [
      'Dear Sir or Madam,',
      about,
      ...questions.map((one, at) => `${at + 1}. ${one}`),
      'You can reach me at: [how they can reach you].',
      'Yours faithfully,\nRuth Marsh',
    ].join('\n\n');
  return {
    letters_out: ({ claim }) => ({
      begun: [...world.drafts.values()]
        .filter((one) => one.key.startsWith(prefix(claim)))
        .map((one) => {
          const { kind, subject } = JSON.parse(one.body) as LetterOutForm;
          return { key: one.key, kind, subject, at: '2026-11-21T10:04:00Z' };
        }),
      unanswered: tools
        .here(claim, 'correspondence')
        .filter((thing) => thing.letter?.direction === 'sent')
        .map((thing) => {
          const form = thing.letter ?? emptyLetter();
          const { direction, channel, came_back } = form;
          const shown = { direction, channel, came_back, other: form.to, evidence: thing.evidence.length };
          return { ...tools.link(thing), ...shown, date: view(form.sent) };
        }),
      key_prefix: prefix(claim),
    }),
    letter_out_begin: ({ claim, kind, letter, party, questions }): LetterOutView => {
      const rows = questions ? list(claim) : [];
      const asked = rows.filter((row) => questions?.includes(row.id)).map((row) => row.text);
      const about = letter
        ? `I wrote to you: ${tools.titleOf(tools.find(letter))}.`
        : 'Please answer this letter.';
      const to =
        world.parties.find((one) => one.id === party)?.form.name ?? tools.claimRow(claim).organisation;
      return {
        form: {
          kind,
          party,
          letter,
          from: 'Ruth Marsh',
          to,
          email: 'privacy@northfold.example',
          subject: `A letter about my data (${kind})`,
          text: text(asked, about),
          questions: questions ?? [],
        },
        law: kind === 'access' ? 'UK GDPR, Article 15' : '',
        remarks: [],
        tell: [{ what: 'date-of-birth', line: 'My date of birth: 4 May 1970.' }],
        used: tools.here(claim, 'notice').map(tools.link),
      };
    },
    letter_out_save: ({ format }) => ({ path: `~/Documents/letter.${format}` }),
    letter_out_sent: ({ claim, form, sent, channel, address_used, draft }) => {
      const letter = {
        ...emptyLetter(),
        direction: 'sent' as const,
        to: form.to.split('\n')[0] ?? '',
        from: form.from.split('\n')[0] ?? '',
        subject: form.subject,
        text: form.text,
        sent,
        channel,
        address_used,
      };
      if (draft) world.drafts.delete(draft);
      return {
        letter: tools.link(add(world, claim, 'correspondence', { letter })),
        request: null,
        chased: null,
      };
    },
    letter_out_unsent: ({ done, draft, form }) => {
      tools.find(done.letter.id).archived = true;
      if (draft) world.drafts.set(draft, { key: draft, body: JSON.stringify(form) });
      return {};
    },
  } satisfies Partial<Handlers>;
}
