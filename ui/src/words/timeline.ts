/** The words of the timeline, of events, and of the overview's facts. */
const count = (n: number, one: string, many: string) =>
  `${new Intl.NumberFormat('en-GB').format(n)} ${n === 1 ? one : many}`;

export const timelineWords = {
  who: 'Who knew when',
  whoNone: 'Add an incident under People to see who knew when.',
  all: 'Everything, in order',
  whole: 'The whole time',
  wholeAbout: (n: number, first: string, last: string) =>
    `A picture of ${count(n, 'dated entry', 'dated entries')} from ${first} to ${last}. The list below says the same in words.`,
  held: 'How long data was held after leaving',
  undated: (n: number) => `${count(n, 'undated', 'undated')}`,
  undatedAbout: 'kept apart until you can say more',
  list: 'Everything, in order: use the arrow keys to move and Enter to open',
  count: (n: number) => count(n, 'entry', 'entries'),
  incident: 'Incident',
  allIncidents: 'All incidents',
  kind: 'Kind',
  allKinds: 'All kinds',
  words: 'Only with these words',
  nothing: 'Nothing here fits. Try other words, or show all kinds.',
  empty: 'Nothing has a place in time yet. Add a notice, or something else that happened.',
  unsure: 'not sure which incident',
  print: 'Print',
  save: 'Save as…',
  saveLadderPng: 'Who knew when, as a picture (PNG)',
  saveLadderSvg: 'Who knew when, as a drawing (SVG)',
  savePng: 'Everything, as a picture (PNG)',
  saveSvg: 'Everything, as a drawing (SVG)',
  saveCsv: 'Everything, as a table (CSV)',
  saved: (path: string) => `Saved: ${path}`,
  add: 'Something else happened',
  source: (source: string) => `from ${source}`,
};

export const eventWords = {
  addTitle: 'Something else happened',
  editTitle: (reference: string) => `Change ${reference}`,
  title: 'What happened, in one line',
  titleHint: 'For example: the supplier told the organisation.',
  needsTitle: 'Say in one line what happened.',
  happened: 'When',
  toldBy: 'Who told',
  toldTo: 'Who was told',
  nobody: 'Nobody, or not known',
  text: 'More about it',
  back: 'Back to the timeline',
  factWhen: 'When',
  factToldBy: 'Who told',
  factToldTo: 'Who was told',
};
