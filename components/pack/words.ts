import type { QueueGroup } from '../../lib/queue/flag.ts'
import { inLanguage } from '../language/language.ts'
import type { EvidenceKind } from './evidence-kind.ts'

const count = (many: number, one: string) => `${many.toLocaleString('en')} ${many === 1 ? one : `${one}s`}`

const kindNames: Record<EvidenceKind, string> = { evidence: 'Evidence pack', 'web-archive': 'Web archive' }

export const english = {
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
  sha256: 'SHA-256 of the file',
  copy: 'Copy',
  copyOf: (what: string) => `Copy: ${what}`,
  copied: 'Copied.',
  saveAgain: 'Save again',
  showFile: 'Show in folder',
  exportAgain: 'Export again',
  cancel: 'Cancel',
  cancelledTitle: 'Cancelled',
  cancelled: 'Nothing was saved, and nothing else changed.',
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
    ['links.txt', 'One link a line, to paste into the portal; as many in one file as the portal takes'],
    ['listings.csv', 'For a spreadsheet. Cells that begin with ’ are text: numbers stay whole, nothing runs'],
    ['screenshots/', 'What you saw, one picture for each listing'],
    ['listings.json', 'Everything stored of each listing, with the source of every fact'],
    ['manifest.json', 'Size and SHA-256 of every file, when and with what it was made'],
  ],

  evidence: {
    kinds: 'Export as',
    kind: { evidence: 'Evidence pack', 'web-archive': 'Web archive (WACZ)' } satisfies Record<
      EvidenceKind,
      string
    >,
    title: (kind: EvidenceKind, group: string, chosen: number | null) =>
      chosen === null ? `${kindNames[kind]}: ${group}` : `${kindNames[kind]} of ${count(chosen, 'capture')}`,
    ofThese: (many: number) =>
      many === 1 ? 'Evidence pack of this listing' : 'Evidence pack of these listings',
    sealing: (done: number, of: number) =>
      `Sealing and checking ${done.toLocaleString('en')} of ${count(of, 'capture')}…`,
    working: (done: number, of: number) => `Packing ${done.toLocaleString('en')} of ${count(of, 'capture')}…`,
    done: (kind: EvidenceKind, many: number) =>
      kind === 'evidence'
        ? `Evidence of ${count(many, 'listing')} exported`
        : `Web archive of ${count(many, 'listing')} exported`,
    whole:
      'Every record is sealed and every file is the one that was sealed. The export stands in the ledger.',
    blocked: (kind: EvidenceKind, many: number, of: number) =>
      of === many
        ? `${of === 1 ? 'It' : `None of the ${of.toLocaleString('en')}`} can${of === 1 ? 'not' : ''} be exported`
        : `${many.toLocaleString('en')} of ${of.toLocaleString('en')} cannot go into the ${kindNames[kind].toLowerCase()}`,
    blockedHint:
      'Nothing is exported yet. Do what is said below and try again, or export the others without.',
    noneReady: 'Do what is said below and try again.',
    leftOut: (many: number) => `${many.toLocaleString('en')} left out of this pack, as you chose`,
    tryAgain: 'Try again',
    exportRest: (many: number) =>
      many === 1 ? 'Export the other one' : `Export the other ${many.toLocaleString('en')}`,
    unknownCapture: (captureId: string) => `Capture ${captureId}:`,
    notCaptured:
      'No page of this listing was captured: it was added from a list. Open it, and its evidence is completed.',
    notStored: 'What was captured is not stored. Flag the listing again on its page.',
    screenshotPending:
      'The screenshot is not finished, so nothing is sealed yet. Wait a minute, or open the listing and click the toolbar button of Docket; then try again.',
    tryFailed: (why: string) => `It could not be sealed: ${why} Then try again.`,
    busy: 'It is being changed right now. Try again in a minute.',
    captures: 'Captures',
    undrawn: (many: number) =>
      `${many === 1 ? '1 annotated copy is' : `${many.toLocaleString('en')} annotated copies are`} missing`,
    undrawnHint:
      'These imported pictures cannot be drawn by this browser. The files themselves are in the pack as they were sealed, and the pack says so.',
    times: 'Times in it',
    clockOnly: 'By this computer’s clock; the pack says so.',
    toSettings: 'Time stamps can be turned on in the settings.',
    stampedBy: (time: string, authority: string) => `Time-stamped at ${time} by ${authority}.`,
    stampIssuer: (issuer: string) => `Issuer ${issuer}; not checked against a trust list.`,
    notStamped: 'This export has no time stamp',
    ownClock: 'The pack is complete and says that its times are by this computer’s clock.',
    earlierStamps: 'The pack is complete. It carries earlier time stamps, and says what they cover.',
    fingerprint: 'Fingerprint of the key',
    fingerprintHint: 'Write it into the case file: whoever checks the pack compares it with this one.',
    parts: {
      evidence: [
        ['report.pdf', 'To read and to print: what was seen, when, by whom, with every hash'],
        [
          'captures/',
          'For each capture: the signed record, its files, and annotated copies of the screenshots',
        ],
        ['ledger.jsonl', 'What happened to the evidence, in order; its last row is this export'],
        ['verify.html', 'Open it without network and choose the ZIP: it says whether anything was changed'],
        ['README.txt', 'How to check the pack with sha256sum and openssl'],
        ['SHA256SUMS', 'The hash of every file, signed in SHA256SUMS.der'],
      ],
      'web-archive': [
        [
          'archive/',
          'The files as they were taken, for ReplayWeb.page and other readers of web archives. Requests and responses were not recorded and are not in it',
        ],
        ['pages/', 'The list that a reader opens: copies of pages, and screenshots'],
        ['docket/', 'The signed records, the ledger, and how to check all of it with sha256sum and openssl'],
        ['datapackage.json', 'The hash of every file, signed in datapackage-digest.json'],
      ],
    } satisfies Record<EvidenceKind, ReadonlyArray<readonly [string, string]>>,
  },
} as const

/** Everything that the export page says. */
export const words = inLanguage('pack/words', english)
