import { inLanguage, locale } from '../language/language.ts'

const number = (many: number) => many.toLocaleString(locale)

export const english = {
  sectionTitle: 'Backup of everything',
  sectionLead:
    'One encrypted file with all flags, evidence, rights, complaints and settings, to put back into a new browser profile.',
  make: 'Make a backup',
  restore: 'Restore a backup',

  dataLink: 'Export all data for other programs',
  dataTitle: 'Export all data',
  dataLead:
    'A ZIP for other programs: every table as JSON and as CSV, every file, and a schema that says what is what. It is not encrypted, and Docket does not read it back: for that, make a backup.',
  dataBegin: 'Export all data',
  dataReading: (done: number, of: number) => `Writing row ${number(done)} of ${number(of)}, then the files…`,
  dataDone: 'All data is exported',
  dataFailed: 'Nothing was exported',

  title: 'Make a backup',
  lead: 'One file with every row and every picture and document that Docket holds, and its settings. Nobody can read it without the passphrase.',
  keyTitle: 'What cannot be in it',
  key: 'The signing key: the browser hands it to nobody. After a restore everything that was sealed before is verified with its public key, which is in the backup; a new key signs from then on, and the ledger says so. A picked folder for second copies is chosen anew as well.',
  reads: 'Flags that you set while the tables are read are saved a moment later.',
  passphrase: 'Passphrase',
  passphraseHint: (least: number) =>
    `At least ${least} characters. Keep it apart from the file: without it nobody can open the backup, Docket neither.`,
  again: 'The same once more',
  short: (least: number) => `Take at least ${least} characters.`,
  differs: 'This is not the same.',
  suggest: 'Make one for me',
  suggested: 'Write it down or keep it in a password manager before you go on:',
  show: 'Show what I type',
  begin: 'Make the backup',
  reading: (done: number, of: number) => `Writing row ${number(done)} of ${number(of)}, then the files…`,
  readingBack: 'Reading it back…',
  saving: 'Saving…',
  keepOpen: 'Keep this tab open until it is done.',
  doneTitle: 'The backup is saved, and was read back to its end',
  done: (rows: number, files: number, size: string) =>
    `${number(rows)} rows and ${number(files)} files, ${size}. The ledger has entered it.`,
  damaged: (many: number) =>
    `${number(many)} files were not as they were stored and are in it as they were found. “Storage” can check them.`,
  savedAs: 'Saved as',
  showFile: 'Show in folder',
  hash: 'SHA-256',
  failedTitle: 'No backup was made',

  restoreTitle: 'Restore a backup',
  restoreLead:
    'For a new browser profile in which nothing was done yet. Everything is checked before anything is written, and it comes back all at once or not at all.',
  restoreOnce:
    'Go on in one profile only: two that both continue the same ledger cannot be joined again. Settings of this profile are replaced.',
  chooseFile: 'Backup file (.docket)',
  chosen: (name: string, size: string) => `${name}, ${size}`,
  check: 'Check it',
  checking: (percent: number) => `Checking the backup: ${percent} %`,
  foundTitle: 'The backup is whole',
  found: (when: string) => `Made ${when}.`,
  counts: (rows: number, files: number, size: string) =>
    `${number(rows)} rows and ${number(files)} files (${size}).`,
  flags: 'Flags',
  captures: 'Captures',
  complaints: 'Complaints',
  rights: 'Rights',
  ledgerRows: 'Rows of the ledger',
  newer: (rows: number) =>
    `${number(rows)} rows of the ledger were written here after it was made. When it is restored, Docket only shows what is there until second copies bring them, or you accept their loss.`,
  refusedTitle: 'It cannot be restored here',
  restoreNow: 'Restore it',
  restoring: (percent: number) => `Restoring: ${percent} %`,
  restoredTitle: 'Everything is back',
  restored: 'Choose in the settings where second copies go. Permissions of the browser are given anew.',
  restart: 'Restart the browser before you go on.',
  open: 'Open Docket',
  checkFailedTitle: 'It cannot be opened',
  restoreFailedTitle: 'Nothing was restored',
  copies: 'Bring evidence back from second copies instead',
}

/** What the pages of backups say. */
export const words = inLanguage('pack/backup-words', english)
