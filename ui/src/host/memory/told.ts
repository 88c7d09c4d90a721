import type {
  AssertionForm,
  AssertionView,
  CategoryName,
  NoticeCheckSave,
  QuestionForm,
  QuestionRow,
  QuestionView,
  ToldCell,
  ToldGuess,
  ToldItem,
} from '@/generated/contract';
import { view, words } from './dates';
import type { Handlers } from './handlers';
import { refuse, type Shown } from './shown';
import { beside, add, emptyNotice, type Thing, type World } from './world';

type Item = Omit<ToldItem, 'cells'> & { question: string; looksFor: RegExp };

/** Three of the items; the whole list is the other side's. */
const items: Item[] = [
  {
    id: 'N01',
    text: 'What happened: the nature of the breach',
    footing: 'the law asks',
    condition: '',
    citation: 'UK GDPR, Article 34(2)',
    unchecked: false,
    question: 'What happened to my personal data?',
    looksFor: /[^.]*can no longer be opened[^.]*/,
  },
  {
    id: 'N04',
    text: 'The likely consequences',
    footing: 'the law asks',
    condition: '',
    citation: 'UK GDPR, Articles 34(2) and 33(3)(c)',
    unchecked: true,
    question: 'What do you expect may follow from this for me?',
    looksFor: /[^.]*scam calls[^.]*/,
  },
  {
    id: 'N09',
    text: 'Which of your data: the categories',
    footing: 'worth asking',
    condition: '',
    citation: '',
    unchecked: false,
    question: 'Which of my personal data were affected? Please name the kinds.',
    looksFor: /[^.]*amounts given[^.]*/,
  },
];

const kind = (code: string, label: string, group: string, special = false, flag = ''): CategoryName => ({
  code,
  label,
  group,
  special,
  flag,
});
const names = [
  kind('sc.political', 'Political opinions', 'Political opinions', true),
  kind('fin.bank', 'Bank account and sort code', 'Money'),
  kind('fin.payments', 'Payment or donation history', 'Money', false, 'A donation can reveal an opinion'),
];

/** Told and not told, questions and kinds of data of the invented vault. */
export function told(world: World, tools: Shown) {
  const checks = beside(world, new Map<string, NoticeCheckSave>());
  const questions = beside(world, new Map<string, { form: QuestionForm; gap: string }>());
  const assertions = beside(world, new Map<string, AssertionForm>());
  const blank = (text = ''): QuestionForm => ({
    text,
    asked_of: null,
    asked_in: null,
    asked: words(''),
    state: 'open',
    answered_by: null,
    answer_note: '',
  });
  const kept = (thing: Thing) => questions.get(thing.id) ?? { form: blank(), gap: '' };
  const row = (thing: Thing): QuestionRow => {
    const { form, gap } = kept(thing);
    const of = world.parties.find((one) => one.id === form.asked_of)?.form.name ?? '';
    return {
      ...tools.link(thing),
      text: form.text,
      state: form.state,
      date: view(form.asked),
      asked_of: of,
      gap,
    };
  };
  const questionView = (thing: Thing): QuestionView => {
    const { form } = kept(thing);
    return {
      head: tools.head(thing),
      form,
      asked: view(form.asked),
      row: row(thing),
      gap: null,
      asked_in: form.asked_in ? tools.link(tools.find(form.asked_in)) : null,
      answer: null,
    };
  };
  const list = (claim: string) => {
    const rows = tools.here(claim, 'question').map(row);
    return [...rows.filter((one) => one.state === 'open'), ...rows.filter((one) => one.state !== 'open')];
  };
  const made = (claim: string, gap: string) =>
    tools.here(claim, 'question').find((thing) => gap !== '' && kept(thing).gap === gap);
  const linked = (thing: Thing | undefined) => (thing ? tools.link(thing) : null);
  const guess = (item: Item, text: string): ToldGuess => {
    const quote = item.looksFor.exec(text)?.[0].trim() ?? '';
    return quote
      ? { finding: 'said', quote, because: 'Words that Recourse looks for stand in it.' }
      : { finding: 'not-said', quote, because: 'None of the words that Recourse looks for stand in it.' };
  };
  const cell = (claim: string, item: Item, notice: Thing): ToldCell => {
    const check = checks.get(`${notice.id} ${item.id}`);
    return {
      finding: check?.finding ?? null,
      quote: check?.quote ?? '',
      statement: null,
      note: check?.note ?? '',
      guess: check ? null : guess(item, notice.notice?.text ?? ''),
      question: linked(made(claim, `${notice.reference}: ${item.text}`)),
    };
  };
  const assertionView = (thing: Thing): AssertionView => {
    const form = assertions.get(thing.id) ?? refuse('not_found', 'This record is not in the vault.');
    return { head: tools.head(thing), form, on: view(form.on) };
  };

  return {
    told: ({ claim }) => {
      const notices = tools.here(claim, 'notice');
      return {
        notices: notices.map((thing) => {
          const form = thing.notice ?? emptyNotice();
          const under = {
            date: view(form.on_document),
            first_seen: view(form.first_seen),
            under: form.channel,
          };
          return { ...tools.link(thing), ...under, incidents: [], version_of: null };
        }),
        items: items.map((item) => {
          const { id, text, footing, condition, citation, unchecked } = item;
          const cells = notices.map((notice) => cell(claim, item, notice));
          return { id, text, footing, condition, citation, unchecked, cells };
        }),
        open_questions: list(claim).filter((one) => one.state === 'open').length,
        pairs: 0,
      };
    },
    notice_check_save: (check) => {
      if (check.finding) checks.set(`${check.notice} ${check.item}`, check);
      else checks.delete(`${check.notice} ${check.item}`);
      return {};
    },
    categories: ({ claim }) => {
      const all = tools.here(claim, 'data-assertion').map((thing) => {
        const { form, on } = assertionView(thing);
        return { ...tools.link(thing), ...form, date: on, by: form.by_shown, statement: null };
      });
      const rows = names.map((category) => ({
        category,
        assertions: all.filter((one) => one.category === category.code),
        conflict: null,
        question: linked(made(claim, category.label)),
      }));
      return {
        rows: rows.filter((one) => one.assertions.length > 0),
        others: rows.filter((one) => one.assertions.length === 0).map((one) => one.category),
      };
    },
    assertion_get: ({ id }) => assertionView(tools.find(id)),
    assertion_save: ({ claim, id, form }) => {
      const thing = id ? tools.find(id) : add(world, claim, 'data-assertion', {});
      assertions.set(thing.id, form);
      return assertionView(thing);
    },
    question_list: ({ claim }) => list(claim),
    question_get: ({ id }) => questionView(tools.find(id)),
    question_save: ({ claim, id, form }) => {
      if (form.text.trim() === '') refuse('field', 'Write the question first.', '', 'text');
      const thing = id ? tools.find(id) : add(world, claim, 'question', {});
      questions.set(thing.id, { form, gap: kept(thing).gap });
      return questionView(thing);
    },
    question_from: ({ claim, notice, item, category }) => {
      const about = items.find((one) => one.id === item);
      const of = names.find((one) => one.code === category)?.label ?? '';
      const gap = notice ? `${tools.find(notice).reference}: ${about?.text ?? ''}` : of;
      const known = made(claim, gap);
      if (known) return questionView(known);
      const thing = add(world, claim, 'question', {});
      questions.set(thing.id, {
        form: blank(about?.question ?? `Were my data of this kind affected: ${of}?`),
        gap,
      });
      return questionView(thing);
    },
    questions_asked: ({ letter, questions: named }) => {
      const { claim, letter: form } = tools.find(letter);
      for (const thing of tools.here(claim, 'question')) {
        const one = kept(thing);
        if (named.includes(thing.id)) {
          const asked = { asked_in: letter, asked: form?.sent ?? words(''), state: 'asked' as const };
          questions.set(thing.id, { ...one, form: { ...one.form, ...asked } });
        } else if (one.form.asked_in === letter) {
          questions.set(thing.id, { ...one, form: { ...one.form, ...blank(one.form.text) } });
        }
      }
      return list(claim);
    },
  } satisfies Partial<Handlers>;
}
