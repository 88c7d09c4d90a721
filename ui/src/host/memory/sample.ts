import type { Role } from '@/generated/contract';
import { view, words } from './dates';
import { statement } from './papers';
import { more } from './sampleFiles';
import { add, emptyItem, emptyLetter, emptyNotice, keep, type World } from './world';

/** Lays the sample claim into a world: invented people, with the traps the real sample has. */
export function sample(world: World): string {
  const claim = `claim-${world.claims.length + 1}`;
  world.claims.push({
    id: claim,
    reference: `K-00${world.claims.length + 1}`,
    form: {
      title: 'Northfold Society',
      organisation: 'Northfold Society',
      claimant: 'Ruth Marsh',
      emails_held: ['r.marsh@example.org'],
      addresses_held: ['14 Orchard Row, Linden'],
      jurisdiction: 'england-wales',
      relationship: 'former-member',
      relationship_from: words('2014'),
      relationship_to: words('about May 2020'),
      how_it_ended: 'I did not renew.',
      reference_numbers: ['M-48213'],
    },
  });
  world.parties.push(
    party('P-001', 'Northfold Society', ['controller'], claim),
    party('P-002', 'Calder Data', ['processor'], claim),
    party('P-003', 'Harrow Fundraising', ['processor'], claim),
  );
  world.incidents.push(
    incident('I-001', 'Records supplier, autumn 2021', 'undated', claim),
    incident('I-002', 'Fundraising supplier, 2020', 'about May 2020', claim),
  );
  const original = keep(world, claim, 'Notification of data incident.eml', 'message/rfc822', 18_204, {
    item: { ...emptyItem(), title: 'The e-mail of 3 November', kind: 'mail', date: words('3 Nov 2021') },
  });
  const saved = keep(world, claim, 'what-we-know-now.html', 'text/html', 62_100, {
    item: { ...emptyItem(), title: 'Page saved from the web', kind: 'web-page', date: words('12 Nov 2021') },
  });
  keep(world, claim, 'what-you-can-do.pdf', 'application/pdf', 48_211, {
    cameWith: original.id,
    item: { ...emptyItem(), title: 'Leaflet that came with the e-mail', date: words('3 Nov 2021') },
  });
  const card = keep(world, claim, 'IMG_2210.jpg', 'image/jpeg', 3_480_112, {
    item: { ...emptyItem(), title: 'New bank card', kind: 'photo', third_party_data: true },
  });
  const bank = keep(world, claim, 'letter from the bank.pdf', 'application/pdf', 91_300, {
    waiting: true,
    guess: 'letter',
  });
  world.words.set(bank.files[0]?.id ?? '', [{ page: 1, text: statement.join('\n'), from: 'file' }]);
  keep(world, claim, 'scan0003.tif', 'application/x-broken', 120_000, { waiting: true, guess: 'evidence' });
  const photos = more(world, claim, original, card);
  add(world, claim, 'notice', {
    evidence: [saved.id],
    incidents: [{ incident: 'I-002', certainty: 'unsure' }],
    notice: {
      ...emptyNotice(),
      subject: 'Notice about our fundraising supplier',
      from: 'Northfold Society',
      channel: 'web-page',
      addressed: 'public',
      first_seen: words('12 Nov 2021'),
      text: 'A copy of a backup file was taken between February and May this year.',
    },
  });
  add(world, claim, 'notice', {
    evidence: [original.id],
    incidents: [{ incident: 'I-001', certainty: 'sure' }],
    notice: {
      ...emptyNotice(),
      subject: 'Notification of data incident',
      from: 'the Northfold Society <notices@northfold.example>',
      received: words('3 Nov 2021'),
      on_document: words('3 Nov 2021'),
      text: 'Dear Ruth,\n\nWe are writing because a company that keeps records on our behalf has had a security incident.',
      what_i_did_next: 'I changed my passwords and asked what was taken.',
    },
  });
  add(world, claim, 'notice', {
    notice: {
      ...emptyNotice(),
      subject: 'Update for members',
      from: 'Northfold Society',
      channel: 'web-page',
      addressed: 'public',
      on_document: words('8 Nov 2021'),
      text: 'We are working with the authorities. No bank details were taken.',
    },
  });
  add(world, claim, 'notice', {
    evidence: [photos.id],
    notice: {
      ...emptyNotice(),
      subject: 'What we know now',
      from: 'Northfold Society',
      channel: 'letter',
      received: words('about Jan 2022'),
      text: 'Dear member,\n\nData was affected. Some people may see more scam calls.',
    },
  });
  const asked = add(world, claim, 'correspondence', {
    letter: {
      ...emptyLetter(),
      direction: 'sent',
      from: 'Ruth Marsh',
      to: 'privacy@northfold.example',
      sent: words('10 Nov 2021'),
      subject: 'Please tell me what you hold about me',
      text: 'Dear Northfold Society,\n\nPlease send me a copy of the information you hold about me.',
      address_used: 'privacy@northfold.example',
      came_back: 'nothing',
    },
  });
  add(world, claim, 'correspondence', {
    letter: {
      ...emptyLetter(),
      from: 'Northfold Society',
      channel: 'call',
      received: words('2 Dec 2021'),
      sent: words('2 Dec 2021'),
      subject: 'They rang about my question',
      text: 'She said a reply would come “when things are clearer”.',
      call_who: 'a woman, first name Ada',
      call_minutes: 6,
    },
    marks: { note: '', tags: [], privileged: true, include_in_bundle: true },
  });
  add(world, claim, 'correspondence', {
    letter: {
      ...emptyLetter(),
      from: 'Northfold Society <privacy@northfold.example>',
      to: 'Ruth Marsh',
      sent: words('6 Dec 2021'),
      received: words('6 Dec 2021'),
      subject: 'Re: Please tell me what you hold about me',
      text: 'Dear Ms Marsh,\n\nWe need more time to answer you.',
      answers: asked.id,
    },
  });
  return claim;
}

function party(reference: string, name: string, roles: Role[], claim: string) {
  return {
    id: reference,
    reference,
    claim,
    form: {
      name,
      kind: 'organisation' as const,
      roles: roles.map((role) => ({ role, incident: null })),
      contact: '',
      identified_as: null,
    },
    identified: '',
  };
}

function incident(reference: string, name: string, when: string, claim: string) {
  return {
    id: reference,
    reference,
    name,
    claim,
    kind_as_told: '',
    occurred: view(words(when)),
    discovered: view(words('')),
    controller_told: view(words('')),
    regulator_told: view(words('')),
    public_told: view(words('')),
    sources: [],
    claimant_told: view(words('3 Nov 2021')),
  };
}
