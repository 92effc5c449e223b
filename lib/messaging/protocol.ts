import type { Failure, Result } from '../core/result.ts'
import type { ScreenshotStatus } from '../evidence/capture.ts'
import type { GatherProgress } from '../evidence/gather/gather-parts.ts'
import type { PageCheck } from '../evidence/screenshot/page-check.ts'
import type { Sighting } from '../evidence/sighting.ts'
import type { TimeStamp } from '../evidence/time-stamp/time-stamp.ts'
import type { Witnesses } from '../extract/extract-witnesses.ts'
import type { ObservedListing, ResultRow } from '../extract/listing.ts'
import type { Judgement } from '../queue/flag.ts'
import type { ItemEvidence } from '../queue/listing-state.ts'
import type { SellerRecord } from '../sellers/seller-record.ts'
import type { FiledListing } from '../tracking/filed-listing.ts'

/**
 * Every message of Docket, by direction. Types only: the content script imports this file without cost.
 * A message travels as `{ type, request }`; the answer is the call's `reply`.
 * What arrives is parsed by `parse-message.ts` before anyone reads it.
 */

/** Content script → background. A page may create, take back its own, and ask; nothing else (invariant 6). */
export interface ContentToBackground {
  /** Stores a judgement with what the page stated. Idempotent by `flagId`; answered after the commit was read back. */
  'flag.create': { request: FlagRequest; reply: Result<FlagSaved> }
  /** Takes back a flag that this document made. */
  'flag.undo': { request: { documentKey: string; flagId: string }; reply: Result<{ comId: string }> }
  /** Takes the viewport screenshot for captures of this document (one shot may serve many cards). */
  'capture.screenshot': {
    request: { documentKey: string; captureIds: string[] }
    reply: Result<{ statuses: Record<string, ScreenshotStatus> }>
  }
  /**
   * A listing that was flagged or filed before was opened: stores what its page states, to complete its evidence, and
   * of a filed one how it was seen. Idempotent by `captureId`. `isToGather`: files of the page are due as well.
   */
  'capture.create': { request: CaptureRequest; reply: Result<{ captureId: string; isToGather: boolean }> }
  /** Gathers what is still due of an item page's capture; answered when it has ended. `again`: also what failed or was stopped. */
  'capture.gather': {
    request: { documentKey: string; captureId: string; again: boolean }
    reply: Result<GatherProgress>
  }
  /** The person stops the gathering; what is stored stays. */
  'capture.cancel': { request: { documentKey: string; captureId: string }; reply: Result<null> }
  /** The person begins to act: puts the script that reads evidence (entrypoints/page-facts.ts) into the page's world. */
  'page.load-facts': { request: Record<string, never>; reply: Result<null> }
  /** Asks how these listings were judged. */
  'listing.states': { request: { comIds: string[] }; reply: Result<ListingStates> }
}

/** Background → content script of one tab. */
export interface BackgroundToContent {
  /** Before and after a screenshot: is this still the same page, and (before) hide our controls. */
  'page.check': {
    request: { documentKey: string; phase: 'before' | 'after'; comIds: string[] }
    reply: PageCheck
  }
  /** How far the gathering of evidence on this page is. */
  'capture.progress': { request: GatherProgress; reply: { understood: boolean } }
  /** A keyboard command or context menu of the browser acts in the page. */
  'page.act': { request: PageAct; reply: { understood: boolean } }
  /** Judgements changed elsewhere: ask again for what is shown. */
  'page.refresh': { request: Record<string, never>; reply: { understood: boolean } }
}

/** Popup and dashboard → background: writes that they made, so that badge and pages follow. */
export interface ExtensionToBackground {
  'queue.changed': { request: Record<string, never>; reply: Result<null> }
  /** Evidence was put back, so the database may be written again: it is opened anew. */
  'evidence.restored': { request: Record<string, never>; reply: Result<null> }
  /** Asks the page in this tab to take its missing screenshots, after a click on the toolbar gave permission. */
  'screenshot.missing': { request: { tabId: number }; reply: Result<null> }
  /** Has the ledger stamped at this row, or at its last: only the background asks the time-stamp authority. */
  'time-stamp.make': { request: { seq: number | null }; reply: Result<StampSummary> }
}

/** A time stamp without its token, which stays in the database. */
export type StampSummary = Pick<TimeStamp, 'stampId' | 'ledgerSeq' | 'facts'>

export interface FlagRequest extends Judgement {
  flagId: string
  captureId: string
  /** Made by the content script for its document; the same in every message of this document. */
  documentKey: string
  comId: string
  shownId: string
  sighting: Sighting
  listing: ObservedListing | null
  row: ResultRow | null
  /** Null where the listing was judged on its card. */
  witnesses: Witnesses | null
}

/** What the page of a listing states that was flagged before. */
export interface CaptureRequest {
  captureId: string
  documentKey: string
  comId: string
  shownId: string
  sighting: Sighting
  listing: ObservedListing
  witnesses: Witnesses | null
}

export interface FlagSaved {
  flagId: string
  captureId: string
  /** Queue length after the commit. */
  queued: number
  /** What speaks for looking at it once more, in few words each. */
  warnings: string[]
  /** What is known of its seller; null where nothing is. */
  seller: SellerRecord | null
}

/** How one listing stands, as a page may know it. */
export interface ListingState extends Judgement {
  flagId: string
  /** Null while no page of it was captured. */
  captureId: string | null
  flaggedAtMs: number
  screenshot: ScreenshotStatus['state']
  /** Why there is no screenshot, where it failed. */
  screenshotFailure: Failure | null
  /** What was gathered on the listing's item page. */
  itemEvidence: ItemEvidence
  /** What speaks for looking at it once more, in few words each. */
  warnings: string[]
  /** What is known of its seller; null where nothing is. */
  seller: SellerRecord | null
  /** How it stands where it was filed; null where it was not. */
  filed: FiledListing | null
}

export interface ListingStates {
  /** By comId; listings that were never judged are missing. */
  states: Record<string, ListingState>
  /** IP type of the last infringing flag: what one click uses. */
  lastIpType: 'trademark' | 'copyright' | 'patent'
  /** Whether a click in the page may take a screenshot. */
  canScreenshot: boolean
}

export type PageAct =
  | { act: 'flag' | 'look-later' | 'undo' | 'not-infringing'; target: ActTarget }
  /** Take the screenshots that this page's flags still lack: the toolbar click just gave permission. */
  | { act: 'take-screenshots' }
  | { act: 'flag-as'; ipType: 'trademark' | 'copyright' | 'patent'; target: ActTarget }

/** What the browser's command or context menu pointed at. */
export type ActTarget = { kind: 'focus' } | { kind: 'link'; url: string } | { kind: 'image'; url: string }
