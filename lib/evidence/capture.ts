import type { Failure } from '../core/result.ts'
import type { Disagreement } from '../extract/compare-witnesses.ts'
import type { Witnesses } from '../extract/extract-witnesses.ts'
import type { ObservedListing, ResultRow } from '../extract/listing.ts'
import type { CaptureParts } from './gather/capture-part.ts'
import type { Box } from './screenshot/page-check.ts'
import type { Sighting } from './sighting.ts'

export const artefactKinds = [
  'viewport-screenshot',
  'full-page-screenshot',
  'product-image',
  'page-snapshot',
  'page-state',
  'mhtml',
] as const
export type ArtefactKind = (typeof artefactKinds)[number]

/** One file of a capture. Its bytes are stored once, under their hash. */
export interface Artefact {
  kind: ArtefactKind
  /** Name of the file beside the record in a pack, unique in its capture, e.g. "product-image-03.jpg". */
  name: string
  /** E.g. "image/png". */
  mediaType: string
  bytes: number
  /** 64 hexadecimal digits. */
  sha256: string
  /** How it was obtained, e.g. "tabs.captureVisibleTab". */
  obtainedBy: string
  /** Where the listing stands in the picture, in CSS pixels of the viewport; null where it could not be told. */
  subject: Box | null
  takenAtMs: number
  /** Address of the page that it shows or was on; null in captures made before it was kept. */
  pageUrl: string | null
  /** Where its bytes were fetched from; null where they were made here. */
  sourceUrl: string | null
  /** What was left out because of a limit, in one sentence; null where it is whole. */
  cut: string | null
  /** What was taken out of it or covered before hashing, e.g. "name of the signed-in person". */
  redacted: string[]
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
  mode: CaptureMode
  /** What the browser said of the tab; null in captures made before it was kept. */
  tab: CapturedTab | null
  sighting: Sighting
  /** What the item page or modal showed; null on results pages. */
  listing: ObservedListing | null
  /** What the card and the page's state stated; null on item pages. */
  row: ResultRow | null
  /** What the screen and the page's own text stated each for itself; null on results pages and in older captures. */
  witnesses: Witnesses | null
  createdAtMs: number
  /** Null for what was captured here. Imported captures never enter the queue or the counts of own evidence. */
  importedFrom: ImportOrigin | null
}

/** The evidence pack that brought a capture which was not made here. */
export interface ImportOrigin {
  packId: string
  /** Fingerprint of the key that the pack was signed with. */
  publicKeySha256: string
  /** By the clock of the computer that made it. */
  packMadeAt: { wallMs: number; offsetMinutes: number }
  importedAtMs: number
  /** The pack whose ledger entered the record: this one, or one that it had itself been imported from. */
  enteredIn: string
}

/**
 * - `flagged-by-person`: made by the click that judged the listing.
 * - `completed-on-opening`: a listing that was flagged or filed before was opened: its evidence is completed, or it is seen
 *   how it stands now.
 */
export type CaptureMode = 'flagged-by-person' | 'completed-on-opening'

/** What the browser, not the page, says of the tab at the moment of the capture. */
export interface CapturedTab {
  tabId: number
  /** The browser's own id of the page document; null where it gives none. */
  documentId: string | null
  /** What stood in the address bar. */
  addressUrl: string | null
  /** 1 is 100 %. */
  zoom: number | null
}

/** A date that a server sent with an answer, and when it came by this computer's clock. */
export interface ServerDate {
  url: string
  serverMs: number
  receivedAtMs: number
}

/** How far a capture has come, and what was gathered since. Kept apart from the capture, whose statements never change. */
export interface CaptureJob {
  captureId: string
  comId: string
  /** The page document that was judged; a screenshot of any other is refused. */
  documentKey: string
  screenshot: ScreenshotStatus
  /** What the item page's own data call answered, one more witness; null until it answered. */
  pageData: ObservedListing | null
  /** Facts on which what was shown and what the page's data says cannot both be true. */
  disagreements: Disagreement[]
  /** What else is gathered from an item page, each part for itself; none for cards and for what needs no evidence. */
  parts: CaptureParts
  /** `open` while a part is due or running; for finding what an interruption left. */
  gathering: 'none' | 'open' | 'ended'
  serverDates: ServerDate[]
  /** Brought by an evidence pack of another installation: nothing is gathered or sealed here. */
  imported: boolean
  seal: SealStatus
  changedAtMs: number
}
