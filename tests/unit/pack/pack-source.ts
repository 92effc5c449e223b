import { createHash } from 'node:crypto'
import type { ScreenshotStatus } from '../../../lib/evidence/capture.ts'
import { buildQueuePack, type PackOptions, type PackSource } from '../../../lib/pack/queue-pack/queue-pack.ts'
import type { QueueEntry, QueueEvidence } from '../../../lib/queue/queue-entry.ts'
import { canonicalItemUrl } from '../../../lib/site/item-id.ts'
import { buildRow, buildSighting } from '../../support/records.ts'

const made = { wallMs: Date.UTC(2026, 10, 23, 14, 30), monotonicMs: 0, offsetMinutes: 60 }

export const packOptions: PackOptions = {
  group: 'trademark',
  linksPerFile: 300,
  made,
  tool: { name: 'Docket', version: '0.1.0' },
  entered: { packId: '01M85CKTF2PG7D31TX0EVRWXH4', ledger: { count: 7, head: 'a'.repeat(64) } },
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export interface PackListing {
  title?: string | null
  storeName?: string | null
  sellerId?: string | null
  note?: string
  keyword?: string
  /** Bytes of its screenshot; a status in place of it where there is none. */
  screenshot?: Uint8Array<ArrayBuffer> | Exclude<ScreenshotStatus, { state: 'saved' }>
}

/** A source in memory whose stored bytes a test may change. */
export function packSource(listings: PackListing[]) {
  const blobs = new Map<string, Uint8Array<ArrayBuffer>>()
  const evidence = new Map<string, QueueEvidence>()
  const entries = listings.map((listing, index): QueueEntry => {
    const comId = String(1_005_007_000_000_001 + index)
    const captureId = `capture-${index}`
    const screenshot = statusOf(listing.screenshot ?? pictureOf(index), blobs)
    evidence.set(captureId, {
      capture: {
        captureId,
        comId,
        mode: 'flagged-by-person',
        tab: null,
        sighting: buildSighting({ keyword: listing.keyword ?? 'velmora' }),
        listing: null,
        witnesses: null,
        row: buildRow(comId),
        createdAtMs: made.wallMs - 60_000,
        importedFrom: null,
      },
      job: {
        captureId,
        comId,
        documentKey: 'document',
        screenshot,
        pageData: null,
        disagreements: [],
        parts: {},
        gathering: 'none',
        serverDates: [],
        imported: false,
        seal: { state: 'due', recordId: null, tries: 0, failure: null },
        changedAtMs: made.wallMs,
      },
    })
    return {
      flag: {
        flagId: `flag-${index}`,
        comId,
        captureId,
        status: 'current',
        verdict: 'infringing',
        ipType: 'trademark',
        note: listing.note ?? '',
        replacesFlagId: null,
        rightId: null,
        reasonId: null,
        filedIn: null,
        documentKey: 'document',
        createdAtMs: made.wallMs - 60_000,
        changedAtMs: made.wallMs - 60_000,
      },
      listing: {
        comId,
        shownId: comId,
        title: listing.title === undefined ? `Velmora bottle ${index}` : listing.title,
        sellerId: listing.sellerId === undefined ? '2679000001' : listing.sellerId,
        storeName: listing.storeName === undefined ? 'Pinefall Outdoor Store' : listing.storeName,
        price: 'US $12.50',
        imageUrl: null,
        url: canonicalItemUrl(comId),
        lastSeenUrl: canonicalItemUrl(comId),
        lastSeenAtMs: made.wallMs,
        hasItemCapture: false,
      },
    }
  })
  let reads = 0
  const source: PackSource = {
    entries,
    evidence: async (captureIds) => {
      reads += 1
      return new Map(captureIds.map((id) => [id, evidence.get(id) ?? { capture: null, job: null }]))
    },
    readBytes: async (sha256) => blobs.get(sha256) ?? null,
  }
  return { source, blobs, evidence, evidenceReads: () => reads }
}

export const pictureOf = (number: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: 64 }, (_, index) => (index + number * 13) % 256)

function statusOf(
  screenshot: NonNullable<PackListing['screenshot']>,
  blobs: Map<string, Uint8Array<ArrayBuffer>>,
): ScreenshotStatus {
  if (!(screenshot instanceof Uint8Array)) return screenshot
  const sha256 = sha256Of(screenshot)
  blobs.set(sha256, screenshot)
  return {
    state: 'saved',
    artefact: {
      kind: 'viewport-screenshot',
      name: 'viewport-screenshot.png',
      mediaType: 'image/png',
      bytes: screenshot.length,
      sha256,
      obtainedBy: 'tabs.captureVisibleTab',
      pageUrl: null,
      sourceUrl: null,
      cut: null,
      redacted: [],
      subject: null,
      takenAtMs: made.wallMs,
    },
  }
}

/** Writes the pack to its end. */
export async function packedBytes(source: PackSource, options: PackOptions = packOptions) {
  const pack = buildQueuePack(source, options)
  const bytes = new Uint8Array(await new Response(pack.stream).arrayBuffer())
  return { bytes, name: pack.name, report: pack.report() }
}
