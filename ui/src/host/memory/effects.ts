import type {
  DiaryForm,
  DiaryView,
  LossForm,
  LossView,
  RecordKind,
  StepForm,
  StepView,
  TimeForm,
  TimeView,
} from '@/generated/contract';
import { view } from './dates';
import type { Handlers } from './handlers';
import { refuse, type Shown } from './shown';
import { add, type Thing, type World } from './world';

/** Plain pounds only: the other side knows the rest. */
function money(words: string): string | null {
  const found = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(words.trim());
  if (!found) return null;
  const whole = Number((found[1] ?? '').replaceAll(',', ''));
  return `£${new Intl.NumberFormat('en-GB').format(whole)}.${(found[2] ?? '').padEnd(2, '0')}`;
}

const asked = 'It can be read in more than one way. Write it as 12.50.';

/** An amount as the record keeps it; an empty box stays empty. */
function amount(words: string, field: string): string {
  if (words.trim() === '') return '';
  return money(words) ?? refuse('field', asked, '', field);
}

const length = (minutes: number | null) =>
  minutes === null ? '' : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;

/** Losses, time, steps and the diary of the invented vault. */
export function effects(world: World, tools: Shown) {
  type Saved<F> = { claim: string; id: string | null; form: F; evidence: string[] };
  const formOf = <F>(thing: Thing) => thing.effect as F;
  const save = <F extends LossForm | TimeForm | StepForm | DiaryForm>(
    kind: RecordKind,
    { claim, id, evidence }: Saved<F>,
    form: F,
    title: string,
  ): Thing => {
    const thing = id ? tools.find(id) : add(world, claim, kind, { evidence });
    thing.effect = form;
    thing.effectTitle = title;
    if (id) tools.changed(thing, 'It was changed.');
    return thing;
  };
  const row = (thing: Thing) => ({ ...tools.link(thing), evidence: thing.evidence.length });
  const list = <V, R extends { date: ReturnType<typeof view> }>(
    claim: string,
    kind: RecordKind,
    shown: (thing: Thing) => V,
    made: (thing: Thing, view: V) => R,
  ) => tools.byDate(tools.here(claim, kind).map((thing) => made(thing, shown(thing))));

  const loss = (thing: Thing): LossView => {
    const form = formOf<LossForm>(thing);
    return {
      head: tools.head(thing),
      form,
      happened: view(form.happened),
      reported: view(form.reported),
      traces_to: form.traces_to,
    };
  };
  const time = (thing: Thing): TimeView => {
    const form = formOf<TimeForm>(thing);
    return {
      head: tools.head(thing),
      form,
      happened: view(form.happened),
      note_written: view(form.note_written),
      length: length(form.minutes),
    };
  };
  const step = (thing: Thing): StepView => {
    const form = formOf<StepForm>(thing);
    return {
      head: tools.head(thing),
      form,
      done: view(form.done),
      again: view(form.again),
      prompted_by: form.prompted_by ? tools.link(tools.find(form.prompted_by)) : null,
      length: length(form.minutes),
    };
  };
  const diary = (thing: Thing): DiaryView => {
    const form = formOf<DiaryForm>(thing);
    const before = thing.wordings ?? [];
    return {
      head: tools.head(thing),
      form,
      happened: view(form.happened),
      written_after: null,
      before,
      since: before.length > 0 ? '2026-11-21T10:30:00Z' : thing.created_at,
    };
  };

  return {
    money_understand: ({ words }) => {
      const said = money(words);
      return { said_back: said, problem: said ? null : asked, choices: [] };
    },
    loss_list: ({ claim }) =>
      list(claim, 'loss', loss, (thing, { form, happened }) => ({
        ...row(thing),
        head: form.head,
        amount: form.amount,
        date: happened,
      })),
    loss_get: ({ id }) => loss(tools.find(id)),
    loss_save: (request) => {
      const form = {
        ...request.form,
        amount: amount(request.form.amount, 'amount'),
        reimbursed: amount(request.form.reimbursed, 'reimbursed'),
      };
      return loss(save('loss', request, form, form.title));
    },
    time_list: ({ claim }) =>
      list(claim, 'time-spent', time, (thing, shown) => ({
        ...row(thing),
        length: shown.length,
        date: shown.happened,
      })),
    time_get: ({ id }) => time(tools.find(id)),
    time_save: (request) => time(save('time-spent', request, request.form, request.form.activity)),
    step_list: ({ claim }) =>
      list(claim, 'protective-step', step, (thing, { form, done }) => ({
        ...row(thing),
        cost: form.cost,
        date: done,
      })),
    step_get: ({ id }) => step(tools.find(id)),
    step_save: (request) => {
      const form = { ...request.form, cost: amount(request.form.cost, 'cost') };
      return step(save('protective-step', request, form, form.title));
    },
    diary_list: ({ claim }) =>
      list(claim, 'diary-entry', diary, (thing, shown) => ({
        ...row(thing),
        date: shown.happened,
        written_after: shown.written_after,
      })),
    diary_get: ({ id }) => diary(tools.find(id)),
    diary_save: (request) => {
      const old = request.id ? formOf<DiaryForm>(tools.find(request.id)).text : null;
      const thing = save('diary-entry', request, request.form, request.form.text.split('\n')[0] ?? '');
      if (old !== null && old !== request.form.text) {
        thing.wordings = [...(thing.wordings ?? []), { since: thing.created_at, text: old }];
      }
      return diary(thing);
    },
    effect_totals: ({ claim }) => ({
      losses: [],
      time: [],
      all_time: {
        activity: '',
        entries: tools.here(claim, 'time-spent').length,
        length: '',
        without_length: 0,
      },
      step_costs: [],
      step_length: '',
    }),
  } satisfies Partial<Handlers>;
}
