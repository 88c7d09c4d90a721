import type { Handlers } from './handlers';
import type { Shown } from './shown';
import { paper } from './files';
import { add, emptyContact, emptyLetter, emptyNotice, keep, type World } from './world';

/** Filing what waits, and the files of one item: their order, joining, taking out, turning, twins. */
export function filing(world: World, { find, ofFile, titleOf, link, evidenceView, changed }: Shown) {
  return {
    inbox_file: ({ evidence, filing: as, answers }) => {
      const thing = find(evidence);
      thing.waiting = false;
      const { claim } = thing;
      const subject = titleOf(thing);
      const beside = { evidence: [thing.id] };
      if (as === 'evidence') return { record: link(thing) };
      if (as === 'notice') {
        return {
          record: link(add(world, claim, 'notice', { ...beside, notice: { ...emptyNotice(), subject } })),
        };
      }
      if (as === 'contact') {
        const contact = { ...emptyContact(), subject };
        return { record: link(add(world, claim, 'suspicious-contact', { ...beside, contact })) };
      }
      const letter = { ...emptyLetter(), subject, answers };
      return { record: link(add(world, claim, 'correspondence', { ...beside, letter })) };
    },
    evidence_order: ({ evidence, files }) => {
      const thing = find(evidence);
      thing.files = files.flatMap((id) => thing.files.filter((file) => file.id === id));
      changed(thing, 'Its files were put in order.');
      return evidenceView(thing);
    },
    evidence_join: ({ into, others }) => {
      const thing = find(into);
      for (const other of others.map(find)) {
        const { id, reference } = thing;
        thing.files.push(
          ...other.files.map((file) => ({ ...file, evidence: id, evidence_reference: reference })),
        );
        other.files = [];
        other.archived = true;
      }
      changed(thing, 'Files were joined to it.');
      return evidenceView(thing);
    },
    file_split: ({ file }) => {
      const from = ofFile(file);
      const taken = from.files.find((one) => one.id === file);
      from.files = from.files.filter((one) => one.id !== file);
      const own = keep(world, from.claim, taken?.name ?? '', taken?.media_type ?? '', taken?.size ?? 0, {
        waiting: from.waiting,
      });
      own.files = [
        { ...(taken ?? paper(own, '', '', 0)), evidence: own.id, evidence_reference: own.reference },
      ];
      return evidenceView(own);
    },
    file_turn: ({ file, rotation }) => {
      const thing = ofFile(file);
      thing.files = thing.files.map((one) => (one.id === file ? { ...one, rotation } : one));
      return evidenceView(thing);
    },
    twin_settle: ({ file, other_file, same }) => {
      world.twins = world.twins.map((twin) =>
        twin.files.includes(file) && twin.files.includes(other_file) ? { ...twin, same } : twin,
      );
      return evidenceView(ofFile(file));
    },
  } satisfies Partial<Handlers>;
}
