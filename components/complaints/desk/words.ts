import type { CounterGround, FollowUp, FollowUpAnswer } from '../../../lib/complaints/follow-up.ts'
import type { DueDate } from '../../../lib/complaints/follow-up-dates.ts'
import type { FormFile } from '../../../lib/complaints/form-files.ts'
import type { FormField } from '../../../lib/complaints/portal-rules.ts'
import { inLanguage } from '../../language/language.ts'

const count = (many: number, one: string, several = `${one}s`) =>
  `${many.toLocaleString('en')} ${many === 1 ? one : several}`

export const english = {
  title: 'Filing desk',
  loading: 'Reading complaints…',
  dismiss: 'Dismiss',
  choose: 'On the desk',
  groups: {
    ready: 'Ready to be filed',
    answer: 'To be answered',
    draft: 'Drafts',
    filed: 'Filed',
  },
  choice: (name: string, listings: number) => `${name} (${count(listings, 'listing')})`,
  filedChoice: (name: string, caseNumber: string) => `${name}, case ${caseNumber}`,
  followUpChoice: {
    'counter-notice': (name: string, caseNumber: string) => `Counter-notice to case ${caseNumber}: ${name}`,
    appeal: (name: string, caseNumber: string) => `Decision on case ${caseNumber}: ${name}`,
  } satisfies Record<FollowUp['kind'], (name: string, caseNumber: string) => string>,
  emptyTitle: 'No complaint yet',
  empty: 'Prepare complaints from your queue; they come here when you file them.',
  openComplaints: 'Prepare complaints',
  openComplaint: 'Open the complaint’s page',
  openPortal: (name: string) => `Open ${name}`,
  portalGone: 'The portal of this complaint is not in the rules any more. Choose another on its page.',
  portalAddressWrong: (address: string) =>
    `The portal’s address in the rules is none: ${address}. Correct it in the settings.`,
  writeTo: (address: string) => `Write to ${address}`,
  byHand: 'Docket fills nothing in and submits nothing: you copy, you look, you submit.',

  checks: 'Checks',
  blocked: (many: number) =>
    many === 1 ? 'One thing blocks it.' : `${many.toLocaleString('en')} things block it.`,
  nothingBlocks: 'Nothing blocks it.',
  warnings: (many: number) => count(many, 'warning'),
  mend: 'Mend it on the complaint’s page',

  form: 'The form, from top to bottom',
  doneCount: (done: number, of: number) => `${done} of ${of} done`,
  field: {
    complainant: 'Complainant',
    'e-mail': 'E-mail',
    role: 'Acting as',
    platform: 'Platform',
    'ip-type': 'Type of right',
    'right-number': 'Number of the right',
    'right-name': 'Mark, work or patent',
    registrant: 'Registrant',
    jurisdiction: 'Registered at',
    'complaint-type': 'Complaint type',
    reason: 'Reason',
    links: 'Links',
    explanation: 'Explanation',
    statement: 'Statement on the model',
    'order-number': 'Order number',
    'source-url': 'Your own page',
    'case-number': 'Case number',
    answer: 'Your answer',
    attachments: 'Files',
    declaration: 'Declaration',
  } satisfies Record<FormField, string>,
  links: (links: number) => count(links, 'link'),
  linkPart: (at: number, of: number, links: number) => `Links, part ${at} of ${of} (${links})`,
  missing: 'Not known yet. Enter it on the complaint’s page.',
  copy: 'Copy',
  copied: 'Copied',
  copyLong: (name: string) => `Copy: ${name}`,
  copiedLong: (name: string) => `Copied: ${name}`,
  notCopied: 'The browser did not let Docket copy. Click into the desk and copy again.',
  done: (name: string) => `Done: ${name}`,
  changed: 'Changed since you ticked it. Put it in again.',

  noFiles: 'No file belongs to this complaint.',
  saveFile: (name: string) => `Save ${name}`,
  save: 'Save',
  saveAll: (many: number) => `Save all ${many.toLocaleString('en')} to your downloads`,
  savedFile: (name: string) => `${name} saved to your downloads. Choose it in the form.`,
  savedAll: (many: number, folder: string) =>
    `${count(many, 'file')} saved to “${folder}” in your downloads. Choose them in the form.`,
  notSaved: (name: string, why: string) => `${name} was not saved: ${why}`,
  dragHint: {
    files: 'Drag a file onto the form, or save it and choose it there.',
    pictures:
      'Drag a picture onto the form. Where the form does not take it, and for PDF files, save it and choose it there.',
  },
  tooLarge: (megabytes: number) =>
    `Larger than the portal takes (${megabytes} MB): use the copy in the pack.`,
  wrongType: 'The portal does not take this type.',
  fileKind: {
    comparison: 'Comparison',
    'test-purchase': 'Test purchase',
    decision: 'Decision',
    'original-work': 'Original work',
    'source-page': 'Your own page',
    attachment: 'Attachment',
    right: 'Of the right',
    identity: 'Identity',
  } satisfies Record<FormFile['kind'], string>,
  comparisonFile: (comId: string, at: number) => `comparison-${comId}-${at}.png`,
  fileGone: 'This file is not stored any more. Add it again on the complaint’s page.',
  screenshots: (many: number) => `Screenshots of the ${count(many, 'listing')}`,
  screenshotOf: (title: string) => `Screenshot of ${title}`,
  noScreenshot: 'no screenshot',
  folder: (id: string) => `Docket complaint ${id}`,

  filing: 'After you filed it',
  caseNumber: 'Case number',
  caseHint: 'As the portal gave it.',
  filedOn: 'Filed on',
  note: 'Note',
  markFiled: 'Mark as filed',
  markFiledBlocked: 'Something still blocks this complaint. Mark it only if you did file it.',
  filedNow: (listings: number) => `Filed. ${count(listings, 'listing')} left the queue.`,
  filedAs: (number: string, on: string) => `Filed on ${on} as case ${number}.`,
  correct: 'Correct number or day',
  correctIt: 'Save the correction',
  corrected: 'Corrected.',
  notFiled: 'Not filed after all',
  notFiledAsk: (listings: number) =>
    `The complaint becomes a draft again, and ${count(listings, 'listing')} wait in the queue. Its number and day are forgotten.`,
  notFiledDo: 'Take it back',
  notFiledNow: (listings: number) => `A draft again. ${count(listings, 'listing')} wait in the queue.`,
  next: (name: string) => `Next: ${name}`,
  allFiled: 'No other complaint is ready.',

  after: 'What came after',
  nothingAfter: 'Nothing yet.',
  enter: {
    'counter-notice': 'Enter a counter-notice',
    appeal: 'Enter a decision to appeal',
  } satisfies Record<FollowUp['kind'], string>,
  cancel: 'Cancel',
  receivedOn: {
    'counter-notice': 'Shown to you on',
    appeal: 'Decided on',
  } satisfies Record<FollowUp['kind'], string>,
  about: 'Listings that it is about',
  listingChoice: (title: string, comId: string) => `${title} · ${comId}`,
  findListing: 'Find by number or title',
  noListingFound: 'No listing of this complaint is like that.',
  noListingChosen: 'None chosen yet.',
  takeListingOut: (name: string) => `Take ${name} out`,
  allListings: 'All listings of the complaint',
  grounds: 'What does the seller put forward?',
  ground: {
    invoice: 'Contract or invoice',
    authorisation: 'Authorisation',
    'non-infringement': 'No infringement',
    'prior-sale': 'Prior sale',
    'prior-right': 'Prior right',
    other: 'Something else',
  } satisfies Record<CounterGround, string>,
  stated: {
    'counter-notice': 'What the seller says',
    appeal: 'What the portal decided',
  } satisfies Record<FollowUp['kind'], string>,
  enterIt: 'Enter it',
  state: {
    received: 'to be answered',
    accepted: 'accepted',
    rejected: 'rejected',
    appealed: 'appealed',
    left: 'left as decided',
  } satisfies Record<FollowUp['state'], string>,
  followUp: {
    'counter-notice': (on: string, listings: number) =>
      `Counter-notice of ${on}, ${count(listings, 'listing')}`,
    appeal: (on: string, listings: number) => `Decision of ${on}, ${count(listings, 'listing')}`,
  } satisfies Record<FollowUp['kind'], (on: string, listings: number) => string>,
  due: {
    answer: 'Answer by',
    'legal-action': 'Court or agency complaint by (China)',
    appeal: 'Appeal by (EU)',
  } satisfies Record<DueDate['what'], string>,
  inDays: (days: number) =>
    days < 0 ? `${count(-days, 'day')} ago` : days === 0 ? 'today' : `in ${count(days, 'day')}`,
  dueBasis: (certainty: string) => `by the portal rules: ${certainty}`,
  dates: 'Dates',
  check: 'Check what the seller sent',
  checkGround: {
    invoice:
      'Contract or invoice with the holder or a licensee, from the six months before the complaint, signed by both, normally for more than 20 pieces, same model and picture.',
    authorisation:
      'Letter sealed by the owner that names the brand and was valid on the day of the complaint, and every link of the chain down to the seller.',
    'non-infringement': 'Compare claims, views or work with the goods once more.',
    'prior-sale': 'Is the sale older than the filing or priority date, and is it of these very goods?',
    'prior-right': 'Is the right older, in force, and for the same goods and territory?',
    other: 'Read it against the reason of the complaint.',
  } satisfies Record<CounterGround, string>,
  answerText: 'Your answer',
  answerHint: 'Stored as you type. Files that go with it are added below.',
  addFile: 'Add a file',
  afterAnswer: 'After you answered on the portal',
  how: 'How did you answer?',
  answer: {
    rejected: 'Rejected: the portal decides',
    accepted: 'Accepted: the listing may come back',
    appealed: 'Appealed',
    left: 'Left as decided',
  } satisfies Record<FollowUpAnswer, string>,
  answeredOn: 'Answered on',
  markAnswered: 'Mark as answered',
  answeredNow: 'Entered.',
  answeredAs: (state: string, on: string) => `Answered on ${on}: ${state}.`,
  backToComplaint: 'The complaint',
} as const

/** Everything that the filing desk says. */
export const deskWords = inLanguage('complaints/desk/words', english)
