import type { ContactView } from '@/generated/contract';
import { view } from './dates';
import type { Handlers } from './handlers';
import type { Shown } from './shown';
import { add, emptyContact, type Thing, type World } from './world';

/** Suspicious contacts of the invented vault. */
export function contacts(world: World, tools: Shown) {
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
  } satisfies Partial<Handlers>;
}
