import type { QueueGroup } from '../../lib/queue/flag.ts'
import { inLanguage } from '../language/language.ts'

const count = (many: number, one: string, several = `${one}s`) =>
  `${many.toLocaleString('en')} ${many === 1 ? one : several}`

export const english = {
  product: 'Docket',
  queued: (many: number) => `${many.toLocaleString('en')} queued`,
  listings: (many: number) => count(many, 'listing'),
  loading: 'Reading the queue…',
  close: 'Close',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',

  group: {
    trademark: 'Trademark',
    copyright: 'Copyright',
    patent: 'Patent',
    undecided: 'Undecided',
  } satisfies Record<QueueGroup, string>,
  groupKey: { trademark: 't', copyright: 'c', patent: 'p', undecided: 'u' } satisfies Record<
    QueueGroup,
    string
  >,

  search: 'Search the queue',
  searchHint: 'Title, seller, number or note',
  clearSearch: 'Clear search',
  found: (many: number, of: number) => `${many.toLocaleString('en')} of ${count(of, 'listing')} found`,
  nothingFound: (text: string) => `No queued listing has “${text}” in its title, seller, number or note.`,
  showKeys: 'Keys',
  allEvidence: 'All evidence',
  openWelcome: 'How Docket works, permissions',
  openRights: 'Rights and holders',
  openSettings: 'Settings',
  moreOfDocket: 'More of Docket',
  complaints: 'Complaints',
  openComplaints: 'Complaints: rights, reasons, drafts',
  openQuickEntry: 'Add listings from a list of addresses',
  openDesk: 'Filing desk beside the page',
  rightNotChosen: 'Right and reason not chosen yet',
  complaintPart: (part: number, of: number) => `part ${part} of ${of}`,
  openComplaint: (name: string) => `Open complaints: ${name}`,
  openEnding: 'Open',

  groupListings: (group: string) => `${group} listings`,
  selectGroup: (group: string, many: number) => `Select all ${many.toLocaleString('en')} in ${group}`,
  lacking: (many: number) => `${many.toLocaleString('en')} without screenshot`,
  copyLinks: 'Copy links',
  copyGroupLinks: (group: string, many: number) => `Copy ${count(many, 'link')} of ${group}`,
  exportGroup: 'Export',
  exportGroupLong: (group: string) => `Export ${group} as ZIP`,
  exportMenu: (group: string) => `Kinds of export of ${group}`,
  complaintPack: 'Complaint pack',
  evidencePack: 'Evidence pack',
  evidenceOfListing: 'Evidence pack of this listing',
  showEvidence: 'Show evidence',

  selected: (many: number) => `${many.toLocaleString('en')} selected`,
  clearSelection: 'Clear selection',
  changeType: 'Change type',
  remove: 'Remove',
  undo: 'Undo',

  titleUnknown: 'Title not shown on the page',
  itemNumber: (comId: string) => `Item ${comId}`,
  listingDamaged: (comId: string) => `Item ${comId} (its stored data is incomplete)`,
  sellerUnknown: 'Seller not shown on results page',
  sellerNumber: (sellerId: string) => `Seller ${sellerId}`,
  priceUnknown: 'Price not shown',
  look: 'Look later',
  more: (title: string) => `Actions for ${title}`,
  note: 'Note',
  openListing: 'Open listing',
  copyLink: 'Copy link',
  editNote: 'Edit note…',
  addNote: 'Add note…',
  type: 'Type',

  searchFor: (keyword: string | null) => (keyword === null ? 'search' : `search “${keyword}”`),
  pageKind: {
    item: 'item page',
    search: 'search',
    category: 'category page',
    store: 'store page',
    bundle: 'bundle page',
    campaign: 'campaign page',
  },
  resultsPage: (page: number) => `page ${page}`,
  place: (rank: number) => `place ${rank}`,
  sponsored: 'ad',
  flagged: 'Flagged',
  justNow: 'just now',

  screenshot: {
    saved: 'Screenshot saved',
    savedAt: (when: string) => `Screenshot saved, taken ${when}.`,
    pending: 'Screenshot not finished',
    'not-wanted': 'No screenshot yet',
    'no-permission': 'No screenshot yet',
    failed: 'No screenshot',
    missing: 'Evidence missing',
  },
  seal: {
    sealed: (when: string) => `Sealed ${when}: a later change to what was captured would show.`,
    due: 'Not sealed yet. Docket does it by itself within minutes, and before an evidence pack.',
    lastTry: (why: string) => `The last try failed: ${why}`,
    failed: (why: string) => `Sealing failed: ${why}`,
    isSealed: 'Sealed',
    isDue: 'Not sealed yet',
    isFailed: 'Not sealed',
  },
  evidenceOf: (what: string, seal: string) => `${what}. ${seal}. Details`,
  whyNoScreenshot: (what: string) => `${what}: why, and what to do`,
  missingEvidence:
    'What was captured when this listing was flagged is not stored. Flag it again on its page.',
  fromList: 'From a list: price and seller not seen yet',
  evidenceToCome:
    'No page of this listing was captured: it was added from a list. Open it, and its evidence is completed.',
  allowScreenshots: 'Allow screenshots…',

  itemEvidence: {
    none: 'Item page not captured yet',
    gathering: (done: number, of: number) => `Gathering evidence, ${done} of ${of}`,
    interrupted: 'Evidence interrupted',
    partial: 'Evidence incomplete',
    cut: 'Evidence complete, cut',
    complete: 'Evidence complete',
  },
  itemEvidenceLong: {
    none: 'Only what the results page showed is kept. Open the listing: its own page is captured by itself.',
    gathering: 'The item page is being captured. Leave it open until it is done.',
    interrupted:
      'The item page was left before everything was gathered. Open the listing: the rest is gathered by itself.',
    partial:
      'Something could not be gathered. Open the listing to try again, or look at the evidence for the reasons.',
    cut: 'Everything was gathered up to a limit of Docket. Look at the evidence for what was left out; trying again would end there too.',
    complete: 'Everything of the item page was gathered.',
  },
  completeNow: 'Open the listing to complete',

  missingHere: (many: number) =>
    many === 1
      ? '1 listing flagged on this page has no screenshot'
      : `${many} listings flagged on this page have no screenshot`,
  takeNow: 'Take them now',
  takeOneNow: 'Take it now',
  taking: 'Taking screenshots…',
  taken: 'Screenshots taken.',

  noteTitle: 'Note',
  noteLabel: 'Note for the complaint',
  noteHint: 'Why it infringes, which right, what to check. Goes into the export.',
  noteLeft: (left: number) => `${left.toLocaleString('en')} characters left`,
  save: 'Save',
  cancel: 'Cancel',

  changed: (many: number, group: string) => `${count(many, 'listing')} moved to ${group}.`,
  noteSaved: 'Note saved.',
  removed: (many: number) => `${count(many, 'listing')} removed.`,
  restored: (many: number) => `${count(many, 'listing')} put back.`,
  undone: 'Undone.',
  nothingToUndo: 'There is nothing to undo.',
  copied: (many: number) => `${count(many, 'link')} copied, one a line.`,
  copyFailed: 'The links could not be copied. Click into the popup and try again.',
  pagesNotTold: (why: string) =>
    `Saved, but open pages and the badge may show the old state until they are reloaded. ${why}`,

  emptyTitle: 'Nothing queued yet',
  emptySteps: [
    'Search AliExpress as you always do.',
    'Click the small flag on a listing that infringes. One click queues it.',
    'Come back here: your listings wait in groups, ready to export.',
  ],
  emptyGo: 'Open AliExpress',
  emptyMore: 'How it works',

  failedTitle: 'Docket cannot read its queue',
  failedCalm: 'Nothing is lost: what was saved stays on this computer.',

  keysTitle: 'Keys',
  keys: [
    ['↑ ↓', 'Previous, next listing'],
    ['Home End', 'First, last listing'],
    ['Space', 'Select (Shift: up to here)'],
    ['Ctrl A', 'Select all in the group'],
    ['Enter', 'Actions of the listing'],
    ['t c p u', 'Trademark, Copyright, Patent, Undecided'],
    ['n', 'Edit the note'],
    ['o', 'Open the listing'],
    ['v', 'Show its evidence'],
    ['Delete', 'Remove from the queue'],
    ['Ctrl Z', 'Undo'],
    ['/', 'Search'],
    ['Esc', 'Clear search or selection'],
    ['?', 'This list'],
  ],
  keysScope: 'With a selection, types and Delete act on all of it.',
} as const

/** Everything that the queue says, in one place, so that a translation can follow. */
export const words = inLanguage('queue/words', english)
