import type { ContactForm, ContactView } from '@/generated/contract';
import { view, words } from './dates';
import type { Handlers } from './handlers';
import type { Shown } from './shown';
import { add, type Thing, type World } from './world';

export const emptyContact = (): ContactForm => ({
  happened: words(''),
  channel: 'email',
  sender_shown: '',
  subject: '',
  text: '',
  knew: '',
  asked_for: '',
  kept_copy: false,
  reported_to: '',
  acted_on: '',
});

/** Suspicious contacts. Filing a thing as one is answered here too; every other filing goes on to `others`. */
export function contacts(world: World, tools: Shown, others: Pick<Handlers, 'inbox_file'>) {
  const shown = (thing: Thing): ContactView => {
    const form = thing.contact ?? emptyContact();
    return { head: tools.head(thing), form, happened: view(form.happened) };
  };
  return {
    contact_list: ({ claim }) =>
      tools.byDate(
        tools.here(claim, 'suspicious-contact').map((thing) => {
          const { form, happened } = shown(thing);
          return {
            ...tools.link(thing),
            channel: form.channel,
            date: happened,
            evidence: thing.evidence.length,
          };
        }),
      ),
    contact_get: ({ id }) => shown(tools.find(id)),
    contact_save: ({ claim, id, form, evidence }) => {
      const thing = id ? tools.find(id) : add(world, claim, 'suspicious-contact', { evidence });
      thing.contact = form;
      if (id) tools.changed(thing, 'It was changed.');
      return shown(thing);
    },
    inbox_file: (request) => {
      if (request.filing !== 'contact') return others.inbox_file(request);
      const thing = tools.find(request.evidence);
      thing.waiting = false;
      const contact = { ...emptyContact(), subject: tools.titleOf(thing), kept_copy: true };
      return {
        record: tools.link(add(world, thing.claim, 'suspicious-contact', { evidence: [thing.id], contact })),
      };
    },
  } satisfies Partial<Handlers>;
}
