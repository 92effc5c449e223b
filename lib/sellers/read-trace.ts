import { type Observation, observedValue } from '../core/observation.ts'
import { comparableText } from '../core/search-text.ts'
import type { Capture, CaptureJob } from '../evidence/capture.ts'
import { importedFromOf } from '../evidence/imported-from.ts'
import type { ObservedListing, ResultRow } from '../extract/listing.ts'
import { calendarDateOf } from '../rights/expiry.ts'
import { readContacts } from './read-contacts.ts'
import { type LinkKey, linkKey, type SellerTrace, type Stated, type StatedBy } from './seller-trace.ts'

/**
 * What a capture states of the listing's seller: its item page, then what the page's own data call answered, then
 * its card. Where two of them name different accounts the capture names none: no seller is guessed.
 */
export function readTrace(capture: Capture, job: CaptureJob | null): SellerTrace {
  const { sighting } = capture
  // What somebody else's pack states counts for nothing here.
  const isOwn = importedFromOf(capture) === null
  const listing = isOwn ? capture.listing : null
  const row = isOwn ? capture.row : null
  const pageData = isOwn ? (job?.pageData ?? null) : null
  const pages = [listing, pageData].filter((page) => page !== null)
  const account = accountOf(listing, pageData, row)
  const sellerId = account?.sellerId ?? null
  return {
    captureId: capture.captureId,
    comId: capture.comId,
    seenAtMs: sighting.seenAt.wallMs,
    seenOn: calendarDateOf(sighting.seenAt.wallMs, sighting.seenAt.offsetMinutes),
    pageState: sighting.pageState,
    isOwn,
    reading: job?.gathering === 'open' ? 'open' : 'ended',
    sellerId,
    sellerSource: account?.source ?? null,
    statedBy: account?.statedBy ?? null,
    companyIds: each(pages.map(({ companyId }) => companyId)),
    storeNumbers: unique([
      ...pages.flatMap(({ storeNumbers }) => many(storeNumbers)),
      ...each(row ? [row.storeNumber] : []),
    ]),
    names: each([...pages.map(({ storeName }) => storeName), ...(row ? [row.storeName] : [])]),
    countries: each(pages.map(({ country }) => country)),
    traderStatuses: each(pages.map(({ traderStatus }) => traderStatus)),
    storeOpened: each(pages.map(({ storeOpened }) => storeOpened)),
    contacts: readContacts(pages.flatMap(({ specs }) => observedValue(specs) ?? [])),
    pictureHashes: [
      ...new Set([
        ...pages.flatMap(({ images }) => (observedValue(images) ?? []).map(({ hash }) => hash)),
        ...(row ? [observedValue(row.imageHash)].filter((hash) => hash !== null) : []),
      ]),
    ],
    shipTo: sighting.shipTo,
    price: first([...pages.map(({ price }) => price), row?.price]),
    sold: first([...pages.map(({ sold }) => sold), row?.sold]),
  }
}

interface Account {
  sellerId: string
  source: string
  statedBy: StatedBy
}

function accountOf(
  listing: ObservedListing | null,
  pageData: ObservedListing | null,
  row: ResultRow | null,
): Account | null {
  const stated = (
    [
      ['item-page', listing?.sellerId],
      ['page-data', pageData?.sellerId],
      ['card', row?.sellerId],
    ] as const
  ).flatMap(([statedBy, observation]): Account[] =>
    observation?.status === 'found'
      ? [{ sellerId: observation.value, source: observation.source, statedBy }]
      : [],
  )
  const [best] = stated
  return best && stated.every(({ sellerId }) => sellerId === best.sellerId) ? best : null
}

/** What may be equal between this seller and another one. */
export function linkKeysOf(trace: SellerTrace): LinkKey[] {
  if (trace.sellerId === null) return []
  return [
    ...trace.companyIds.map(({ value }) => linkKey('company', value)),
    ...trace.contacts.map(({ kind, value }) => linkKey(kind, value)),
    ...trace.pictureHashes.map((hash) => linkKey('picture', hash)),
    ...trace.names.flatMap(({ value }) => (isGivenName(value) ? [] : [linkKey('name', nameOf(value))])),
  ]
}

const nameOf = (name: string): string => comparableText(name).replace(/\s+/g, ' ').trim()

/** "Shop1102000001 Store": given by the site, so it tells nothing that the number does not. */
const isGivenName = (name: string): boolean => /^(?:shop|store)\s*\d+(?:\s+store)?$/.test(nameOf(name))

const each = (observations: ReadonlyArray<Observation<string>>): Stated[] =>
  unique(
    observations.flatMap((observation) =>
      observation.status === 'found' ? [{ value: observation.value, source: observation.source }] : [],
    ),
  )

const many = (observation: Observation<string[]>): Stated[] =>
  observation.status === 'found'
    ? observation.value.map((value) => ({ value, source: observation.source }))
    : []

/** The first statement of each value. */
const unique = (stated: readonly Stated[]): Stated[] =>
  [...new Map([...stated].reverse().map((one) => [one.value, one])).values()].reverse()

function first<Value>(observations: ReadonlyArray<Observation<Value> | undefined>): Value | null {
  for (const observation of observations) {
    if (observation?.status === 'found') return observation.value
  }
  return null
}
