import { canonicalJson } from '../core/canonical-json.ts'
import type { Moment } from '../core/clock.ts'
import type { ObservedListing, ResultRow } from '../extract/listing.ts'
import type { Disagreement } from '../extract/merge-listings.ts'
import { canonicalItemUrl } from '../site/item-id.ts'
import type { Artefact, Capture, CaptureJob } from './capture.ts'
import type { Box } from './page-check.ts'
import type { Sighting } from './sighting.ts'

const recordFormat = 'docket-evidence-record'
const recordFormatVersion = 1

/** What Docket ran on and as when it sealed. Facts that the browser does not tell are null. */
export interface Installation {
  extension: {
    version: string
    /** SHA-256 of the installed `background.js`: tells builds of one version apart. */
    buildSha256: string
  }
  browser: { name: string | null; version: string | null; userAgent: string }
  os: { name: string; architecture: string }
}

/** One file of the evidence, named as it lies beside the record in a pack. */
interface RecordArtefact {
  name: string
  kind: Artefact['kind']
  mediaType: string
  bytes: number
  sha256: string
  obtainedBy: string
  takenAtMs: number
  /** Address of the page in the picture; null where it was not kept. */
  pageUrl: string | null
  /** Where the listing stands in the picture, CSS pixels of the viewport; null where it could not be told. */
  subject: Box | null
}

/** A part of the evidence that is not there, with the reason that the person was shown. */
interface PartialFailure {
  part: 'viewport-screenshot' | 'page-data'
  code: string
  message: string
}

/** Names an earlier record of the same capture that this one replaces; the earlier one stays as it is. */
interface RecordReference {
  recordId: string
  sha256: string
}

/**
 * The sealed record of one capture: everything that is stated, when and by what, and the hash of every file.
 * Its hash and signature are taken over `recordBytes`. A sealed record is never changed; what is gathered
 * later makes a new one that names it (`supersedes`).
 */
export interface EvidenceRecord {
  format: typeof recordFormat
  formatVersion: typeof recordFormatVersion
  recordId: string
  supersedes: RecordReference | null
  captureId: string
  comId: string
  documentKey: string
  /** Address of the listing on .com, built from its number; the address that was open is in `sighting`. */
  canonicalUrl: string
  sighting: Sighting
  /** Every time here is by this computer's clock. */
  storedAtMs: number
  sealedAt: Moment
  captureMode: 'flagged-by-person'
  /** The person's name as set in Docket; null where none is set. */
  operator: string | null
  installation: Installation
  artefacts: RecordArtefact[]
  failures: PartialFailure[]
  observations: {
    listing: ObservedListing | null
    row: ResultRow | null
    /** The second witness: what the page's own data call answered. */
    pageData: ObservedListing | null
  }
  disagreements: Disagreement[]
  signature: { algorithm: 'ECDSA P-256 with SHA-256'; publicKeySha256: string }
}

/** What is not in capture and job. */
export interface RecordContext
  extends Pick<EvidenceRecord, 'recordId' | 'supersedes' | 'sealedAt' | 'operator' | 'installation'> {
  publicKeySha256: string
}

export function buildEvidenceRecord(
  capture: Capture,
  job: CaptureJob,
  { publicKeySha256, ...context }: RecordContext,
): EvidenceRecord {
  return {
    format: recordFormat,
    formatVersion: recordFormatVersion,
    ...context,
    captureId: capture.captureId,
    comId: capture.comId,
    documentKey: job.documentKey,
    canonicalUrl: canonicalItemUrl(capture.comId),
    sighting: capture.sighting,
    storedAtMs: capture.createdAtMs,
    captureMode: 'flagged-by-person',
    artefacts: artefactsOf(job).map(recordArtefact),
    failures: partialFailures(job),
    observations: { listing: capture.listing, row: capture.row, pageData: job.pageData },
    disagreements: job.disagreements,
    signature: { algorithm: 'ECDSA P-256 with SHA-256', publicKeySha256 },
  }
}

/** The record as it is hashed, signed and stored: canonical JSON (RFC 8785) in UTF-8, no line end. */
export const recordBytes = (record: EvidenceRecord): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalJson(record))

/** Every file that was gathered for a capture. */
export const artefactsOf = (job: CaptureJob): Artefact[] =>
  job.screenshot.state === 'saved' ? [job.screenshot.artefact] : []

const recordArtefact = (artefact: Artefact): RecordArtefact => ({
  name: fileNames[artefact.kind],
  kind: artefact.kind,
  mediaType: artefact.mediaType,
  bytes: artefact.bytes,
  sha256: artefact.sha256,
  obtainedBy: artefact.obtainedBy,
  takenAtMs: artefact.takenAtMs,
  pageUrl: artefact.pageUrl ?? null,
  subject: artefact.subject,
})

const fileNames: Record<Artefact['kind'], string> = { 'viewport-screenshot': 'viewport-screenshot.png' }

function partialFailures({ screenshot, pageData }: CaptureJob): PartialFailure[] {
  const failures: PartialFailure[] = []
  if (screenshot.state === 'failed') failures.push({ part: 'viewport-screenshot', ...screenshot.failure })
  if (screenshot.state === 'no-permission') {
    failures.push({
      part: 'viewport-screenshot',
      code: 'no-permission',
      message: 'The browser did not allow a screenshot.',
    })
  }
  if (pageData === null) {
    failures.push({
      part: 'page-data',
      code: 'no-second-witness',
      message: "The page's own data call was not read, so the statements have one witness.",
    })
  }
  return failures
}
