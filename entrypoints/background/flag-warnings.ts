import { warnAtFlagging } from '../../lib/complaints/warn-at-flagging.ts'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { type Flag, isQueued } from '../../lib/queue/flag.ts'
import { calendarDateOf } from '../../lib/rights/expiry.ts'
import type { SellerRecord } from '../../lib/sellers/seller-record.ts'
import { docket } from './docket.ts'

/** What is to be known of a flagged listing. */
interface FlagWarnings {
  /** What speaks for looking at it once more, in few words each. */
  warnings: string[]
  seller: SellerRecord | null
}

/**
 * What a person should know of these listings while their page is open, by listing. Nothing of it may keep a flag
 * from being saved or shown: what fails here is recorded, and nothing is said.
 */
export async function flagWarnings(flags: readonly Flag[]): Promise<ReadonlyMap<string, FlagWarnings>> {
  const { recordFailure, sellerRecords } = await docket()
  try {
    const [ofListing, ofSeller] = await Promise.all([
      listingWarnings(flags),
      sellerRecords(flags.map(({ comId }) => comId)),
    ])
    return new Map(
      flags.map(({ comId }) => [
        comId,
        { warnings: ofListing.get(comId) ?? [], seller: ofSeller.get(comId) ?? null },
      ]),
    )
  } catch (error) {
    const doing = 'checking flagged listings'
    await recordFailure(doing, failureFrom(error, doing), null)
    return new Map()
  }
}

async function listingWarnings(flags: readonly Flag[]): Promise<ReadonlyMap<string, string[]>> {
  const { rights, complaintReader, portalRules, clock } = await docket()
  const queued = flags.filter(isQueued)
  const known = queued.length > 0 ? await rights.rights() : []
  if (known.length === 0) return new Map()
  const [facts, { rules }] = await Promise.all([
    complaintReader.facts(queued.map(({ comId }) => comId)),
    portalRules.read(),
  ])
  const { wallMs, offsetMinutes } = clock()
  const context = { rights: known, rules, today: calendarDateOf(wallMs, offsetMinutes), nowMs: wallMs }
  const flagOf = new Map(queued.map((flag) => [flag.comId, flag]))
  return new Map(
    facts.flatMap((listing) => {
      const flag = flagOf.get(listing.comId)
      return flag ? [[listing.comId, warnAtFlagging(listing, flag, context)] as const] : []
    }),
  )
}
