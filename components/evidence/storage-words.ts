import { inLanguage } from '../language/language.ts'

const number = (many: number) => many.toLocaleString('en')
const count = (many: number, one: string, several = `${one}s`) =>
  `${number(many)} ${many === 1 ? one : several}`

export const english = {
  tabTitle: 'Storage – Evidence – Docket',
  title: 'Storage',
  lead: 'Everything lies on this computer, in this browser profile. This is how it stands.',
  reading: 'Reading…',

  room: 'Room',
  used: (size: string, of: string) => `${size} used of ${of} that the browser grants`,
  free: (size: string) => `${size} free`,
  roomUntold: 'The browser does not tell how much room there is. Every write is read back all the same.',
  nearlyFull: (size: string) =>
    `Only ${size} are free. Free some disk space: below 200 MB no new evidence is begun, and flags get no pictures.`,
  full: (size: string) =>
    `Only ${size} are free, so no new evidence is begun: flags are saved without pictures, with the reason. Free some disk space, then open the listings again.`,
  persistent: 'The browser promises not to clear this storage by itself.',
  notPersistent:
    'The browser has not promised to keep this storage. Docket’s permission for unlimited storage keeps it from being cleared for lack of space; ask for the promise as well, some browsers give it.',
  ask: 'Ask the browser for it',
  declined: 'The browser declined. Keep a second copy: see Settings.',

  files: 'Files by kind',
  measuring: (done: number, of: number) => `Adding up ${number(done)} of ${count(of, 'capture')}…`,
  heads: { kind: 'Kind', files: 'Files', size: 'Size' },
  all: 'All',
  noFiles: 'There are no files yet.',

  copies: 'Second copies',
  noCopies:
    'No second copy is kept yet. A browser that replaces a damaged database loses everything in it: keep evidence packs outside the browser.',
  copyState: {
    due: (many: number) => `${count(many, 'copy', 'copies')} due`,
    writing: (many: number) => `${number(many)} being written`,
    copied: (many: number) => `${number(many)} copied`,
    failed: (many: number) => `${number(many)} failed`,
  },
  copySettings: 'Where second copies go',

  ledger: 'Ledger and verification',
  rows: (many: number) => `${count(many, 'row')} in the ledger`,
  waiting: (many: number) => `${count(many, 'judgement')} to be entered, which happens by itself`,
  round: (files: number, captures: number, when: string, isDamaged: boolean) =>
    isDamaged
      ? `By itself, Docket read ${count(files, 'whole file')} of ${count(captures, 'capture')} again, until ${when}.`
      : `All ${count(files, 'file')} of ${count(captures, 'capture')} were read again on ${when}, as Docket does every day: each is what was taken.`,
  noRound: 'Docket reads all files again every day; it has not been through all of them yet.',
  roundNow: (done: number, of: number) => `It is at it again: ${number(done)} of ${count(of, 'capture')}.`,
  damaged: 'Docket found evidence that is not as it was sealed',
  mend: 'No pack takes a damaged file along, and everything else goes on. Bring it back from your second copies: Docket puts in the file that has the sealed hash, and this notice goes. Without a copy, flag the listing again while it is online.',
  mendLink: 'Restore from second copies',
  never: 'Never looked through on your word.',
  last: (when: string, captures: number, flaws: number) =>
    `Last looked through on your word on ${when}: ${count(captures, 'capture')}, ${flaws === 0 ? 'no flaw' : count(flaws, 'flaw')}.`,
  verifyAll: 'Verify everything',
  verifying: (done: number, of: number) => `Verifying ${number(done)} of ${count(of, 'capture')}…`,
  stop: 'Stop',
  stopped: 'Stopped. What was not looked at is not known.',
  sound: (captures: number) => `${count(captures, 'capture')} and the ledger are as they were sealed`,
  flawed: (many: number) => `${count(many, 'flaw')} found`,
  ofLedger: 'Ledger',
  ofCapture: 'Open the capture',
  unsealedHint:
    'Captures that are not sealed yet cannot be held against a seal and are not counted as flaws.',

  incidents: 'What went wrong',
  noIncidents: 'Nothing so far.',
  incidentsOf: (shown: number, all: number) =>
    shown === all ? count(all, 'incident') : `The newest ${number(shown)} of ${count(all, 'incident')}`,
  doing: (doing: string) => `while: ${doing}`,
} as const

/** Everything that the page of the storage says. */
export const storageWords = inLanguage('evidence/storage-words', english)
