import { allowedSellerOf } from '../rights/allowed-seller.ts'
import { nameOfRight } from '../rights/new-right.ts'
import type { CalendarDate, Right } from '../rights/right.ts'
import { coversCountry } from '../rights/territory.ts'
import { isSiteUrl } from '../site/hosts.ts'
import { readPathItemId } from '../site/item-id.ts'
import type { ListingFacts } from './listing-facts.ts'
import { blocking, type OpenPoint, warning } from './open-point.ts'

/** What a listing is held against. */
export interface LineContext {
  /** Null where no right is chosen yet. */
  right: Right | null
  rights: readonly Right[]
  /** The complaint that it stands in; null while it is only flagged. */
  complaintId: string | null
  today: CalendarDate
  nowMs: number
  lastSeenMaxHours: number
}

/** Everything that speaks against filing this listing, now. The same at the moment of flagging and before packing. */
export function checkListing(listing: ListingFacts, context: LineContext): OpenPoint[] {
  const { comId } = listing
  return [
    ...(listing.isFlagged || context.complaintId === null
      ? []
      : [
          blocking(
            'withdrawn',
            'lines',
            `Item ${comId} is no longer flagged as infringing. Take it out, or flag it again.`,
            comId,
          ),
        ]),
    ...checkSeller(listing, context),
    ...checkTerritory(listing, context),
    ...checkElsewhere(listing, context),
    ...checkOnline(listing, context),
    ...(listing.screenshots === 0
      ? [
          blocking(
            'evidence-missing',
            'lines',
            `Item ${comId} has no screenshot. Open it and flag it there.`,
            comId,
          ),
        ]
      : []),
    ...(isItemUrl(listing)
      ? []
      : [blocking('link-shape', 'lines', `Item ${comId} has no AliExpress product link.`, comId)]),
    ...(context.right?.ipType === 'patent' ? checkPriorSale(listing, context.right.filedOn) : []),
  ]
}

function checkSeller(listing: ListingFacts, { right, rights, today }: LineContext): OpenPoint[] {
  const { comId, sellerId, isSellerHidden } = listing
  const allowed = right && allowedSellerOf(right, listing, today)
  if (allowed) {
    return [
      blocking(
        'seller-allowed',
        'lines',
        `Item ${comId} is sold by ${allowed.name}, who may sell these goods. Take it out, or end the permission.`,
        comId,
        { name: allowed.name },
      ),
    ]
  }
  const elsewhere = rights
    .filter(({ holderId, rightId }) => holderId === right?.holderId && rightId !== right.rightId)
    .find((other) => allowedSellerOf(other, listing, today))
  if (elsewhere) {
    return [
      warning(
        'seller-allowed-elsewhere',
        'lines',
        `Item ${comId} is sold by one who may sell under another right of the holder (${nameOfRight(elsewhere)}). Check that the permission does not cover these goods.`,
        comId,
        { name: nameOfRight(elsewhere) },
      ),
    ]
  }
  if (sellerId !== null) return []
  const why = isSellerHidden ? 'hides its seller' : 'does not name its seller yet'
  return [
    warning(
      'seller-unknown',
      'lines',
      `Item ${comId} ${why}. Open its page, and check that it is not one of your own sellers.`,
      comId,
      { isSellerHidden },
    ),
  ]
}

function checkTerritory({ comId, shipTo }: ListingFacts, { right }: LineContext): OpenPoint[] {
  if (!right || shipTo === null || coversCountry(right, shipTo)) return []
  return [
    warning(
      'territory',
      'lines',
      `Item ${comId} was captured for ${shipTo}, where this right may not apply.`,
      comId,
      { country: shipTo },
    ),
  ]
}

function checkElsewhere(
  { comId, elsewhere }: ListingFacts,
  { right, complaintId }: LineContext,
): OpenPoint[] {
  return elsewhere
    .filter((line) => line.complaintId !== complaintId && (!right || line.rightId === right.rightId))
    .map(({ state, on, wasRemoved }) => {
      if (wasRemoved) {
        return warning(
          'removed-before',
          'lines',
          `Item ${comId} was already removed once${on ? ` (filed on ${on})` : ''}. Check that it is online again.`,
          comId,
          { on },
        )
      }
      return state === 'filed'
        ? warning(
            'filed-before',
            'lines',
            `Item ${comId} was filed on ${on ?? 'an unknown day'} with this right. Repeated reports may count as abuse.`,
            comId,
            { on },
          )
        : blocking(
            'in-other-complaint',
            'lines',
            `Item ${comId} already stands in another open complaint with this right. Take it out of one.`,
            comId,
          )
    })
}

const dayMs = 86_400_000

function checkOnline(
  { comId, lastOnlineMs, isRemoved }: ListingFacts,
  { nowMs, lastSeenMaxHours }: LineContext,
): OpenPoint[] {
  if (isRemoved) {
    return [
      blocking(
        'gone',
        'lines',
        `Item ${comId} was already gone when it was last seen. Take it out; its evidence stays.`,
        comId,
      ),
    ]
  }
  if (lastOnlineMs === null) {
    return [
      warning('never-seen', 'lines', `Item ${comId} was never seen online. Open it before filing.`, comId),
    ]
  }
  const ageMs = nowMs - lastOnlineMs
  if (ageMs <= lastSeenMaxHours * 3_600_000) return []
  const ageDays = Math.floor(ageMs / dayMs)
  const age = ageDays < 1 ? 'today' : ageDays === 1 ? '1 day ago' : `${ageDays} days ago`
  return [
    warning('stale', 'lines', `Item ${comId} was last seen online ${age}. Check it before filing.`, comId, {
      days: ageDays,
    }),
  ]
}

function checkPriorSale({ comId, firstTraceOn }: ListingFacts, filedOn: CalendarDate | null): OpenPoint[] {
  if (!filedOn || !firstTraceOn || firstTraceOn >= filedOn) return []
  return [
    warning(
      'prior-sale',
      'lines',
      `Item ${comId} may be older than the patent (first trace ${firstTraceOn}). Check prior sale.`,
      comId,
      { on: firstTraceOn },
    ),
  ]
}

/** One address of one item, as the form takes it. */
function isItemUrl({ url, comId }: ListingFacts): boolean {
  if (!URL.canParse(url)) return false
  const parsed = new URL(url)
  return isSiteUrl(parsed) && readPathItemId(parsed)?.comId === comId
}
