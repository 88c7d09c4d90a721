import type { EvidenceView, Failure, Kept, LetterView, RecordHead } from '@/generated/contract';
import { view, words } from './dates';
import { emptyItem, emptyLetter, emptyNotice, type Thing, type World } from './world';

/** Refuses as the other side would. */
export const refuse = (code: string, message: string, advice = '', field: string | null = null): never => {
  throw { code, message, advice, field } satisfies Failure;
};

/** How the records of a world are shown: rows, pages and links. */
export function shown(world: World) {
  const find = (id: string): Thing =>
    world.things.find((thing) => thing.id === id) ?? refuse('not_found', 'This record is not in the vault.');
  const titleOf = (thing: Thing): string =>
    thing.notice?.subject ||
    thing.letter?.subject ||
    thing.contact?.subject ||
    thing.item?.title ||
    thing.contact?.subject ||
    thing.contact?.sender_shown ||
    thing.effectTitle ||
    thing.files[0]?.name ||
    thing.reference;
  const link = (thing: Thing) => ({
    id: thing.id,
    kind: thing.kind,
    reference: thing.reference,
    title: titleOf(thing),
  });
  const head = (thing: Thing): RecordHead => ({
    ...link(thing),
    created_at: thing.created_at,
    archived_at: thing.archived || thing.binned ? '2026-11-21T11:00:00Z' : null,
    binned_at: thing.binned ? '2026-11-21T11:00:00Z' : null,
    deleted_at: thing.deleted ? '2026-11-21T11:05:00Z' : null,
    marks: thing.marks,
    incidents: thing.incidents,
    evidence: thing.evidence.map((id) => link(find(id))),
    files: thing.kind === 'evidence' ? thing.files : thing.evidence.flatMap((id) => find(id).files),
  });
  const noticeView = (thing: Thing) => {
    const form = thing.notice ?? emptyNotice();
    return {
      head: head(thing),
      form,
      on_document: view(form.on_document),
      received: view(form.received),
      first_seen: view(form.first_seen),
      offer_until: view(form.offer_until),
    };
  };
  const letterView = (thing: Thing): LetterView => {
    const form = thing.letter ?? emptyLetter();
    const root = form.answers ?? thing.id;
    const thread = world.things.filter((one) => one.id === root || one.letter?.answers === root);
    return {
      head: head(thing),
      form,
      sent: view(form.sent),
      received: view(form.received),
      promised: form.promises.map((promise) => view(promise.by)),
      answers: form.answers ? link(find(form.answers)) : null,
      thread: thread.length > 1 ? thread.map(link) : [],
    };
  };
  const ofFile = (file: string) =>
    world.things.find((one) => one.files.some((own) => own.id === file)) ??
    refuse('not_found', 'This file is not in the vault.');
  const evidenceView = (thing: Thing): EvidenceView => ({
    head: head(thing),
    form: thing.item ?? emptyItem(),
    date: view(thing.item?.date ?? words('')),
    waiting: thing.waiting,
    guess: thing.guess,
    because: thing.waiting ? ['security incident', 'personal data'] : [],
    used_by: world.things.filter((one) => one.evidence.includes(thing.id)).map(link),
    came_with: thing.cameWith ? link(find(thing.cameWith)) : null,
    brought: world.things.filter((one) => one.cameWith === thing.id).map(link),
    twins: world.twins.flatMap(({ files: [a, b], reason, same }) =>
      [[a, b] as const, [b, a] as const]
        .filter(([file]) => thing.files.some((own) => own.id === file))
        .map(([file, other_file]) => ({ file, other_file, other: link(ofFile(other_file)), reason, same })),
    ),
  });
  const row = (thing: Thing) => ({
    id: thing.id,
    reference: thing.reference,
    title: titleOf(thing),
    kind: thing.item?.kind ?? ('other' as const),
    date: view(thing.item?.date ?? words('')),
    files: thing.files.length,
    created_at: thing.created_at,
    guess: thing.guess,
    problem: thing.files.find((file) => file.problem)?.problem ?? null,
  });
  const here = (claim: string, kind: Thing['kind'], waiting = false) =>
    world.things.filter(
      (one) =>
        one.claim === claim && one.kind === kind && !one.archived && !one.binned && one.waiting === waiting,
    );
  const byDate = <T extends { date: ReturnType<typeof view> }>(rows: T[]) =>
    rows.sort((a, b) => (a.date.earliest ?? '').localeCompare(b.date.earliest ?? ''));
  const changed = (thing: Thing, what: string) => {
    world.seq += 1;
    thing.changes.unshift({
      seq: world.seq,
      at: '2026-11-21T10:30:00Z',
      what,
      record: null,
      fields: [],
      erased_at: null,
      lasting: false,
    });
  };
  const claimView = (id: string) => {
    const kept =
      world.claims.find((one) => one.id === id) ?? refuse('not_found', 'This claim is not in the vault.');
    return {
      ...kept,
      relationship_from: view(kept.form.relationship_from),
      relationship_to: view(kept.form.relationship_to),
    };
  };
  const claimRow = (id: string) => {
    const { reference, form } = claimView(id);
    return { id, reference, title: form.title, organisation: form.organisation };
  };
  const kept = (thing: Thing, told: Partial<Kept> = {}): Kept => ({
    path: thing.files[0]?.name ?? '',
    kept: true,
    ref: thing.reference,
    evidence: thing.id,
    made: null,
    sha256: thing.files[0]?.sha256 ?? null,
    bytes: thing.files[0]?.size ?? null,
    media_type: thing.files[0]?.media_type ?? null,
    pages: null,
    text_chars: null,
    duplicate_of: null,
    twins: [],
    attachments: [],
    guess: thing.guess,
    problem: thing.files[0]?.problem ?? null,
    ...told,
  });
  const tieTo = (to: string | null, thing: Thing) => {
    if (!to) return;
    thing.waiting = false;
    find(to).evidence.push(thing.id);
  };

  return {
    find,
    ofFile,
    titleOf,
    link,
    head,
    noticeView,
    letterView,
    evidenceView,
    row,
    here,
    byDate,
    changed,
    claimView,
    claimRow,
    kept,
    tieTo,
  };
}

/** What `shown` gives. */
export type Shown = ReturnType<typeof shown>;
