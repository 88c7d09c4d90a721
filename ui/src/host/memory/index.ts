/**
 * The host of a plain browser tab and of the tests: an invented vault in memory, answering the same contract.
 * It knows no rules of the subject; it holds what it is given.
 */
import type { AppState, CommandName, Commands, Failure, Filing, RecordHead } from '@/generated/contract';
import type { Host } from '../host';
import { today, understood, view, words } from './dates';
import { documentOf } from './papers';
import {
  add,
  emptyItem,
  emptyLetter,
  emptyNotice,
  emptyWorld,
  keep,
  sample,
  type Thing,
  type World,
} from './world';

type Handlers = {
  [C in CommandName]: (
    request: Commands[C]['request'],
  ) => Commands[C]['reply'] | Promise<Commands[C]['reply']>;
};

const refuse = (code: string, message: string, advice = '', field: string | null = null): never => {
  throw { code, message, advice, field } satisfies Failure;
};
const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const groups = ['K7QF', 'M2XD', 'R9TA', 'W4HC', 'B8NP', 'Z3LE', 'J6VS', 'Y5GU'];

/** How the invented world begins: `?start=first-run | locked | open`, open with the sample when left out. */
export function memoryHost(options = new URLSearchParams()): Host {
  const start = options.get('start') ?? 'open';
  const world: World = emptyWorld();
  const heard = new Map<string, Set<(payload: unknown) => void>>();
  let phase: AppState['phase'] = start === 'first-run' ? 'no_vault' : start === 'locked' ? 'locked' : 'open';
  let name = 'My claim';
  let cancelled = false;
  let current: string | null = null;
  if (start !== 'first-run') current = sample(world);

  const tell = (event: string, payload: unknown) => heard.get(event)?.forEach((one) => one(payload));
  const label = () => ({ name, folder: `~/Documents/${name}.recourse` });
  const state = (): AppState => ({
    phase,
    vault: phase === 'no_vault' ? null : label(),
    recent: phase === 'no_vault' ? [] : [label()],
    version: '0.1.0',
    today,
    claim: current,
  });
  const find = (id: string): Thing =>
    world.things.find((thing) => thing.id === id) ?? refuse('not_found', 'This record is not in the vault.');
  const titleOf = (thing: Thing): string =>
    thing.notice?.subject ||
    thing.letter?.subject ||
    thing.item?.title ||
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
    archived_at: thing.archived ? '2026-11-21T11:00:00Z' : null,
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
  const letterView = (thing: Thing) => {
    const form = thing.letter ?? emptyLetter();
    return { head: head(thing), form, sent: view(form.sent), received: view(form.received) };
  };
  const evidenceView = (thing: Thing) => ({
    head: head(thing),
    form: thing.item ?? emptyItem(),
    date: view(thing.item?.date ?? words('')),
    waiting: thing.waiting,
    guess: thing.guess,
    used_by: world.things.filter((one) => one.evidence.includes(thing.id)).map(link),
    came_with: null,
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
      (one) => one.claim === claim && one.kind === kind && !one.archived && one.waiting === waiting,
    );
  const byDate = <T extends { date: ReturnType<typeof view> }>(rows: T[]) =>
    rows.sort((a, b) => (a.date.earliest ?? '').localeCompare(b.date.earliest ?? ''));
  const changed = (thing: Thing, what: string) => {
    world.seq += 1;
    thing.changes.unshift({ seq: world.seq, at: '2026-11-21T10:30:00Z', what, fields: [] });
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
  const kept = (thing: Thing) => ({
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
    guess: thing.guess,
    problem: null,
  });
  const tieTo = (to: string | null, thing: Thing) => {
    if (!to) return;
    thing.waiting = false;
    find(to).evidence.push(thing.id);
  };

  const handlers: Handlers = {
    app_state: state,
    vault_place: (asked) => ({ folder: `~/Documents/${asked.name}.recourse`, problem: null }),
    vault_choose_place: (asked) => ({ folder: `/media/stick/${asked.name}.recourse`, problem: null }),
    vault_create: async (asked) => {
      await rest(600);
      name = asked.name;
      phase = 'confirming';
      return {
        vault_id: '3f9a-71c2-08be-d455',
        groups,
        age_key: 'AGE-SECRET-KEY-1QEXAMPLEONLYINVENTEDNOTAREALKEY0000000000000000000000',
        text: groups.join(' '),
        retype: [3, 7],
      };
    },
    recovery_save: () => ({}),
    recovery_confirm: ({ answers }) => {
      const right = answers[0]?.toUpperCase() === groups[2] && answers[1]?.toUpperCase() === groups[6];
      if (right) phase = 'open';
      return { right };
    },
    vault_find: () => {
      phase = 'locked';
      return state();
    },
    vault_recent: () => {
      phase = 'locked';
      return state();
    },
    vault_open: async ({ words: tried }) => {
      await rest(300);
      if (tried === 'wrong') {
        refuse(
          'wrong_passphrase',
          'This passphrase does not open the vault.',
          'Nothing has changed. Try again, or use the recovery sheet.',
        );
      }
      phase = 'open';
      return state();
    },
    vault_lock: () => {
      phase = 'locked';
      return state();
    },
    vault_forget: () => {
      phase = 'no_vault';
      return state();
    },
    files_keep: async ({ claim, to, drop }) => {
      cancelled = false;
      const names = drop ? drop.split('|') : ['photo of the letter.jpg', 'statement.pdf'];
      const things: Thing[] = [];
      for (const [index, one] of names.entries()) {
        tell('progress', { task: 'files', words: `Keeping ${one}`, done: index, total: names.length });
        await rest(350);
        if (cancelled) return refuse('cancelled', 'Stopped. What was kept stays kept.');
        const type = one.endsWith('.pdf')
          ? 'application/pdf'
          : one.endsWith('.eml')
            ? 'message/rfc822'
            : 'image/jpeg';
        const guess: Filing = type === 'message/rfc822' ? 'notice' : 'evidence';
        const thing = keep(world, claim, one, type, 210_000, { waiting: true, guess });
        tieTo(to, thing);
        things.push(thing);
      }
      return things.map(kept);
    },
    bundle_make: async ({ claim, audience }) => {
      cancelled = false;
      const steps = [
        'Gathering the documents',
        'Making the pages',
        'Numbering and linking',
        'Packing the originals',
      ];
      for (const [done, step] of steps.entries()) {
        tell('progress', { task: 'bundle', words: step, done, total: steps.length });
        await rest(400);
        if (cancelled) return refuse('cancelled', 'Stopped. Nothing was written.');
      }
      const title = claimRow(claim).title || 'claim';
      return {
        folder: '~/Documents',
        zip: `~/Documents/${title}-${audience}-${today}.zip`,
        pdf: `~/Documents/${title}-${audience}-${today}.pdf`,
        pages: 23,
        zip_sha256: 'a1b2c3d4'.repeat(8),
        pdf_sha256: '0f1e2d3c'.repeat(8),
        documents: [
          {
            reference: 'E-006',
            title: 'scan0003.tif',
            first_page: 22,
            pages: 1,
            way: 'slip-sheet',
            reason: 'It ends in the middle.',
          },
        ],
        remarks: ['E-003: two links to the internet were left out.'],
      };
    },
    task_cancel: () => {
      cancelled = true;
      return {};
    },
    document_open: ({ file }) => {
      const found = world.things.flatMap((thing) => thing.files).find((one) => one.id === file);
      return found ? documentOf(found) : refuse('not_found', 'This file is not in the vault.');
    },
    file_save_copy: () => ({}),
    date_understand: ({ words: asked }) => understood(asked),
    sample_add: () => {
      current = sample(world);
      return claimRow(current);
    },
    claim_list: () => world.claims.map((one) => claimRow(one.id)),
    claim_get: ({ claim }) => claimView(claim),
    claim_save: ({ id, form }) => {
      const known = world.claims.find((one) => one.id === id);
      if (known) known.form = form;
      else
        world.claims.push({
          id: `claim-${world.claims.length + 1}`,
          reference: `K-00${world.claims.length + 1}`,
          form,
        });
      return claimView(known?.id ?? `claim-${world.claims.length}`);
    },
    claim_choose: ({ claim }) => {
      current = claim;
      return {};
    },
    overview: ({ claim }) => {
      const notices = here(claim, 'notice').length;
      const inbox = here(claim, 'evidence', true).length;
      const named = claimRow(claim).organisation !== '';
      return {
        claim: claimRow(claim),
        notices,
        letters: here(claim, 'correspondence').length,
        evidence: here(claim, 'evidence').length,
        inbox,
        facts: notices > 0 ? ['The first notice is of 3 Nov 2021.', 'One notice carries no date.'] : [],
        missing:
          notices > 0
            ? ['The original of N-003 and N-004.']
            : ['A notice.', 'The organisation that held your data.'],
        next_step:
          notices === 0
            ? 'add_notice'
            : inbox > 0
              ? 'empty_inbox'
              : named
                ? 'make_bundle'
                : 'name_organisation',
      };
    },
    party_list: ({ claim }) => world.parties.filter((one) => one.claim === claim),
    party_save: ({ claim, id, form }) => {
      const known = world.parties.find((one) => one.id === id);
      const reference = known?.reference ?? `P-00${world.parties.length + 1}`;
      const party = { id: reference, reference, form, claim };
      world.parties = known
        ? world.parties.map((one) => (one === known ? party : one))
        : [...world.parties, party];
      return party;
    },
    incident_list: ({ claim }) => world.incidents.filter((one) => one.claim === claim),
    incident_save: ({ claim, id, ...asked }) => {
      const known = world.incidents.find((one) => one.id === id);
      const reference = known?.reference ?? `I-00${world.incidents.length + 1}`;
      const made = {
        id: reference,
        reference,
        claim,
        name: asked.name,
        kind_as_told: asked.kind_as_told,
        occurred: view(asked.occurred),
        claimant_told: view(asked.claimant_told),
      };
      world.incidents = known
        ? world.incidents.map((one) => (one === known ? made : one))
        : [...world.incidents, made];
      return made;
    },
    notice_list: ({ claim }) =>
      byDate(
        here(claim, 'notice').map((thing) => {
          const shown = noticeView(thing);
          const date = [shown.on_document, shown.received].find((one) => !one.undated) ?? shown.on_document;
          const { from, channel, addressed } = shown.form;
          const { first_seen } = shown;
          return {
            ...link(thing),
            from,
            channel,
            addressed,
            date,
            first_seen,
            evidence: thing.evidence.length,
          };
        }),
      ),
    notice_get: ({ id }) => noticeView(find(id)),
    notice_save: ({ claim, id, form, evidence }) => {
      if (understood(form.received.words).kind === null) {
        refuse(
          'date_not_understood',
          'This date was not understood.',
          'Write it another way, or leave it empty.',
          'received',
        );
      }
      const thing = id ? find(id) : add(world, claim, 'notice', { evidence });
      thing.notice = form;
      if (id) changed(thing, 'It was changed.');
      return noticeView(thing);
    },
    notice_from_paste: ({ text }) => ({
      ...emptyNotice(),
      from: /^From:\s*(.+)$/m.exec(text)?.[1] ?? '',
      subject: /^Subject:\s*(.+)$/m.exec(text)?.[1] ?? '',
      text,
    }),
    letter_list: ({ claim }) =>
      byDate(
        here(claim, 'correspondence').map((thing) => {
          const { form, sent, received } = letterView(thing);
          const other = form.direction === 'sent' ? form.to : form.from;
          const { direction, channel, came_back } = form;
          const date = sent.undated ? received : sent;
          return {
            ...link(thing),
            direction,
            other,
            channel,
            date,
            came_back,
            evidence: thing.evidence.length,
          };
        }),
      ),
    letter_get: ({ id }) => letterView(find(id)),
    letter_save: ({ claim, id, form, evidence }) => {
      const thing = id ? find(id) : add(world, claim, 'correspondence', { evidence });
      thing.letter = form;
      if (id) changed(thing, 'It was changed.');
      return letterView(thing);
    },
    evidence_list: ({ claim }) => byDate(here(claim, 'evidence').map(row)),
    inbox_list: ({ claim }) => here(claim, 'evidence', true).map(row),
    evidence_get: ({ id }) => evidenceView(find(id)),
    evidence_save: ({ claim, id, form }) => {
      const thing = id ? find(id) : add(world, claim, 'evidence', {});
      thing.item = form;
      if (id) changed(thing, 'It was changed.');
      return evidenceView(thing);
    },
    evidence_tie: ({ record, evidence }) => {
      find(record).evidence.push(evidence);
      return {};
    },
    evidence_untie: ({ record, evidence }) => {
      const thing = find(record);
      thing.evidence = thing.evidence.filter((one) => one !== evidence);
      return {};
    },
    evidence_order: ({ evidence, files }) => {
      const thing = find(evidence);
      thing.files = files.flatMap((id) => thing.files.filter((file) => file.id === id));
      return evidenceView(thing);
    },
    inbox_file: ({ evidence, filing }) => {
      const thing = find(evidence);
      thing.waiting = false;
      const subject = titleOf(thing);
      if (filing === 'evidence') return { record: link(thing) };
      const made =
        filing === 'notice'
          ? add(world, thing.claim, 'notice', { evidence: [thing.id], notice: { ...emptyNotice(), subject } })
          : add(world, thing.claim, 'correspondence', {
              evidence: [thing.id],
              letter: { ...emptyLetter(), subject },
            });
      return { record: link(made) };
    },
    keep_bytes: ({ claim, name: given, to }) => {
      const thing = keep(world, claim, given, 'image/png', 1_000, { waiting: true, guess: 'evidence' });
      tieTo(to, thing);
      return kept(thing);
    },
    marks_save: ({ id, marks }) => {
      const thing = find(id);
      thing.marks = marks;
      changed(thing, 'Its marks were changed.');
      return {};
    },
    incidents_save: ({ id, incidents }) => {
      find(id).incidents = incidents;
      return {};
    },
    record_archive: ({ id }) => {
      find(id).archived = true;
      return {};
    },
    record_restore: ({ id }) => {
      find(id).archived = false;
      return {};
    },
    record_history: ({ id }) => world.things.find((thing) => thing.id === id)?.changes ?? [],
    bundle_preview: ({ claim, audience }) => {
      const outside = (thing: Thing) =>
        audience === 'other-side' && (thing.marks.privileged || thing.item?.third_party_data === true);
      const section = (title: string, kind: Thing['kind']) => ({
        title,
        documents: here(claim, kind)
          .filter((thing) => !outside(thing))
          .map((thing) => ({
            ...link(thing),
            date: (thing.notice?.received ?? thing.letter?.sent ?? thing.item?.date)?.words || 'undated',
            pages: thing.files[0]?.pages ?? null,
          })),
      });
      return {
        sections: [
          section('Notices', 'notice'),
          section('Letters and e-mails', 'correspondence'),
          section('Evidence', 'evidence'),
        ].filter((one) => one.documents.length > 0),
        left_out: world.things
          .filter((thing) => thing.claim === claim && outside(thing))
          .map((thing) => ({
            ...link(thing),
            why: 'It is between you and your lawyer, or shows other people’s data.',
          })),
        missing: ['The original of N-003 and N-004.'],
        original_bytes: 3_800_000,
      };
    },
    search: ({ words: asked }) =>
      world.things
        .filter((thing) =>
          JSON.stringify([thing.notice, thing.letter, thing.item])
            .toLowerCase()
            .includes(asked.toLowerCase()),
        )
        .slice(0, 20)
        .map((thing) => ({
          record: link(thing),
          snippet: (thing.notice?.text ?? thing.letter?.text ?? '').slice(0, 120),
          file: null,
          page: null,
        })),
    draft_put: (draft) => {
      world.drafts.set(draft.key, draft);
      return {};
    },
    draft_get: ({ key }) => ({ draft: world.drafts.get(key) ?? null }),
    draft_drop: ({ key }) => {
      world.drafts.delete(key);
      return {};
    },
  };

  return {
    call: async (command, request) => {
      const handler = handlers[command as CommandName] as ((request: unknown) => unknown) | undefined;
      if (!handler) return refuse('unknown_command', `There is no ${command}.`);
      // As across the real border: what goes in and out is copied, never shared.
      return structuredClone(await handler(structuredClone(request)));
    },
    listen: async (event, one) => {
      const all = heard.get(event) ?? new Set();
      heard.set(event, all.add(one));
      return () => all.delete(one);
    },
    drag: async (one) => {
      const over = (event: DragEvent) => {
        event.preventDefault();
        one({ kind: 'over', x: event.clientX, y: event.clientY });
      };
      const leave = (event: DragEvent) => {
        if (event.relatedTarget === null) one({ kind: 'leave' });
      };
      const drop = (event: DragEvent) => {
        event.preventDefault();
        one({ kind: 'drop' });
        const names = [...(event.dataTransfer?.files ?? [])].map((file) => file.name);
        if (names.length > 0) tell('dropped', { drop: names.join('|'), names });
      };
      window.addEventListener('dragover', over);
      window.addEventListener('dragleave', leave);
      window.addEventListener('drop', drop);
      return () => {
        window.removeEventListener('dragover', over);
        window.removeEventListener('dragleave', leave);
        window.removeEventListener('drop', drop);
      };
    },
    forgetPage: () => undefined,
  };
}
