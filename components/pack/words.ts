import type { QueueGroup } from '../../lib/queue/flag.ts'

const count = (many: number, one: string) => `${many.toLocaleString('en')} ${many === 1 ? one : `${one}s`}`

/** Everything that the export page says. */
export const words = {
  group: {
    trademark: 'Trademark',
    copyright: 'Copyright',
    patent: 'Patent',
    undecided: 'Undecided',
  } satisfies Record<QueueGroup, string>,
  title: (group: string) => `Export: ${group}`,
  tabTitle: (title: string) => `${title} – Docket`,
  working: (done: number, of: number) => `Packing ${done.toLocaleString('en')} of ${count(of, 'listing')}…`,
  reading: 'Reading the queue…',
  saving: 'Saving…',
  keepOpen: 'Keep this tab open until the file is saved. The popup may be closed.',
  done: (listings: number) => `${count(listings, 'listing')} exported`,
  file: 'File',
  savedTo: 'Saved to',
  size: 'Size',
  bytes: (bytes: number) => count(bytes, 'byte'),
  files: 'Files in it',
  listings: 'Listings',
  sha256: 'SHA-256 of the ZIP',
  copy: 'Copy',
  copyOf: (what: string) => `Copy: ${what}`,
  copied: 'Copied.',
  saveAgain: 'Save again',
  showFile: 'Show in folder',
  exportAgain: 'Export again',
  emptyTitle: 'Nothing to export',
  empty: (group: string) => `No listing is queued under ${group}.`,
  failedTitle: 'The export was not finished',
  failedCalm: 'Your queue is unchanged.',
  notSavedTitle: 'The pack is ready, but was not saved',
  complete: 'Every listing has its screenshot, and every screenshot is the one that was taken.',
  leftOut: (many: number) =>
    `${count(many, 'screenshot')} left out: the stored bytes are missing or not the ones that were taken`,
  noScreenshot: (many: number) => `${count(many, 'listing')} without screenshot`,
  damaged: (many: number) => `${count(many, 'listing')} with incomplete stored data`,
  sellerUnknown: (many: number) =>
    many === 1
      ? '1 listing does not name its seller'
      : `${many.toLocaleString('en')} listings do not name their seller`,
  sellerHint: 'Results pages often leave the seller out. Open the listings and flag them there to add it.',
  whichOnes: 'Which ones',
  inThePack: 'In the pack',
  parts: [
    ['links.txt', 'One link a line, to paste into the portal; at most 300 in one file'],
    ['listings.csv', 'For a spreadsheet. Cells that begin with ’ are text: numbers stay whole, nothing runs'],
    ['screenshots/', 'What you saw, one picture for each listing'],
    ['listings.json', 'Everything stored of each listing, with the source of every fact'],
    ['manifest.json', 'Size and SHA-256 of every file, when and with what it was made'],
  ],

  evidence: {
    title: (group: string, chosen: number | null) =>
      chosen === null ? `Evidence pack: ${group}` : `Evidence pack of ${count(chosen, 'listing')}`,
    ofThese: (many: number) =>
      many === 1 ? 'Evidence pack of this listing' : 'Evidence pack of these listings',
    sealing: (done: number, of: number) =>
      `Sealing and checking ${done.toLocaleString('en')} of ${count(of, 'listing')}…`,
    working: (done: number, of: number) =>
      `Packing the evidence of ${done.toLocaleString('en')} of ${count(of, 'listing')}…`,
    done: (many: number) => `Evidence of ${count(many, 'listing')} exported`,
    whole:
      'Every record is sealed and every file is the one that was sealed. The export stands in the ledger.',
    blocked: (many: number, of: number) =>
      of === many
        ? `None of ${count(of, 'listing')} can go into an evidence pack`
        : `${many.toLocaleString('en')} of ${count(of, 'listing')} cannot go into the evidence pack`,
    blockedHint:
      'Nothing is exported yet. Do what is said below and try again, or export the others without.',
    noneReady: 'Do what is said below and try again.',
    leftOut: (many: number) => `${count(many, 'listing')} left out of this pack, as you chose`,
    tryAgain: 'Try again',
    exportRest: (many: number) =>
      many === 1 ? 'Export the other one' : `Export the other ${many.toLocaleString('en')}`,
    unknownCapture: (captureId: string) => `Capture ${captureId}:`,
    notStored: 'What was captured is not stored. Flag the listing again on its page.',
    screenshotPending:
      'The screenshot is not finished, so nothing is sealed yet. Wait a minute, or open the listing and click the toolbar button of Docket; then try again.',
    tryFailed: (why: string) => `It could not be sealed: ${why} Then try again.`,
    busy: 'It is being changed right now. Try again in a minute.',
    fingerprint: 'Fingerprint of the key',
    fingerprintHint: 'Write it into the case file: whoever checks the pack compares it with this one.',
    parts: [
      ['captures/', 'For each listing: the signed record, its signature and the screenshot'],
      ['ledger.jsonl', 'What happened to the evidence, in order; its last row is this export'],
      ['verify.html', 'Open it without network and choose the ZIP: it says whether anything was changed'],
      ['README.txt', 'How to check the pack with sha256sum and openssl'],
      ['SHA256SUMS', 'The hash of every file, signed in SHA256SUMS.der'],
    ],
  },
} as const
