import { view } from './dates';
import type { Handlers } from './handlers';
import type { Shown } from './shown';
import { add, emptyContact, type Thing, type World } from './world';

/** Suspicious contacts of the invented vault. */
export function contacts(world: World, { find, head, link, byDate, changed }: Shown) {
  const kind = 'contact' as string as Thing['kind'];
  const shown = (thing: Thing) => {
    const form = thing.contact ?? emptyContact();
    return { head: head(thing), form, happened: view(form.happened) };
  };
  return {
    contact_list: ({ claim }) =>
      byDate(
        world.things
          .filter((one) => one.claim === claim && one.contact && !one.archived)
          .map((one) => ({
            ...link(one),
            channel: one.contact?.channel ?? 'other',
            date: shown(one).happened,
            evidence: one.evidence.length,
          })),
      ),
    contact_get: ({ id }) => shown(find(id)),
    contact_save: ({ claim, id, form, evidence }) => {
      const thing = id ? find(id) : add(world, claim, kind, { evidence });
      thing.contact = form;
      if (id) changed(thing, 'It was changed.');
      return shown(thing);
    },
  } satisfies Partial<Handlers>;
}
