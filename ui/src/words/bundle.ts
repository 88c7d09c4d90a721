/** What the room of the bundle says. */
const numbers = new Intl.NumberFormat('en-GB');
const count = (n: number, one: string, many: string) => `${numbers.format(n)} ${n === 1 ? one : many}`;

const sections = {
  notices: 'Notices',
  letters: 'Letters and e-mails',
  'suspicious-contacts': 'Suspicious contacts',
  'other-evidence': 'Other evidence',
  'not-yet-sorted': 'Not yet sorted',
};

/** "p. 12–14", with a word before it where it is not counted for good yet; `mark` stands behind each number. */
function span(first: number, last: number, about: boolean, mark = ''): string {
  const number = (page: number) => numbers.format(page) + mark;
  const pages = first === last ? number(first) : `${number(first)}–${number(last)}`;
  return about ? `about p. ${pages}` : `p. ${pages}`;
}

export const bundle = {
  title: 'Bundle',
  intro: 'One PDF with numbered pages, and a ZIP with your originals that anybody can check.',
  audience: 'Who is it for?',
  audiences: { solicitor: 'My solicitor', 'other-side': 'The other side or the court' },
  audienceHints: {
    solicitor: 'Everything, except what you hold back.',
    'other-side': 'Without what is between you and your lawyer, and without other people’s data.',
  },
  goesIn: 'What goes in, in this order',
  staysOut: 'What stays out, and why',
  nothingOut: 'Nothing stays out.',
  documents: (n: number) => count(n, 'document', 'documents'),
  pages: (n: number, about: boolean) => `${about ? 'about ' : ''}${count(n, 'page', 'pages')}`,
  size: (pdf: string, zip: string) => `PDF about ${pdf}, ZIP about ${zip}`,
  span,
  make: 'Make the bundle…',
  supplement: 'Add to a bundle that has gone out…',
  supplementAbout:
    'Choose the ZIP you handed over. Only what has come since goes into the new one, on pages 1-A, 2-A and so on, so the numbers your reader has stay right.',
  making: 'Making the bundle',
  timeLeft: (seconds: number) =>
    seconds < 60
      ? `about ${count(Math.max(5, Math.ceil(seconds / 5) * 5), 'second', 'seconds')} left for this step`
      : `about ${count(Math.ceil(seconds / 60), 'minute', 'minutes')} left for this step`,
  stopped: 'Stopped. Nothing was written.',
  empty: 'There is nothing to put in yet. Add a notice first.',
  sides: 'The list or the pages',
  list: 'Documents',
  pagesSide: 'Pages',

  sections,
  keysHint: 'Alt with an arrow key moves the chosen document. F2 changes its title and date.',
  drag: (name: string) => `Drag ${name} to another place`,
  more: (name: string) => `More about ${name}`,
  up: 'Move up',
  down: 'Move down',
  toSection: (section: string) => `Move to “${section}”`,
  word: 'Change title or date…',
  altUp: 'Alt ↑',
  altDown: 'Alt ↓',
  open: 'Open the record',
  leaveOut: 'Leave out of this bundle',
  noDate: 'no date',
  putInByHand: 'put in by you',
  wordedByHand: 'worded by you',
  reset: 'Put everything back as usual',
  resetDone: 'Everything is as usual again.',
  moved: (name: string, at: number, of: number, section: string, pages: string) =>
    `${name} is now ${at} of ${of} in “${section}”${pages ? `, ${pages}` : ''}.`,
  sectionMoved: (section: string, at: number, of: number) =>
    `The section “${section}” is now ${at} of ${of}.`,
  leftOut: (name: string) => `${name} stays out of this bundle. The record itself is as it was.`,
  putIn: 'Put in',
  putInLong: (name: string) => `Put in ${name}`,
  isIn: (name: string) => `${name} goes into this bundle.`,
  restsOn: 'It goes in when what it rests on goes in.',
  askTitle: (reference: string) => `Put ${reference} in after all?`,
  askAbout: (why: string, reader: string) => `${why} You chose that. The reader here is: ${reader}.`,
  askYes: 'Yes, put it in',
  askNo: 'Leave it out',

  wordTitle: 'Title in this bundle',
  wordDate: 'Date in this bundle',
  wordDateHint: 'As it is to be printed. Leave it empty to print none.',
  wordAbout: 'Only this bundle says it so. The record keeps its own words.',
  wordUsual: 'As usual',
  worded: (name: string) => `The words for ${name} are saved.`,

  asItWillBe: 'The pages as they will be',
  choose: 'Choose a document to see its pages.',
  pagesOf: (name: string) => `Pages of ${name} in the bundle`,
  notShown: 'These pages could not be shown.',

  ready: 'The bundle is ready',
  readyPages: (n: number, mark: string) => `${count(n, 'page', 'pages')}, numbered from 1${mark}.`,
  readyWhere: 'It lies here',
  readyPdf: 'The bundle, as one PDF',
  readyZip: 'The same with your originals, to check',
  readyHash: 'Fingerprint (SHA-256)',
  report: 'How each document went in',
  toLook: 'Worth a look',
  toLookAbout: 'These did not go in in the usual way. Look at their pages before you hand the bundle on.',
  usualWay: (n: number) =>
    n === 1
      ? '1 document went in in the usual way'
      : `${numbers.format(n)} documents went in in the usual way`,
  allUsual: 'Every document went in in the usual way.',
  ways: {
    'engine-one': 'its own pages',
    'engine-two': 'its own pages, written anew first',
    raster: 'pictures of its pages',
    generated: 'pages set from its words or pictures',
    'slip-sheet': 'a sheet that says where the original lies',
  } as Record<string, string>,
  closeReport: 'Back to the pages',
  showReport: 'Show the report again',
  slips: (n: number) =>
    `${count(n, 'file', 'files')} could not become pages. ${n === 1 ? 'It has a sheet' : 'Each has a sheet'} of its own that says so, and ${n === 1 ? 'the original is' : 'the originals are'} in the ZIP.`,
  remarks: (n: number) => count(n, 'more remark', 'more remarks'),
};
