const numbers = new Intl.NumberFormat('en-GB');
const count = (n: number, one: string, many: string) => `${numbers.format(n)} ${n === 1 ? one : many}`;

/** What the room of the history says, and Undo, and the bin. */
export const changes = {
  title: 'History',
  pages: 'Pages of the history',
  page: { changes: 'Changes', bin: 'Bin' },
  list: 'Changes, newest first',
  words: 'Find in the history',
  wordsHint: 'Words, or a reference such as N-003',
  sort: 'Kind of change',
  all: 'All changes',
  sorts: {
    added: 'Added',
    changed: 'Changed',
    linked: 'Links',
    away: 'Put away or taken back',
    bin: 'Bin and deletions',
    bundle: 'Bundle and blacking out',
    other: 'Settings and notes',
  },
  only: (reference: string) => `Only changes of ${reference}`,
  showAll: 'Show all changes',
  none: 'No change fits this.',
  empty: 'Nothing has been changed yet.',
  open: (reference: string) => `Open ${reference}`,
  inRoom: 'Show it in the history',
  noFields: 'Nothing more is kept about this change.',
  erased: (at: string) =>
    `The words of this entry were erased on ${at}, because the record was deleted for good. That there was an entry still shows.`,
  lasting: 'Undo cannot take this back.',
  vault: 'The vault itself',

  redo: 'Redo',
  undone: (what: string) => `Undone: ${what}`,
  redone: (what: string) => `Done again: ${what}`,
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to do again.',

  chain: {
    title: 'What this history shows',
    following: 'Following the history from its beginning…',
    holds: (n: number) => `All ${numbers.format(n)} entries follow on one another, and none was changed.`,
    shows:
      'Each entry is tied to the one before. An entry that is changed or taken out by accident or by somebody else shows here.',
    limit:
      'It does not prove a date. You have the keys, so you could write the whole history anew. Only somebody outside can fix a date. So each bundle prints the last entry and its hash. It also comes with a request that a time-stamp service can sign.',
    head: 'Last entry and its hash',
    broken: 'The history does not hold together.',
    brokenAbout:
      'Your records are still there. Restore the vault from a backup, or check it under “This vault”.',
    look: 'Open the history',
  },

  del: 'Delete',
  restore: 'Take out of the bin',
  binned: (reference: string) => `${reference} is in the bin.`,
  unbinned: (reference: string) => `${reference} is back where it was.`,
  inBin: 'This record is in the bin. It is in no list, no search and no bundle.',
  isDeleted: 'This record was deleted for good. Only its reference is left, so that it is not given again.',
  bin: {
    about:
      'What you delete lies here first. It is in no list, no search and no bundle, and you can take it out again.',
    empty: 'The bin is empty.',
    list: 'In the bin',
    since: (at: string) => `since ${at}`,
    files: (n: number) => count(n, 'file', 'files'),
    used: (references: string) => `Named by ${references}, which will then point to something deleted.`,
    forGood: (reference: string) => `Delete ${reference} for good`,
    forGoodShort: 'Delete for good',
    emptyAll: 'Empty the bin',
    ask: 'Delete for good?',
    what: (n: number) =>
      `${count(n, 'record', 'records')} and the files kept with ${n === 1 ? 'it' : 'them'} will be removed from this vault, with their words in the history. Files that another record also holds stay.`,
    cannot: 'This cannot be undone. And it does not reach:',
    reach: [
      'bundles you have already made or given away',
      'backups and copies of this vault',
      'words you quoted from it in other records',
      'that there was such a record: its reference and when it was changed stay in the history',
    ],
    yes: 'Delete for good',
    no: 'Keep',
    done: (n: number) => `${count(n, 'record', 'records')} deleted for good.`,
    stillThere:
      'Some originals are still sealed in the vault’s folder. They go when you open the vault next.',
  },
} as const;
