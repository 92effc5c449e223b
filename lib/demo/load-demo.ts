import type { ComplaintRepo } from '../complaints/complaint-repo.ts'
import { fileComplaint } from '../complaints/file-complaint.ts'
import { startComplaints } from '../complaints/start-complaints.ts'
import type { Clock, Moment } from '../core/clock.ts'
import { sha256Hex } from '../core/digest.ts'
import type { Result } from '../core/result.ts'
import type { EvidenceRepo } from '../evidence/evidence-repo.ts'
import { enterWaitingActs } from '../evidence/ledger/append-to-ledger.ts'
import { type Sealing, sealCaptures } from '../evidence/seal/seal-captures.ts'
import { flagListing } from '../queue/flag-listing.ts'
import type { FlagRepo } from '../queue/flag-repo.ts'
import type { RightsRepo } from '../rights/rights-repo.ts'
import { enterOutcomes } from '../tracking/enter-outcomes.ts'
import { type LineOutcome, plainOutcome } from '../tracking/line-outcome.ts'
import type { TrackRepo } from '../tracking/track-repo.ts'
import { type DemoListing, demoListings, flagOf, seenAtMs } from './demo-listings.ts'
import { demoRights } from './demo-rights.ts'

/** All of it of a database of the demo's own; nothing here knows the real one. */
export interface DemoPlace {
  flags: FlagRepo
  evidence: Pick<EvidenceRepo, 'saveScreenshot'>
  sealing: Sealing
  rights: Pick<RightsRepo, 'saveAll'>
  complaints: ComplaintRepo
  tracks: TrackRepo
  saveOperatorName(name: string): Promise<void>
  /** A PNG of a page that says that it is invented. */
  draw(listing: DemoListing): Promise<Uint8Array<ArrayBuffer>>
  clock: Clock
}

/** Lists of listings by their places, each filed so many days ago as one complaint. */
const filed = [
  {
    ...{ rightId: 'demo-trademark', reasonId: 'tm-counterfeit-features', caseNumber: 'DEMO-1', daysAgo: 40 },
    listings: [16, 18, 20, 21, 22, 23, 25, 26],
  },
  {
    ...{ rightId: 'demo-copyright', reasonId: 'cr-image-theft', caseNumber: 'DEMO-2', daysAgo: 25 },
    listings: [14, 24],
  },
  {
    ...{ rightId: 'demo-trademark', reasonId: 'tm-counterfeit-features', caseNumber: 'DEMO-3', daysAgo: 4 },
    listings: [5, 6, 8],
  },
]

/** What became of them, by place of the listing, so many days after the filing. */
const outcomes: Array<{ listing: number; outcome: LineOutcome; after: number }> = [
  ...[16, 18, 20, 21, 22].map((listing, index) => ({
    ...{ listing, outcome: plainOutcome('removed'), after: 3 + index },
  })),
  ...[23, 14].map((listing) => ({
    ...{ listing, outcome: plainOutcome('rejected', 'DEMO: no valid evidence'), after: 6 },
  })),
]

/** Fills a database with invented listings, rights, complaints and outcomes, by the ways that real ones go. */
export async function loadDemo(
  place: DemoPlace,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<void> {
  const now = place.clock()
  await place.saveOperatorName('DEMO operator (invented)')
  await place.rights.saveAll({
    holders: [{ holder: demoRights.holder, seen: undefined }],
    rights: demoRights.rights.map((right) => ({ right, seen: undefined })),
  })
  const flagIds = new Map<string, string>()
  for (const [index, listing] of demoListings.entries()) {
    const at: Moment = { ...now, wallMs: seenAtMs(listing, now.wallMs) }
    flagIds.set(listing.comId, await flagAndSeal(place, listing, at))
    onProgress(index + 1, demoListings.length)
  }
  for (const one of filed) await file(place, one, flagIds, now)
  await enterWaitingActs(place.sealing)
}

async function flagAndSeal(place: DemoPlace, listing: DemoListing, at: Moment): Promise<string> {
  const flag = flagOf(listing, at)
  const { captureId, sighting } = flag.capture
  must(await flagListing({ repo: place.flags, clock: () => at }, flag))
  if (listing.verdict === 'infringing' || listing.verdict === 'suspicious') {
    const png = await place.draw(listing)
    const sha256 = await sha256Hex(png)
    const artefact = {
      ...{ kind: 'viewport-screenshot' as const, name: 'viewport-screenshot.png', mediaType: 'image/png' },
      ...{ bytes: png.byteLength, sha256, obtainedBy: 'invented for the demo', subject: null },
      ...{ takenAtMs: at.wallMs, pageUrl: sighting.pageUrl, sourceUrl: null, cut: null, redacted: [] },
    }
    const statuses = new Map([[captureId, { state: 'saved' as const, artefact }]])
    await place.evidence.saveScreenshot(png, sha256, statuses, at.wallMs)
  }
  await sealCaptures(place.sealing, [captureId])
  return flag.flagId
}

async function file(
  { complaints, tracks }: DemoPlace,
  { rightId, reasonId, caseNumber, daysAgo, listings }: (typeof filed)[number],
  flagIds: ReadonlyMap<string, string>,
  now: Moment,
): Promise<void> {
  const dayAgo = (days: number) => now.wallMs - days * 86_400_000
  const clock = () => ({ ...now, wallMs: dayAgo(daysAgo) })
  const key = { portalId: 'aidc-ipp', platformId: 'aliexpress', rightId, reasonId }
  const chosen = listings.map((index) => {
    const comId = demoListings[index]?.comId ?? ''
    return { comId, flagId: flagIds.get(comId) ?? '', rightId, reasonId }
  })
  const [complaint] = await startComplaints(
    { repo: complaints, clock },
    [{ key: { ...key, complaintType: 'product-listing' }, part: 1, of: 1, listings: chosen }],
    'en',
  )
  if (!complaint) throw new Error('The demo made no complaint.')
  const today = calendarDay(now.wallMs)
  const filing = { caseNumber, filedOn: calendarDay(dayAgo(daysAgo)), note: 'DEMO: never filed anywhere' }
  must(await fileComplaint({ repo: complaints, clock }, complaint.complaintId, filing, today))
  const lines = await complaints.lines(complaint.complaintId)
  for (const { listing, outcome, after } of outcomes) {
    const line = lines.find(({ comId }) => comId === demoListings[listing]?.comId)
    if (!line) continue
    const on = calendarDay(dayAgo(daysAgo - after))
    const entry = { lineId: line.lineId, outcome, on, note: '' }
    const at = () => ({ ...now, wallMs: dayAgo(daysAgo - after) })
    must(await enterOutcomes({ repo: tracks, clock: at }, [entry], 'hand', today))
  }
}

const calendarDay = (wallMs: number) => new Date(wallMs).toISOString().slice(0, 10)

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo was refused: ${result.error.message}`)
  return result.value
}
