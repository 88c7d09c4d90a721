/** The words of blacking out areas of a document. */

const numbers = new Intl.NumberFormat('en-GB');
const percent = (parts: number) => `${numbers.format(Math.round(parts / 100))} %`;
const areas = (n: number) => `${numbers.format(n)} ${n === 1 ? 'area' : 'areas'}`;

export const redaction = {
  open: 'Black out…',
  title: (reference: string) => `Black out areas of ${reference}`,
  about: (reader: string) =>
    `For: ${reader}. What is under a black area is not in the bundle at all. A page with an area goes as a picture, so nobody can search it or copy from it. Your original stays as it is.`,
  titleStays: (title: string) => `The index still shows this title: ${title}`,
  page: (page: number, of: number) => `Page ${numbers.format(page)} of ${numbers.format(of)}`,
  before: 'Page before',
  after: 'Next page',
  board: (page: number, of: number) =>
    `Page ${numbers.format(page)} of ${numbers.format(of)}. Press Enter to add an area.`,
  picture: (page: number, of: number) => `Picture of page ${numbers.format(page)} of ${numbers.format(of)}`,
  keys: 'Draw with the pointer, or press Enter on the page. On an area: arrow keys move it, Shift and arrow keys change its size, Delete takes it away. With Ctrl the steps are small.',
  add: 'Add an area',
  list: (n: number) => (n === 0 ? 'No area yet' : areas(n)),
  listName: 'Areas',
  area: (number: number, page: number) => `Area ${numbers.format(number)}, page ${numbers.format(page)}`,
  areaOnPage: (number: number, why: string) => `Area ${numbers.format(number)}: ${why || 'no reason yet'}`,
  remove: (number: number) => `Take area ${numbers.format(number)} away`,
  why: 'Why',
  whyHint: 'The reader sees this beside the document in the bundle.',
  whyFirst: 'Someone else’s data',
  whyMissing: 'Say why.',
  added: (number: number) => `Area ${numbers.format(number)} added.`,
  removed: (number: number) => `Area ${numbers.format(number)} taken away.`,
  stands: (number: number, left: number, top: number, width: number, height: number) =>
    `Area ${numbers.format(number)}: ${percent(left)} from the left, ${percent(top)} from the top, ${percent(width)} wide, ${percent(height)} high.`,
  see: 'See it as it will be',
  seen: 'This is the page as the bundle will hold it.',
  drawing: 'Making the page…',
  changed:
    'The pages look different from when these areas were set. Look at each area, move it if it has to, and save.',
  save: 'Save',
  saved: (reference: string, n: number) =>
    n === 0 ? `Nothing of ${reference} is blacked out now.` : `${areas(n)} of ${reference} blacked out.`,
  elsewhere: 'Saved. The same words also stand here',
  elsewhereAbout:
    'These records say words that are under the areas. They are not changed. Look at each, and leave it out or change it if it has to be.',
  says: (words: string) => `says: ${words}`,
};
