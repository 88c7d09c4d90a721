import { quoted } from './quoted';

/** Words about people, organisations, breaches and dates with their sources. */
export const people = {
  people: {
    intro: 'Who has a part in your story, what each breach was, and who told whom, and when.',
    roleIn: (role: string, breach: string) => `${role} · ${breach}`,
    namesUnnamed: (name: string, reference: string) =>
      `It is the one called ${quoted(name)} in ${reference}.`,
    onlyIn: 'Only in these breaches. With none ticked it is the whole story.',
    inBreach: (breach: string) => `in “${breach}”`,
    identified: 'Who it turned out to be',
    notNamed: 'nobody has named them yet',
    notListed: 'somebody who is not listed yet',
    whichParty: 'Who is it?',
    whichPartyHint: 'The words of the notice stay as they are. The name stands beside them.',
    theirName: 'Their name',
    namedBy: 'Who named them?',
    namedByHint: 'For example a newspaper, the regulator, or the organisation in a letter.',
    namedOn: 'When were they named?',
    authority: 'What did the name rest on?',
    authorityHint: 'For example: a letter to staff that the paper saw.',
    notKnown: 'not known',
    tellings: 'Who told whom, and when',
    tellingsAbout:
      'From the dates of breaches, notices, letters and events. The days are counted from the one before it about the same breach.',
    noTellings: 'Nothing yet. Notices and letters stand here when you add them.',
    when: 'When',
    who: 'Who told whom',
    what: 'What',
    breach: 'Breach',
    told: (teller: string, told: string) => `${teller} → ${told}`,
    noIncident: 'no breach chosen',
  },

  party: {
    title: 'People and organisations',
    add: 'Add',
    addLong: 'Add a person or organisation',
    addTitle: 'A person or organisation',
    editTitle: 'Change',
    name: 'Name',
    nameHint: 'If nobody named them, write how they were described: “a company that keeps records for us”.',
    kind: 'Is it an organisation or a person?',
    role: 'What part do they play?',
    contact: 'How to reach them',
    contactHint: 'Address, e-mail, telephone.',
    needsName: 'Write the name.',
    none: 'Nobody is listed yet.',
  },

  incident: {
    title: 'Breaches',
    about:
      'If there was more than one breach, give each a name. Then no date or word of one gets mixed up with the other.',
    add: 'Add',
    addLong: 'Add a breach',
    addTitle: 'A breach',
    editTitle: 'Change',
    name: 'What do you call it?',
    nameHint: 'For example “Records supplier, autumn 2021”.',
    kind: 'What kind of breach, as you were told',
    kindHint: 'In their words.',
    occurredHint: 'As you were told. “Undated” is fine.',
    none: 'None is listed yet. One is enough to begin without a name.',
  },

  incidentDates: {
    occurred: 'When it happened',
    discovered: 'When it was found',
    controller_told: 'When the organisation was told',
    regulator_told: 'When the regulator was told',
    public_told: 'When the public was told',
    claimant_told: 'When you were told',
  },

  dateSource: {
    how: (date: string) => `${date}: how do you know?`,
    which: (date: string) => `${date}: which document?`,
    notSaid: 'not said',
    noDocument: 'one that is not here yet',
    bases: { document: 'A document says so', recollection: 'I remember it', inference: 'I worked it out' },
    short: { document: 'from a document', recollection: 'as you remember it', inference: 'worked out' },
    from: (reference: string, title: string) => `from ${reference}, ${title}`,
  },
};
