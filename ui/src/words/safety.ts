const files = (n: number) => (n === 1 ? '1 file' : `${n} files`);
const changes = (n: number) => (n === 1 ? '1 change' : `${n} changes`);

/** What the room of the vault says: opening it, backups, whether it is whole. */
export const safety = {
  title: 'This vault',
  pages: 'Pages about this vault',
  page: {
    opening: 'Opening it',
    backup: 'Backup',
    whole: 'Is it whole?',
  },

  backup: {
    title: 'Backup',
    intro:
      'A backup is a second copy of this vault. It opens by itself, with the same passphrase or recovery sheet.',
    never: 'There is no backup of this vault yet.',
    last: (days: number) =>
      days === 0
        ? 'The last backup was made today.'
        : days === 1
          ? 'The last backup was made yesterday.'
          : `The last backup was made ${days} days ago.`,
    where: 'It lies in',
    notThere: 'This place cannot be reached now. If it is on a stick, plug it in.',
    make: 'Back up now',
    first: 'Make a backup…',
    elsewhere: 'Back up in another place…',
    test: 'Test my backup',
    testHint: 'Opens the backup and reads everything in it. Nothing in it is changed.',
    making: 'Making the backup',
    testing: 'Testing the backup',
    made: 'The backup is made.',
    madeAbout: (newFiles: number, all: number, size: string) =>
      `${size} were written and read back: ${newFiles === 0 ? 'no new files' : files(newFiles).replace(' file', ' new file')}. The backup holds ${files(all)} on record.`,
    madeNotWhole: 'The backup was made, but something is missing in it.',
    tested: (all: number) =>
      `The backup is whole. It opened, and ${files(all)} in it were read and compared.`,
    testedNotWhole: 'The backup is not whole.',
    behind: (n: number) =>
      n === 0 ? 'It holds everything up to now.' : `Since it was made there were ${changes(n)} here.`,
    stopped: 'Stopped. The last whole backup is as it was.',
    know: 'Good to know',
    facts: [
      'Only what is new is copied, so the next backup is quick.',
      'Keep it on another disk or stick, away from this computer.',
      'It opens with the passphrase of the day it was made. The next backup brings the new passphrase.',
      'What you delete for good stays in the backups made before. To forget it there too, make a backup in a new place and delete the old one.',
      'A stick formatted as FAT32 cannot hold files over 4 GB. One formatted as exFAT can.',
    ],
    everything: 'Save everything in plain files',
    everythingAbout:
      'For use without Recourse: every original, every record as tables, and the whole history. These files are not locked. Whoever finds them can read them.',
    everythingMake: 'Save everything…',
    everythingMaking: 'Saving everything',
    everythingMade: (all: number) => `Everything is saved, with ${files(all)}. It is not locked.`,
    remind: {
      never: 'This vault has no backup yet',
      old: 'Your last backup is more than a month old',
      about: 'If this disk breaks, a backup is the only way back to your papers.',
      go: 'See backups',
      later: 'Remind me in a week',
    },
    synced: (program: string) => `This vault lies in a folder of ${program}`,
    syncedAbout: [
      'What is copied to other computers is locked. Nobody there can read it. They can see when you work, and how much.',
      'Let it finish before you open the vault on another computer. Two computers that write at once make conflict copies.',
      'It is no backup. What is damaged or deleted here is soon damaged or deleted there too.',
    ],
    have: 'I have a backup',
    restore: {
      title: 'Make a vault from a backup',
      intro: 'The backup is only read. Nothing is written over.',
      choose: 'Choose the backup…',
      another: 'Choose another backup…',
      backup: 'The backup',
      name: 'Name of the vault',
      where: 'Where it will lie',
      elsewhere: 'Choose another place…',
      words: 'Its passphrase',
      hint: 'The one that was used when the backup was made.',
      missing: 'Type the passphrase.',
      make: 'Make the vault',
      making: 'Making the vault',
    },
  },

  whole: {
    title: 'Is it whole?',
    intro: 'Recourse looks whether all is there and as it was kept.',
    quick: 'Check',
    quickHint: 'The records, the history, and whether each original is there. Takes moments.',
    deep: 'Check and read everything',
    deepHint: 'Also unlocks each original and compares it with what was kept. Takes longer.',
    checking: 'Checking',
    yes: 'The vault is whole.',
    yesQuick: (all: number, changed: number) =>
      `${files(all)} are there, and ${changes(changed)} in the history follow on each other.`,
    yesDeep: (all: number, changed: number) =>
      `${files(all)} were read and are as they were kept. ${changes(changed)} in the history follow on each other.`,
    no: 'Something is not as it should be.',
    noAbout:
      'Nothing was changed. Lock the vault and choose “Repair this vault” on the page that opens it. A backup helps.',
    stopped: 'Stopped.',
    lock: 'Lock the vault now',
    repair: {
      open: 'Repair this vault…',
      title: 'Repair this vault',
      about: 'Everything is read. What is damaged is kept aside, never deleted.',
      from: 'Repair it with',
      itself: 'What is in it',
      itselfHint: 'One key file from the other, and what is known of each original.',
      backup: 'A backup',
      backupHint: 'You choose the backup. Damaged originals and records are taken from it.',
      originals: 'Its originals only',
      originalsHint:
        'When the records are lost and there is no backup. The originals come back with their names and dates. What you typed does not.',
      words: 'Passphrase',
      make: 'Repair',
      making: 'Repairing',
      nothing: 'Everything was read and nothing was wrong.',
      whole: 'The vault is whole again.',
      notWhole: 'The vault is not whole yet.',
    },
  },

  opening: {
    passphrase: 'Passphrase',
    setOn: (day: string) => `Set on ${day}.`,
    change: 'Change the passphrase',
    old: 'Passphrase now',
    oldMissing: 'Type the passphrase in use now.',
    newOne: 'New passphrase',
    again: 'New passphrase once more',
    oldBackups: 'A backup you made before still opens with the old passphrase. Make a new backup afterwards.',
    changing: 'Changing it. This takes a moment, on purpose.',
    changed: 'The passphrase is changed. Older backups still open with the old one.',
    sheet: 'Recovery sheet',
    madeOn: (day: string) => `Made on ${day}.`,
    sheetAbout:
      'It opens the vault if you forget the passphrase. If it is lost, or somebody has seen it, make a new one.',
    newSheet: 'Make a new sheet',
    newSheetTitle: 'Your new recovery sheet',
    newSheetIntro:
      'The code on the old sheet works until you have typed two groups of this one. The key for the age program stays the same.',
    keepOld: 'Keep the old sheet',
    keptOld: 'The old sheet still works. Nothing was changed.',
    newSheetDone: 'The new sheet works from now on. Throw the old one away.',
    lock: 'Lock by itself',
    lockAbout: 'It also locks when the computer goes to sleep or its screen is locked.',
    lockAfter: 'When nobody has used it for',
    minutes: (n: number) => (n === 60 ? '1 hour' : `${n} minutes`),
    lockSaved: 'The time is changed.',
    ask: 'Opening without asking',
    askLabel: 'Open it on this computer without asking for the passphrase',
    askHint:
      'A key is kept in the keyring of this computer. Whoever uses your account here can then open the vault. Keep passphrase and sheet all the same.',
    askOn: 'The vault opens on this computer without asking.',
    askOff: 'The passphrase is asked for again, on every computer.',
    elsewhere: 'It opens without asking on another computer. Ask everywhere again takes that back.',
    askEverywhere: 'Ask everywhere again',
    noKeyring: 'This computer has no keyring that Recourse can use, so the passphrase is always asked for.',
    readingOnly: 'The vault is open for reading only, so nothing can be changed here.',
  },
} as const;
