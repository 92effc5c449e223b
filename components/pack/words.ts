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
  working: (done: number, of: number) => `Packing ${done.toLocaleString('en')} of ${count(of, 'listing')}…`,
  reading: 'Reading the queue…',
  saving: 'Saving…',
  keepOpen: 'Keep this tab open until the file is saved. The popup may be closed.',
  done: (listings: number) => `${count(listings, 'listing')} exported`,
  file: 'File',
  savedTo: 'Saved to',
  size: 'Size',
  files: 'Files in it',
  listings: 'Listings',
  sha256: 'SHA-256 of the ZIP',
  copy: 'Copy',
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
} as const
