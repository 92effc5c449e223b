import type { Money } from '../core/money.ts'
import type { SellerTrace, Stated, StatedBy } from './seller-trace.ts'

/** Something that captures state of a seller, with the first and the last of them. */
export interface DatedFact {
  value: string
  /** Where the first capture read it. */
  source: string
  firstSeenAtMs: number
  firstCaptureId: string
  lastSeenAtMs: number
  lastCaptureId: string
}

/** The newest that is known of one listing of a seller. */
export interface SellerListing {
  comId: string
  /** Newest price and number sold that a capture states; each with its own time. */
  price: { value: Money; seenAtMs: number } | null
  sold: { value: string; seenAtMs: number } | null
  lastSeenAtMs: number
  lastCaptureId: string
}

const datedKinds = [
  'companyIds',
  'storeNumbers',
  'names',
  'countries',
  'traderStatuses',
  'storeOpened',
] as const
/** The facts of a seller that may change over time. */
export type DatedKind = (typeof datedKinds)[number]

/** A seller as the captures know it, keyed by its account and never by store number or name. */
export interface Seller extends Record<DatedKind, DatedFact[]> {
  sellerId: string
  contacts: DatedFact[]
  /** Which part of a page named the account, each with first and last capture. */
  identity: DatedFact[]
  shipTo: string[]
  listings: SellerListing[]
  firstSeenAtMs: number
  lastSeenAtMs: number
}

/** The seller of these traces, which name the same account and are own ones; null for none. */
export function foldSeller(traces: readonly SellerTrace[]): Seller | null {
  const [one] = traces
  return one?.sellerId ? addTraces(null, one.sellerId, traces) : null
}

/**
 * The seller with what these traces add. The order in which traces come, and how often, makes no difference: the
 * first and last of everything are kept, and at the same moment the capture with the smaller id is the first.
 */
export function addTraces(before: Seller | null, sellerId: string, traces: readonly SellerTrace[]): Seller {
  let seller = before ?? emptySeller(sellerId)
  for (const trace of traces) seller = added(seller, trace)
  return seller
}

const emptySeller = (sellerId: string): Seller => ({
  sellerId,
  companyIds: [],
  storeNumbers: [],
  names: [],
  countries: [],
  traderStatuses: [],
  storeOpened: [],
  contacts: [],
  identity: [],
  shipTo: [],
  listings: [],
  firstSeenAtMs: Number.POSITIVE_INFINITY,
  lastSeenAtMs: Number.NEGATIVE_INFINITY,
})

function added(seller: Seller, trace: SellerTrace): Seller {
  const dated = Object.fromEntries(
    datedKinds.map((kind) => [kind, mergeFacts(seller[kind], trace[kind], trace)]),
  ) as Record<DatedKind, DatedFact[]>
  const contacts = trace.contacts.map(({ kind, value }) => ({ value: `${kind}:${value}`, source: 'specs' }))
  const identity = trace.statedBy ? [{ value: trace.statedBy, source: trace.sellerSource ?? '' }] : []
  return {
    ...seller,
    ...dated,
    contacts: mergeFacts(seller.contacts, contacts, trace),
    identity: mergeFacts(seller.identity, identity, trace),
    shipTo: [...new Set([...seller.shipTo, ...(trace.shipTo === null ? [] : [trace.shipTo])])].sort(),
    listings: mergeListing(seller.listings, trace),
    firstSeenAtMs: Math.min(seller.firstSeenAtMs, trace.seenAtMs),
    lastSeenAtMs: Math.max(seller.lastSeenAtMs, trace.seenAtMs),
  }
}

function mergeFacts(
  before: readonly DatedFact[],
  stated: readonly Stated[],
  trace: SellerTrace,
): DatedFact[] {
  if (stated.length === 0) return [...before]
  const { seenAtMs, captureId } = trace
  const byValue = new Map(before.map((fact) => [fact.value, fact]))
  for (const { value, source } of stated) {
    const known = byValue.get(value)
    const here = { value, source, firstSeenAtMs: seenAtMs, firstCaptureId: captureId }
    const last = { lastSeenAtMs: seenAtMs, lastCaptureId: captureId }
    if (!known) {
      byValue.set(value, { ...here, ...last })
      continue
    }
    const isFirst = isBefore(seenAtMs, captureId, known.firstSeenAtMs, known.firstCaptureId)
    const isLast = isBefore(known.lastSeenAtMs, known.lastCaptureId, seenAtMs, captureId)
    byValue.set(value, { ...known, ...(isFirst ? here : {}), ...(isLast ? last : {}) })
  }
  // Newest first: a name that came back is the name now.
  return [...byValue.values()].sort(
    (one, other) =>
      other.lastSeenAtMs - one.lastSeenAtMs ||
      (one.value < other.value ? -1 : one.value > other.value ? 1 : 0),
  )
}

const isBefore = (atMs: number, id: string, otherMs: number, otherId: string): boolean =>
  atMs < otherMs || (atMs === otherMs && id < otherId)

function mergeListing(before: readonly SellerListing[], trace: SellerTrace): SellerListing[] {
  const { comId, seenAtMs, captureId } = trace
  const known = before.find((listing) => listing.comId === comId)
  const isNewer = !known || isBefore(known.lastSeenAtMs, known.lastCaptureId, seenAtMs, captureId)
  const newest = <Value>(old: { value: Value; seenAtMs: number } | null, value: Value | null) =>
    value !== null && (old === null || seenAtMs > old.seenAtMs) ? { value, seenAtMs } : old
  const listing: SellerListing = {
    comId,
    price: newest(known?.price ?? null, trace.price),
    sold: newest(known?.sold ?? null, trace.sold),
    lastSeenAtMs: isNewer ? seenAtMs : known.lastSeenAtMs,
    lastCaptureId: isNewer ? captureId : known.lastCaptureId,
  }
  return [...before.filter((other) => other.comId !== comId), listing].sort(
    (one, other) => other.lastSeenAtMs - one.lastSeenAtMs || (one.comId < other.comId ? -1 : 1),
  )
}

/** True where only cards of results named the account: their number is not proven to be the account (ALIEXPRESS.md (d)). */
export const isFromCardsAlone = ({ identity }: Pick<Seller, 'identity'>): boolean =>
  identity.every(({ value }) => value === ('card' satisfies StatedBy))

/** The name now; null where no capture states one. */
export const currentName = ({ names }: Pick<Seller, 'names'>): string | null => names[0]?.value ?? null
