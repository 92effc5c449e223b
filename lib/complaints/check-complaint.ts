import type { CalendarDate, Holder, Right } from '../rights/right.ts'
import { checkDemands } from './check-demands.ts'
import { checkListing } from './check-lines.ts'
import { checkRightToFile } from './check-right-to-file.ts'
import type { Complaint, ComplaintAnswers } from './complaint.ts'
import { openFields } from './explanation-template.ts'
import type { ListingFacts } from './listing-facts.ts'
import { blocking, type OpenPoint, sortedPoints, warning } from './open-point.ts'
import {
  type ComplaintType,
  linksPerComplaint,
  type Portal,
  type PortalRules,
  portalOf,
  type Reason,
  reasonOf,
} from './portal-rules.ts'

/** A complaint with all that it rests on, read at one time. */
export interface ComplaintToCheck {
  complaint: Pick<
    Complaint,
    'complaintId' | 'portalId' | 'platformId' | 'complaintType' | 'reasonId' | 'answers'
  >
  right: Right | null
  /** All that are entered: a permission may stand in another one of the holder. */
  rights: readonly Right[]
  holder: Holder | null
  /** The complaint's listings, in their order. */
  listings: readonly ListingFacts[]
  rules: PortalRules
  today: CalendarDate
  nowMs: number
}

/**
 * All open points of a complaint, sorted: what the portal would refuse it for, and what a careful person would
 * look at once more (PORTAL.md §4.5 and §8). A complaint without blocking points may be packed.
 */
export function checkComplaint(wanted: ComplaintToCheck): OpenPoint[] {
  const { complaint, right, rights, holder, listings, rules, today, nowMs } = wanted
  const portal = portalOf(rules, complaint.portalId)
  const reason = reasonOf(rules, complaint.reasonId)
  const comIds = listings.map(({ comId }) => comId)
  const context = {
    right,
    rights,
    complaintId: complaint.complaintId,
    today,
    nowMs,
    lastSeenMaxHours: rules.lastSeenMaxHours.value,
  }
  return sortedPoints([
    ...checkFrame(complaint, portal, reason),
    ...(right
      ? checkRightToFile(right, holder, { ipType: reason?.ipType ?? null, today })
      : [blocking('right-missing', 'right', 'Choose one IP right. Each complaint rests on a single right.')]),
    ...checkLinks(comIds, portal, reason),
    ...checkStores(complaint.complaintType, listings),
    ...listings.flatMap((listing) => checkListing(listing, context)),
    ...(reason ? checkDemands(reason, { answers: complaint.answers, right, comIds, rules }) : []),
    ...(portal ? checkTexts(complaint.answers, portal) : []),
    ...checkWord(complaint.answers),
  ])
}

/** Whether a pack may be made of it. */
export const isReady = (points: readonly OpenPoint[]): boolean =>
  points.every(({ severity }) => severity !== 'blocking')

function checkFrame(
  { platformId, complaintType }: ComplaintToCheck['complaint'],
  portal: Portal | null,
  reason: Reason | null,
): OpenPoint[] {
  const points: OpenPoint[] = []
  if (!portal) points.push(blocking('portal-missing', 'portal', 'Choose where you will file this complaint.'))
  if (portal && !portal.platforms.includes(platformId)) {
    points.push(
      blocking('platform', 'portal', 'This portal takes no complaints about that platform. Choose another.'),
    )
  }
  if (!reason) points.push(blocking('reason-missing', 'reason', 'Choose a complaint reason.'))
  const takes = (types: readonly string[]) => types.includes(complaintType)
  if ((portal && !takes(portal.complaintTypes)) || (reason && !takes(reason.complaintTypes))) {
    points.push(
      blocking(
        'complaint-type',
        'complaint-type',
        complaintType === 'store-front'
          ? 'This portal or reason takes no complaint about a store front. Choose "Product listing".'
          : 'Choose "Product listing" or "Store front".',
        null,
        { isStoreFront: complaintType === 'store-front' },
      ),
    )
  }
  return points
}

function checkLinks(comIds: string[], portal: Portal | null, reason: Reason | null): OpenPoint[] {
  if (comIds.length === 0) {
    return [blocking('no-links', 'lines', 'The complaint has no listing. Add some, or remove the complaint.')]
  }
  const points: OpenPoint[] = []
  const limit = portal ? linksPerComplaint(portal, reason) : null
  // A test purchase says it in its own words.
  if (limit !== null && comIds.length > limit && !reason?.isSingle) {
    points.push(
      blocking(
        'too-many-links',
        'lines',
        `${comIds.length} links: the portal takes at most ${limit}. Split into ${Math.ceil(comIds.length / limit)} complaints.`,
        null,
        { many: comIds.length, limit },
      ),
    )
  }
  const doubled = comIds.filter((comId, at) => comIds.indexOf(comId) !== at)
  for (const comId of new Set(doubled)) {
    points.push(blocking('doubled', 'lines', `Item ${comId} appears twice. Take one out.`, comId))
  }
  return points
}

/** A complaint about store fronts takes their addresses; see `complaintLinks`. */
const checkStores = (complaintType: ComplaintType, listings: readonly ListingFacts[]): OpenPoint[] =>
  listings
    .filter(({ storeNumbers }) => complaintType === 'store-front' && storeNumbers.length === 0)
    .map(({ comId }) =>
      blocking(
        'store-missing',
        'lines',
        `Item ${comId} names no store, and the portal wants the store’s address here. Open its page and flag it there.`,
        comId,
      ),
    )

function checkTexts({ explanation, attachments, ...answers }: ComplaintAnswers, portal: Portal): OpenPoint[] {
  const points: OpenPoint[] = []
  const length = [...explanation.trim()].length
  const { minChars, maxChars } = portal.explanation
  if (length < minChars.value) {
    points.push(
      blocking(
        'explanation-short',
        'explanation',
        `Explain in a few sentences why this infringes: ${length} of at least ${minChars.value} characters.`,
        null,
        { many: length, limit: minChars.value },
      ),
    )
  }
  if (length > maxChars.value) {
    points.push(
      blocking(
        'explanation-long',
        'explanation',
        `Shorten the explanation: ${length} of ${maxChars.value} characters.`,
        null,
        { many: length, limit: maxChars.value },
      ),
    )
  }
  const open = new Set(openFields(explanation))
  if (open.size > 0) {
    points.push(
      blocking(
        'explanation-open',
        'explanation',
        `The explanation still holds ${[...open].join(', ')}. Fill it in, or write the words yourself.`,
        null,
        { fields: [...open] },
      ),
    )
  }
  if (!portal.languages.includes(answers.language)) {
    points.push(
      blocking('language', 'explanation', 'This portal does not read that language. Write in another one.'),
    )
  }
  const limits = portal.attachments
  if (attachments.length > limits.maxCount.value) {
    points.push(
      blocking(
        'too-many-attachments',
        'attachments',
        `${attachments.length} files: the portal takes ${limits.maxCount.value}. Remove or join some.`,
        null,
        { many: attachments.length, limit: limits.maxCount.value },
      ),
    )
  }
  for (const { name, bytes, mediaType } of attachments) {
    if (!limits.types.value.includes(mediaType)) {
      points.push(
        blocking(
          'attachment-type',
          'attachments',
          `The portal does not take ${name}. Save it as PDF, JPG or PNG.`,
          null,
          { name },
        ),
      )
    } else if (bytes > limits.maxBytes.value) {
      points.push(
        warning(
          'attachment-large',
          'attachments',
          `${name} is larger than ${limits.maxBytes.value / 1_000_000} MB. The pack holds a smaller copy or parts of it.`,
          null,
          { name, megabytes: limits.maxBytes.value / 1_000_000 },
        ),
      )
    }
  }
  return points
}

/** What the person must say with their own name. */
function checkWord({ isConfirmedNotGenuine, declaration }: ComplaintAnswers): OpenPoint[] {
  return [
    ...(isConfirmedNotGenuine
      ? []
      : [
          warning(
            'genuine',
            'genuine',
            'Resale of genuine goods or price is not infringement. Confirm that these are not genuine items.',
          ),
        ]),
    ...(declaration?.name.trim()
      ? []
      : [blocking('declaration-missing', 'declaration', 'Confirm the statement before you export.')]),
  ]
}
