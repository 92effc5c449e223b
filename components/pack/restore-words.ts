import { inLanguage } from '../language/language.ts'

const count = (many: number, one: string, several = `${one}s`) =>
  `${many.toLocaleString('en')} ${many === 1 ? one : several}`
const rows = (from: number, to: number) => (from === to ? `row ${from}` : `rows ${from} to ${to}`)

export const english = {
  title: 'Bring evidence back',
  bannerRegion: 'State of the storage',
  bannerTitle: 'Docket only shows what is stored and saves nothing new',
  bannerAction: 'What to do',
  happenedTitle: 'What happened',
  nothingDeleted:
    'Docket deleted nothing and writes over nothing. Do not remove Docket or its data, and do not reinstall it.',
  plain:
    'Use this where a browser profile was lost, or evidence in this one is damaged. Nothing that is here is written over.',
  emptyHint:
    'A lost profile is best restored into a new one, before anything else is done there. Flags and the queue are not in the copies.',

  saveTitle: '1. Save what is here',
  saveHint:
    'Everything that can still be read, as one ZIP: captures, records, files, the ledger, flags and notes. No evidence pack can be made while rows of the ledger are missing.',
  saveButton: 'Save everything that is here',
  saving: 'Saving…',
  savedAs: (path: string) => `Saved: ${path}`,

  chooseTitle: (isReadOnly: boolean) => (isReadOnly ? '2. Choose the copies' : 'Choose the copies'),
  chooseHint: (place: string | null) =>
    place === null
      ? 'The folder with the second copies, or evidence packs that you exported.'
      : `Your copies are in ${place}. Evidence packs that you exported help as well.`,
  chooseFolder: 'Folder with copies',
  chooseFiles: 'Single files (.zip, .jsonl, .json)',
  looking: (done: number, of: number) => `Checking ${done.toLocaleString('en')} of ${count(of, 'file')}…`,

  foundTitle: 'What the copies hold',
  nothingMissing: 'Everything in these copies is here already, byte for byte.',
  captures: (many: number) => `${count(many, 'capture')} will come back`,
  capturesWhole: (many: number) =>
    many === 1 ? '1 capture is here already, whole' : `${count(many, 'capture')} are here already, whole`,
  rows: (many: number) => `${count(many, 'row')} of the ledger will come back`,
  timeStamps: (many: number) => `${count(many, 'time stamp')} will come back`,
  ledgerEnds: (count: number) => `The ledger then ends with row ${count}.`,
  lost: (from: number, to: number) => `In none of these files: ${rows(from, to)} of the ledger.`,
  more: (many: number) => `and ${many.toLocaleString('en')} more`,
  refused: (many: number) => `${count(many, 'file')} cannot be used`,
  others: (many: number) =>
    many === 1
      ? '1 pack belongs to another ledger and is left out'
      : `${count(many, 'pack')} belong to another ledger and are left out`,
  restore: 'Bring it back',
  restoring: (done: number, of: number) =>
    `Bringing back ${done.toLocaleString('en')} of ${count(of, 'copy', 'copies')}…`,
  keepOpen: 'Keep this tab open until it is done.',

  doneTitle: 'The evidence is complete again',
  doneReadOnlyTitle: 'Brought back what the copies hold',
  done: (captures: number, files: number, ledgerRows: number, timeStamps: number) => {
    const parts = [
      ...(captures > 0 ? [count(captures, 'capture')] : []),
      ...(files > 0 ? [count(files, 'file')] : []),
      ...(ledgerRows > 0 ? [`${count(ledgerRows, 'row')} of the ledger`] : []),
      ...(timeStamps > 0 ? [count(timeStamps, 'time stamp')] : []),
    ]
    return parts.length === 0
      ? 'Nothing had to be brought back.'
      : `Brought back with their original signatures: ${parts.join(', ')}.`
  },
  writable: 'Ledger and anchor agree, and Docket saves again. The settings show where further copies go.',
  stillReadOnly: 'Still not complete:',
  notTaken: (many: number) => `${count(many, 'copy', 'copies')} could not be taken`,
  settings: 'Settings',

  lossTitle: '3. If rows are in no copy',
  lossHint:
    'Look for more copies first: other disks, backups, packs that you exported or sent to others. Only if there are none, go on without the missing rows. What they entered cannot be proven any more; the ledger itself will say which rows are missing, and that you decided it.',
  loss: 'Go on without the missing rows…',
  lossSure: 'This cannot be taken back, and stays in the ledger for ever.',
  lossConfirm: 'Enter the loss and go on',
  lossCancel: 'Cancel',
  lossDoneTitle: 'The loss is entered, and Docket saves again',
  failedTitle: 'It did not work',
  copiesIn: (place: string) => `Your second copies are in ${place}.`,
} as const

/** Everything that the restore guide, and the banner that leads to it, say. */
export const restoreWords = inLanguage('pack/restore-words', english)
