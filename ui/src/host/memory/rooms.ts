import { understood, view } from './dates';
import type { Handlers } from './handlers';
import { refuse, type Shown } from './shown';
import { sample } from './sample';
import { add, emptyNotice, type World } from './world';

/** The commands that need nothing but an open vault. */
export function rooms(world: World, tools: Shown, enter: (claim: string) => void) {
  const {
    find,
    link,
    noticeView,
    letterView,
    evidenceView,
    row,
    here,
    byDate,
    changed,
    claimView,
    claimRow,
  } = tools;
  return {
    sample_add: () => {
      const claim = sample(world);
      enter(claim);
      return claimRow(claim);
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
      enter(claim);
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
        statements: 0,
        open_questions: 0,
        near: [],
        reminds: true,
        facts: (notices > 0 ? ['The first notice is of 3 Nov 2021.', 'One notice carries no date.'] : []).map(
          (text) => ({ text, record: null }),
        ),
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
      const party = { id: reference, reference, form, claim, identified: '' };
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
        discovered: view(asked.discovered),
        controller_told: view(asked.controller_told),
        regulator_told: view(asked.regulator_told),
        public_told: view(asked.public_told),
        claimant_told: view(asked.claimant_told),
        sources: asked.sources,
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
    record_history: ({ id }) => {
      const thing = world.things.find((one) => one.id === id);
      return thing ? thing.changes.map((change) => ({ ...change, record: link(thing) })) : [];
    },
    draft_put: (draft) => {
      world.drafts.set(draft.key, draft);
      return {};
    },
    draft_get: ({ key }) => ({ draft: world.drafts.get(key) ?? null }),
    draft_drop: ({ key }) => {
      world.drafts.delete(key);
      return {};
    },
  } satisfies Partial<Handlers>;
}
