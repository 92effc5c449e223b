import type { Failure } from '../core/result.ts'
import type { ObservedListing, ResultRow } from '../extract/listing.ts'
import type { Disagreement } from '../extract/merge-listings.ts'
import type { Box } from './page-check.ts'
import type { Sighting } from './sighting.ts'

/** One file of a capture. Its bytes are stored once, under their hash. */
export interface Artefact {
  kind: 'viewport-screenshot'
  mediaType: 'image/png'
  bytes: number
  /** 64 hexadecimal digits. */
  sha256: string
  /** How it was obtained, e.g. "tabs.captureVisibleTab". */
  obtainedBy: string
  /** Where the listing stands in the picture, in CSS pixels of the viewport; null where it could not be told. */
  subject: Box | null
  takenAtMs: number
  /** Address of the page in the picture; not there in captures made before it was kept. */
  pageUrl?: string
}

/**
 * What became of the viewport screenshot.
 * - `pending`: asked for, not yet taken; an interruption leaves it here and is shown as such.
 * - `not-wanted`: the listing was judged genuine or out of scope, which needs no picture.
 * - `no-permission`: the browser does not let Docket take it; the flag stands without.
 * - `failed`: tried and refused; the reason is shown.
 */
export type ScreenshotStatus =
  | { state: 'pending' }
  | { state: 'not-wanted' }
  | { state: 'saved'; artefact: Artefact }
  | { state: 'no-permission' }
  | { state: 'failed'; failure: Failure; tries: number }

/**
 * How far the sealing has come. It follows the screenshot, however that ended.
 * - `due`: nothing is sealed yet, or more was gathered since. `tries` failed so far, the last for `failure`.
 * - `written`: record and ledger row are committed, not yet read back.
 * - `sealed`: read back, hash and signature agree.
 * - `failed`: given up after three tries; the reason is shown.
 *
 * `recordId` names the newest record that was written.
 */
export type SealStatus =
  | { state: 'due'; recordId: string | null; tries: number; failure: Failure | null }
  | { state: 'written'; recordId: string; tries: number; failure: Failure | null }
  | { state: 'sealed'; recordId: string; sealedAtMs: number }
  | { state: 'failed'; recordId: string | null; tries: number; failure: Failure }

/** Evidence of one listing at one time: what was stated. `captureId` is made in the page; storing it twice changes nothing. */
export interface Capture {
  captureId: string
  comId: string
  sighting: Sighting
  /** What the item page or modal showed; null on results pages. */
  listing: ObservedListing | null
  /** What the card and the page's state stated; null on item pages. */
  row: ResultRow | null
  createdAtMs: number
}

/** How far a capture has come, and what was gathered since. Kept apart from the capture, whose statements never change. */
export interface CaptureJob {
  captureId: string
  comId: string
  /** The page document that was judged; a screenshot of any other is refused. */
  documentKey: string
  screenshot: ScreenshotStatus
  /** What the item page's own data call answered, the second witness; null until it answered. */
  pageData: ObservedListing | null
  /** Fields on which the page and its data call disagree. */
  disagreements: Disagreement[]
  seal: SealStatus
  changedAtMs: number
}
