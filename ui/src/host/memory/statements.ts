import type { StatementForm, StatementRow, StatementTieSave } from '@/generated/contract';
import { view } from './dates';
import type { Handlers } from './handlers';
import { refuse, type Shown } from './shown';
import { beside, add, type Thing, type World } from './world';

type Kept = { thing: Thing; form: StatementForm };

/** Statements, pairs and versions of the invented vault. */
export function statements(world: World, { find, head, ofFile, link, titleOf }: Shown) {
  const all: Kept[] = beside(world, []);
  const ties: StatementTieSave[] = beside(world, []);
  const versions = beside(world, new Map<string, string>());

  const get = (id: string) =>
    all.find((one) => one.thing.id === id) ?? refuse('not_found', 'There is no such statement.');
  const linkOf = (id: string | null) => {
    const thing = world.things.find((one) => one.id === id);
    return thing ? link(thing) : null;
  };
  const row = ({ thing: { id, reference }, form }: Kept): StatementRow => ({
    id,
    reference,
    words: form.words,
    speaker: form.speaker_shown,
    topic: form.topic,
    grade: form.grade,
    breach_types: form.breach_types,
    date: view(form.said),
    said_in: linkOf(form.said_in),
    page: form.page,
    corrected: ties.some((tie) => tie.other === id && tie.tie === 'corrects'),
    conflicts: ties.some((tie) => (tie.other === id || tie.statement === id) && tie.tie === 'conflicts-with'),
  });
  const shown = (kept: Kept) => ({
    head: { ...head(kept.thing), title: kept.form.words },
    form: kept.form,
    said: view(kept.form.said),
    row: row(kept),
    links: ties.flatMap(({ statement, other, tie, both_true, note }) => {
      if (!tie || (statement !== kept.thing.id && other !== kept.thing.id)) return [];
      const forward = statement === kept.thing.id;
      return [{ tie, forward, other: row(get(forward ? other : statement)), both_true, note }];
    }),
    answers: [],
  });
  const textOf = (id: string) => {
    const thing = find(id);
    return thing.notice?.text || thing.item?.transcription || titleOf(thing);
  };
  const chain = (id: string) => {
    let first = id;
    for (let before = versions.get(first); before; before = versions.get(first)) first = before;
    const ids = [first];
    const after = (one: string) => [...versions].find(([, earlier]) => earlier === one)?.[0];
    for (let next = after(first); next; next = after(next)) ids.push(next);
    return { versions: ids.length > 1 ? ids.map((one) => link(find(one))) : [] };
  };

  return {
    statement_list: ({ claim }) =>
      all.filter(({ thing }) => thing.claim === claim && !thing.archived).map(row),
    statement_get: ({ id }) => shown(get(id)),
    statement_from: ({ record, file, page, words }) => {
      const thing = record ? find(record) : file ? ofFile(file) : null;
      const none = { words: '', said_on: null };
      return {
        words,
        speaker: null,
        speaker_shown: thing?.notice?.from ?? thing?.letter?.from ?? '',
        said_in: thing?.id ?? null,
        file,
        page,
        said: thing?.notice?.on_document ?? thing?.letter?.sent ?? thing?.item?.date ?? none,
        topic: 'other',
        breach_types: [],
        whose_data: '',
        grade: 'own-document',
      };
    },
    statement_save: ({ claim, id, form }) => {
      const known = id ? get(id) : null;
      if (known) known.form = form;
      const kept = known ?? { thing: add(world, claim, 'statement', {}), form };
      if (!known) all.push(kept);
      return shown(kept);
    },
    statement_tie: (asked) => {
      const at = ties.findIndex((tie) => tie.statement === asked.statement && tie.other === asked.other);
      if (at >= 0) ties.splice(at, 1);
      if (asked.tie) ties.push(asked);
      return shown(get(asked.statement));
    },
    pair_list: () =>
      ties.flatMap(({ statement, other, tie, both_true, note }) =>
        tie === 'corrects' || tie === 'conflicts-with'
          ? [{ tie, first: row(get(statement)), second: row(get(other)), both_true, note, differ: [] }]
          : [],
      ),
    versions_of: ({ id }) => chain(id),
    version_set: ({ id, version_of }) => {
      if (version_of) versions.set(id, version_of);
      else versions.delete(id);
      return chain(id);
    },
    versions_compare: ({ left, right }) => {
      const [one, two] = [textOf(left), textOf(right)];
      const same = one === two;
      return {
        left: link(find(left)),
        right: link(find(right)),
        rows: [{ left: [{ text: one, differs: !same }], right: [{ text: two, differs: !same }] }],
        added: same ? 0 : two.split(/\s+/).length,
        removed: same ? 0 : one.split(/\s+/).length,
        same,
        about: 'The words that were typed in.',
      };
    },
  } satisfies Partial<Handlers>;
}
