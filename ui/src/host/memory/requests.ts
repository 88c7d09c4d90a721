import type { ClockView, RequestEventForm, RequestForm, RequestView, ClockState } from '@/generated/contract';
import { today, understood, view, words } from './dates';
import type { Handlers } from './handlers';
import { refuse, type Shown } from './shown';
import { beside, add, type Thing, type World } from './world';

type Kept = { form: RequestForm; events: RequestEventForm[] };

const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const inWords = (day: string) => long.format(new Date(`${day}T00:00:00Z`));
const span = (day: string) => ({ earliest: day, latest: day, words: inWords(day) });

/** A month after a day: the invented world counts no further. */
function monthAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 10);
}

/** Requests of the invented vault. Their clock knows one thing: a month after they were sent. */
export function requests(world: World, tools: Shown) {
  const all = beside(world, new Map<string, Kept>());
  const kept = (thing: Thing) => all.get(thing.id) ?? refuse('no-such-record', 'This request is not there.');

  const clock = ({ form, events }: Kept): ClockView => {
    const sent = understood(form.sent.words).earliest;
    const due = sent ? monthAfter(sent) : null;
    const has = (kind: RequestEventForm['kind']) => events.some((one) => one.kind === kind);
    const state: ClockState = !sent
      ? 'not_sent'
      : has('answered')
        ? 'answered'
        : has('bounced')
          ? 'bounced'
          : due && due < today
            ? 'overdue'
            : 'waiting';
    const sentences: Partial<Record<ClockState, string>> = {
      not_sent: 'I have not sent this yet.',
      answered: 'They answered.',
      bounced: 'It came back, so they have not received it. I can send it again.',
      overdue: `I have had no answer. The time for it ended on ${due ? inWords(due) : ''}.`,
    };
    const days = sent && due ? [sent, due] : [];
    const at = (day: string) => {
      const [from, to] = [days[0] ?? day, [days.at(-1) ?? day, today].sort().at(-1) ?? day].map(Date.parse);
      return from === to ? 0 : (Date.parse(day) - (from ?? 0)) / ((to ?? 1) - (from ?? 0));
    };
    return {
      state,
      sentence: sentences[state] ?? `I'm still waiting. They have until ${due ? inWords(due) : 'then'}.`,
      mine: false,
      due: due ? span(due) : null,
      paused_since: null,
      assumed_received: !has('received'),
      deadlines: due
        ? [
            {
              rule: 'SAR-1M',
              title: 'One month to answer',
              text: 'They have one month to answer, counted from the day they received it.',
              summary: `One month to answer: ${inWords(due)}.`,
              due: span(due),
              inputs: [{ name: 'Sent', said: form.sent.words, days: sent ? inWords(sent) : '' }],
              steps: [`One month from then: ${inWords(due)}.`],
              calendars: ['England and Wales', 'Scotland', 'Northern Ireland'],
              citations: [{ reference: 'UK GDPR, Article 12(3)', note: '' }],
              confidence: 'high',
              checked_on: today,
              unchecked: true,
              may_have_changed: false,
              provisional: false,
            },
          ]
        : [],
      points: days.map((day, index) => ({
        label: index === 0 ? 'Sent' : 'Due',
        days: span(day),
        bar: { begin: at(day), end: at(day), soft_begin: false, soft_end: false, dot: true },
      })),
      ticks: [],
      today: days.length > 0 ? at(today) : null,
      on: today,
      next: ({ not_sent: 'send', bounced: 'send_again', overdue: 'chase', waiting: 'note_answer' }[
        state as string
      ] ?? null) as ClockView['next'],
    };
  };
  const shown = (thing: Thing): RequestView => {
    const { form, events } = kept(thing);
    const link = (id: string | null) => (id ? tools.link(tools.find(id)) : null);
    return {
      head: tools.head(thing),
      form,
      sent: view(form.sent),
      sent_to: world.parties.find((one) => one.id === form.sent_to)?.form.name ?? '',
      letter: link(form.letter),
      events: events.map((one) => ({ form: one, on: view(one.on), letter: link(one.letter) })),
      questions: [],
      clock: clock(kept(thing)),
    };
  };

  return {
    request_list: ({ claim }) => tools.here(claim, 'request').map(shown),
    request_get: ({ id }) => shown(tools.find(id)),
    request_from: ({ id }): RequestForm => {
      const letter = tools.find(id).letter;
      return {
        kind: 'access',
        sent_to: null,
        sent_by: '',
        address_used: letter?.address_used ?? '',
        channel: letter?.channel ?? 'email',
        sent: letter?.sent ?? words(''),
        letter: id,
        calendar: null,
        their_reference: '',
        complete: 'unknown',
        missing: '',
        next_step: '',
      };
    },
    request_save: ({ claim, id, form }) => {
      const thing = id ? tools.find(id) : add(world, claim, 'request', {});
      all.set(thing.id, { form, events: all.get(thing.id)?.events ?? [] });
      return shown(thing);
    },
    request_event_save: ({ request, index, form }) => {
      const thing = tools.find(request);
      const { events } = kept(thing);
      if (index === null && form) events.push(form);
      else if (index !== null && form) events.splice(index, 1, form);
      else if (index !== null) events.splice(index, 1);
      return shown(thing);
    },
    calendar_export: () => ({ path: '~/Documents/dates.ics' }),
  } satisfies Partial<Handlers>;
}
