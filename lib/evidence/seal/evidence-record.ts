import { canonicalJson } from '../../core/canonical-json.ts'
import type { Moment } from '../../core/clock.ts'
import type { Failure } from '../../core/result.ts'
import type { Disagreement } from '../../extract/compare-witnesses.ts'
import type { ObservedListing, ResultRow } from '../../extract/listing.ts'
import { canonicalItemUrl } from '../../site/item-id.ts'
import type { Artefact, Capture, CapturedTab, CaptureJob, CaptureMode, ServerDate } from '../capture.ts'
import { type ClockCheck, checkClock } from '../check-clock.ts'
import { type CapturePart, type PartKind, partsOf } from '../gather/capture-part.ts'
import type { Sighting } from '../sighting.ts'

const recordFormat = 'docket-evidence-record'
/** 2 added tab, mode, every kind of file, server dates, the clock's doubt and the two witnesses. */
const recordFormatVersion = 2

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

/** A part of the evidence that is not there or not whole, with the reason that the person was shown. */
interface PartialFailure {
  part: 'viewport-screenshot' | 'page-data' | PartKind
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
  tab: CapturedTab | null
  /** Every time here is by this computer's clock. */
  storedAtMs: number
  sealedAt: Moment
  captureMode: CaptureMode
  /** The person's name as set in Docket; null where none is set. */
  operator: string | null
  installation: Installation
  /** Dates that servers sent meanwhile, and what they say of this computer's clock. */
  serverDates: ServerDate[]
  clock: ClockCheck
  artefacts: Artefact[]
  failures: PartialFailure[]
  observations: {
    listing: ObservedListing | null
    row: ResultRow | null
    /** The first witness: what the screen showed, from the rendered document alone. */
    shown: ObservedListing | null
    /** The second: what states in the page's own text say. */
    stated: ObservedListing | null
    /** The second too: what the page's own data call answered. */
    pageData: ObservedListing | null
  }
  /** What the two witnesses cannot both be right about. */
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
    tab: capture.tab,
    storedAtMs: capture.createdAtMs,
    captureMode: capture.mode,
    serverDates: job.serverDates,
    clock: checkClock(job.serverDates),
    artefacts: artefactsOf(job),
    failures: partialFailures(capture, job),
    observations: observationsOf(capture, job),
    disagreements: job.disagreements,
    signature: { algorithm: 'ECDSA P-256 with SHA-256', publicKeySha256 },
  }
}

/** The record as it is hashed, signed and stored: canonical JSON (RFC 8785) in UTF-8, no line end. */
export const recordBytes = (record: EvidenceRecord): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalJson(record))

/** What every witness stated. */
export const observationsOf = (
  { listing, row, witnesses }: Capture,
  { pageData }: Pick<CaptureJob, 'pageData'>,
): EvidenceRecord['observations'] => ({
  listing,
  row,
  shown: witnesses?.shown ?? null,
  stated: witnesses?.stated ?? null,
  pageData,
})

/** Every file that was gathered for a capture. */
export const artefactsOf = ({ screenshot, parts }: CaptureJob): Artefact[] => [
  ...(screenshot.state === 'saved' ? [screenshot.artefact] : []),
  ...partsOf(parts).flatMap(([, { artefacts }]) => artefacts),
]

function partialFailures(
  { witnesses }: Capture,
  { screenshot, pageData, parts }: CaptureJob,
): PartialFailure[] {
  const failures: PartialFailure[] = []
  if (screenshot.state === 'failed') failures.push({ part: 'viewport-screenshot', ...screenshot.failure })
  if (screenshot.state === 'no-permission') {
    failures.push({
      part: 'viewport-screenshot',
      code: 'no-permission',
      message: 'The browser did not allow a screenshot.',
    })
  }
  for (const [part, { state, failure, problems }] of partsOf(parts)) {
    if (failure) failures.push({ part, ...failure })
    else if (state !== 'done') failures.push({ part, ...openReasons[state] })
    for (const problem of problems) failures.push({ part, ...problem })
  }
  if (pageData === null) {
    const isAlone = !witnesses?.stated
    failures.push({
      part: 'page-data',
      code: isAlone ? 'no-second-witness' : 'no-data-call',
      message: isAlone
        ? "The page's own data was not read, so the statements have one witness."
        : "The page's own data call was not read; the second witness is the state in the page's text.",
    })
  }
  return failures
}

/** Why a part without a stored reason is not there. */
const openReasons: Record<Exclude<CapturePart['state'], 'done'>, Failure> = {
  due: { code: 'not-gathered-yet', message: 'It was not gathered yet when this record was sealed.' },
  running: { code: 'not-gathered-yet', message: 'It was being gathered when this record was sealed.' },
  cancelled: { code: 'cancelled', message: 'The person stopped it.' },
  failed: { code: 'failed', message: 'It could not be gathered.' },
  'not-wanted': { code: 'not-wanted', message: 'It was not asked for.' },
}
