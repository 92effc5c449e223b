import type { Certainty, ComplaintType } from '../../lib/complaints/portal-rules.ts'
import type { Ground } from '../../lib/complaints/propose-right.ts'
import type { IpType } from '../../lib/queue/flag.ts'
import { inLanguage } from '../language/language.ts'

const count = (many: number, one: string, several = `${one}s`) =>
  `${many.toLocaleString('en')} ${many === 1 ? one : several}`

export const english = {
  title: 'Complaints',
  quickEntry: 'Add listings from a list',
  lead: 'What waits in the queue becomes complaints: one right and one reason each. You decide, and you file.',
  loading: 'Reading complaints…',
  dismiss: 'Dismiss',
  undo: 'Undo',
  undone: 'Undone.',
  nothingToUndo: 'There is nothing to undo.',
  close: 'Close',
  cancel: 'Cancel',
  listings: (many: number) => count(many, 'listing'),
  ipType: { trademark: 'Trademark', copyright: 'Copyright', patent: 'Patent' } satisfies Record<
    IpType,
    string
  >,
  complaintType: {
    'product-listing': 'Product listing',
    'store-front': 'Store front',
  } satisfies Record<ComplaintType, string>,
  certainty: {
    official: 'official',
    'official-old': 'official, old',
    'third-party': 'third party',
    default: 'our default',
    edited: 'edited',
  } satisfies Record<Certainty, string>,

  noRights:
    'Docket knows none of your rights yet. Enter them, and it proposes which right a listing infringes.',
  enterRights: 'Enter your rights',
  emptyTitle: 'Nothing waits for a complaint',
  empty: 'Flag listings on AliExpress; they appear here with the right that they seem to infringe.',

  waiting: 'Waiting for your decision',
  waitingHint:
    'A proposal is only a proposal: its ground stands beside it. Accept it, or choose another right and reason.',
  allDecided: 'Every queued listing has a right and a reason.',
  proposal: 'Proposal',
  noProposal: 'No proposal',
  noProposalGround: 'No word of any of your rights is on the page',
  ground: {
    title: (shown: string) => `title: ${shown}`,
    brand: (shown: string) => `brand: ${shown}`,
    'store-name': (shown: string) => `store: ${shown}`,
    territory: (shown: string) => `ships to ${shown}`,
  } satisfies Record<Ground['in'], (shown: string) => string>,
  reason: 'Reason',
  reasonFor: (right: string) => `Reason for ${right}`,
  chooseReason: 'Choose a reason…',
  chooseRight: 'Choose a right…',
  acceptAll: (many: number) => (many === 1 ? 'Accept' : `Accept for all ${many.toLocaleString('en')}`),
  acceptAllLong: (many: number, right: string, ground: string) =>
    `${many === 1 ? 'Accept' : `Accept for all ${many.toLocaleString('en')}`}: ${right} (${ground})`,
  accept: 'Accept',
  acceptLong: (title: string, right: string) => `Accept ${right} for ${title}`,
  choose: 'Choose…',
  chooseLong: (title: string) => `Choose right and reason for ${title}`,
  chooseAll: (many: number) => `Choose for all ${many.toLocaleString('en')}…`,
  decided: (many: number, right: string) => `${count(many, 'listing')} decided: ${right}.`,
  selected: (many: number) => `${many.toLocaleString('en')} selected`,
  clearSelection: 'Clear selection',
  chooseTitle: 'Right and reason',
  chooseFor: (many: number) => `For ${count(many, 'listing')}`,
  right: 'Right',
  apply: (many: number) => `Apply to ${count(many, 'listing')}`,
  titleUnknown: (comId: string) => `Item ${comId}`,
  sellerUnknown: 'Seller not known',
  keysHint:
    'Keys: ↑ ↓ move, Space select, A accept, Shift A accept for all with this ground, R choose, O open, Ctrl Z undo',

  proposed: 'To be prepared',
  nothingProposed: 'Nothing yet. What you decide appears here as the complaints that it will be.',
  proposedHint: 'As the portal takes them: one right, one type, one reason, cut at its number of links.',
  fileAt: 'File at',
  limit: (links: number) => `${count(links, 'link')} per complaint`,
  part: (part: number, of: number) => `part ${part} of ${of}`,
  prepare: 'Prepare',
  prepareLong: (name: string) => `Prepare ${name}`,
  prepareAll: (many: number) => `Prepare all ${many.toLocaleString('en')}`,
  prepared: (many: number) => `${count(many, 'draft')} prepared.`,
  nothingPrepared: 'These listings stand in complaints already. Nothing was prepared.',
  undecide: 'Back to waiting',
  undecideLong: (name: string) => `Take the decision back: ${name}`,
  undecided: (many: number) => `${count(many, 'listing')} back to waiting.`,

  drafts: 'Drafts',
  draftsHint: 'Prepared complaints, with what is still open.',
  selectAllDrafts: 'Select all',
  selectDraft: (name: string, listings: number) => `Select ${name}, ${count(listings, 'listing')}`,
  packChosen: (many: number) =>
    `Make ${many === 1 ? 'a pack of 1' : `packs of ${many.toLocaleString('en')}`}`,
  packReady: (many: number) =>
    many === 1 ? 'Make a pack of the ready one' : `Make packs of all ${many.toLocaleString('en')} ready`,
  packed: (when: string) => `packed ${when}`,
  filed: 'Filed',
  ready: 'Ready',
  draft: 'Draft',
  blockingCount: (many: number) => `${many.toLocaleString('en')} to do`,
  warningCount: (many: number) => count(many, 'warning'),
  openComplaint: (name: string) => `Open ${name}`,
  rightGone: 'A right that is not stored any more',
  reasonGone: (reasonId: string) => `Reason ${reasonId} (not in the portal rules)`,
  caseNumber: (number: string, on: string) => `Case ${number}, filed on ${on}`,
} as const

/** Everything that the pages about complaints say, in one place, so that a translation can follow. */
export const words = inLanguage('complaints/words', english)
