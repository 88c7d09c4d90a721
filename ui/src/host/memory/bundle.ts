import type {
  Audience,
  BundleChange,
  BundlePreview,
  BundleSection,
  PreviewDocument,
} from '@/generated/contract';
import { today } from './dates';
import type { Handlers } from './handlers';
import { refuse, type Shown } from './shown';
import type { Tasks } from './tasks';
import { beside, type Thing, type World } from './world';

const titles: Record<BundleSection, string> = {
  notices: 'Notices',
  letters: 'Letters and e-mails',
  'suspicious-contacts': 'Suspicious contacts',
  'other-evidence': 'Other evidence',
  'not-yet-sorted': 'Not yet sorted',
};
const homes = { notice: 'notices', correspondence: 'letters', evidence: 'other-evidence' } as const;

/** What was done by hand to the bundle for one reader. */
interface Arranged {
  order: [BundleSection, string[]][] | null;
  left: string[];
  put: string[];
  words: Record<string, { title: string; date: string }>;
}
const nothing = (): Arranged => ({ order: null, left: [], put: [], words: {} });

/** The bundles of the invented world. */
export function bundles(world: World, tools: Shown, tasks: Tasks, pdf: () => string) {
  const { here, link, claimRow } = tools;
  const kept = beside(world, new Map<string, Arranged>());
  const of = (claim: string, audience: Audience) => kept.get(`${claim} ${audience}`) ?? nothing();

  const why = (thing: Thing, audience: Audience, arranged: Arranged): string | null => {
    if (arranged.left.includes(thing.id)) return 'You left it out of this bundle.';
    if (audience !== 'other-side' || arranged.put.includes(thing.id)) return null;
    if (thing.marks.privileged) return 'It is between you and your lawyer.';
    return thing.item?.third_party_data === true ? 'Other people’s data are in it.' : null;
  };
  const document = (thing: Thing, arranged: Arranged): PreviewDocument => {
    const usual = {
      title: link(thing).title,
      date: (thing.notice?.received ?? thing.letter?.sent ?? thing.item?.date)?.words ?? '',
    };
    return {
      ...link(thing),
      ...usual,
      ...arranged.words[thing.id],
      usual_title: usual.title,
      usual_date: usual.date,
      put_in: arranged.put.includes(thing.id),
      pages: thing.files[0]?.pages ?? null,
    };
  };
  const preview = (claim: string, audience: Audience): BundlePreview => {
    const arranged = of(claim, audience);
    const kinds = Object.keys(homes) as (keyof typeof homes)[];
    const going = kinds.flatMap((kind) => here(claim, kind).filter((one) => !why(one, audience, arranged)));
    const usual = kinds.map((kind): [BundleSection, string[]] => [
      homes[kind],
      going.filter((one) => one.kind === kind).map((one) => one.id),
    ]);
    const named = new Set(arranged.order?.flatMap(([, ids]) => ids));
    const order = (arranged.order ?? usual).map(([key, ids]): [BundleSection, string[]] => [
      key,
      arranged.order
        ? [...ids, ...(usual.find(([other]) => other === key)?.[1] ?? []).filter((id) => !named.has(id))]
        : ids,
    ]);
    return {
      sections: order
        .map(([key, ids]) => ({
          key,
          title: titles[key],
          documents: ids
            .flatMap((id) => going.filter((one) => one.id === id))
            .map((one) => document(one, arranged)),
        }))
        .filter((one) => one.documents.length > 0),
      left_out: world.things.flatMap((thing) => {
        const reason = thing.claim === claim && thing.kind in homes ? why(thing, audience, arranged) : null;
        const may = thing.marks.privileged && !arranged.left.includes(thing.id) ? 'ask' : 'yes';
        return reason ? [{ ...link(thing), why: reason, may } as const] : [];
      }),
      missing: ['The original of N-003 and N-004.'],
      original_bytes: 3_800_000,
      arranged: kept.has(`${claim} ${audience}`),
    };
  };
  const changed = (claim: string, audience: Audience, change: BundleChange): Arranged => {
    const next = structuredClone(of(claim, audience));
    const order = preview(claim, audience).sections.map((one): [BundleSection, string[]] => [
      one.key,
      one.documents.map((other) => other.id),
    ]);
    const at = (list: readonly unknown[], before: unknown) => {
      const found = list.indexOf(before);
      return found < 0 ? list.length : found;
    };
    switch (change.what) {
      case 'move': {
        for (const [, ids] of order)
          if (ids.includes(change.document)) ids.splice(ids.indexOf(change.document), 1);
        const into = order.find(([key]) => key === change.section) ?? [change.section, []];
        if (!order.includes(into)) order.push(into);
        into[1].splice(at(into[1], change.before), 0, change.document);
        return { ...next, order };
      }
      case 'move_section': {
        const others = order.filter(([key]) => key !== change.section);
        const moving = order.filter(([key]) => key === change.section);
        const keys = others.map(([key]) => key);
        return { ...next, order: others.toSpliced(at(keys, change.before), 0, ...moving) };
      }
      case 'leave_out':
        if (next.put.includes(change.record))
          return { ...next, put: next.put.filter((id) => id !== change.record) };
        return { ...next, left: [...next.left, change.record] };
      case 'put_in':
        if (next.left.includes(change.record))
          return { ...next, left: next.left.filter((id) => id !== change.record) };
        return { ...next, put: [...next.put, change.record] };
      case 'word':
        return {
          ...next,
          words: { ...next.words, [change.document]: { title: change.title, date: change.date } },
        };
      case 'reset':
        return nothing();
    }
  };
  const keep = (claim: string, audience: Audience, arranged: Arranged) => {
    if (JSON.stringify(arranged) === JSON.stringify(nothing())) kept.delete(`${claim} ${audience}`);
    else kept.set(`${claim} ${audience}`, arranged);
  };

  return {
    bundle_preview: ({ claim, audience }) => preview(claim, audience),
    bundle_arrange: ({ claim, audience, change }) => {
      keep(claim, audience, changed(claim, audience, change));
      return preview(claim, audience);
    },
    bundle_pages: ({ claim, audience }) => {
      let next = 5;
      const documents = preview(claim, audience).sections.flatMap((section) =>
        section.documents.map(({ id, pages }) => {
          const first_page = next;
          next += pages ?? 1;
          return { id, first_page, pages: pages ?? 1 };
        }),
      );
      return { pages: next + 2, pdf_bytes: 2_900_000, documents };
    },
    bundle_show: () => ({ url: pdf() }),
    bundle_make: async ({ claim, audience, supplement }) => {
      tasks.begin();
      const steps = [
        'Gathering the documents',
        'Making the pages',
        'Numbering and linking',
        'Packing the originals',
      ];
      for (const [done, step] of steps.entries()) {
        tasks.tell({ task: 'bundle', words: step, done, total: steps.length });
        await tasks.rest(400);
        if (tasks.stopped) return refuse('cancelled', 'Stopped. Nothing was written.');
      }
      const title = claimRow(claim).title || 'claim';
      return {
        folder: '~/Documents',
        zip: `~/Documents/${title}-${audience}-${today}.zip`,
        pdf: `~/Documents/${title}-${audience}-${today}.pdf`,
        pages: 23,
        mark: supplement ? '-A' : '',
        zip_sha256: 'a1b2c3d4'.repeat(8),
        pdf_sha256: '0f1e2d3c'.repeat(8),
        documents: [
          {
            reference: 'E-003',
            title: 'Update for members',
            first_page: 5,
            pages: 2,
            way: 'engine-one',
            reason: null,
            dropped: ['Two links to the internet were left out.'],
          },
          {
            reference: 'E-004',
            title: 'Photograph of the letter',
            first_page: 7,
            pages: 1,
            way: 'generated',
            reason: null,
            dropped: [],
          },
          {
            reference: 'E-006',
            title: 'scan0003.tif',
            first_page: 22,
            pages: 1,
            way: 'slip-sheet',
            reason: 'It ends in the middle.',
            dropped: [],
          },
        ],
        remarks: ['E-003: Two links to the internet were left out.', 'index: no letterform for ☂'],
      };
    },
  } satisfies Partial<Handlers>;
}
