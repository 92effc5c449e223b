import type { Failure, Result } from '../../core/result.ts'
import type { PageState } from '../../site/page-context.ts'
import type { Capture, CaptureJob } from '../capture.ts'
import type { Secret } from './redact-text.ts'
import type { SnapshotDraft } from './snapshot-draft.ts'

/** What the page says of itself at the moment of a copy: is it still the one that was judged? */
export interface PageStanding {
  /** Of the document that runs the content script; null where that never gathered anything here. */
  documentKey: string | null
  url: string
  pageState: PageState
  /** .com id of the item that the page or its open modal is about. */
  comId: string | null
  /** True where any sign of it was found. */
  isSignedIn: boolean
}

/** One of the page's own states, not yet redacted. */
export interface StateText {
  name: string
  /** JSON; null where the page has it and it cannot be read. */
  json: string | null
  reason: string | null
}

export interface StatesCopy {
  standing: PageStanding
  /** Those that the page has. */
  states: StateText[]
  /** What is to be taken out of them; stored nowhere. */
  secrets: Secret[]
}

export interface SnapshotCopy {
  standing: PageStanding
  draft: SnapshotDraft
}

/**
 * Port to the page in a tab. What it gives is parsed, and still states only what the page says.
 * Fails with `page-gone` and `not-understood`, and with what failed in the page.
 */
export interface PageCopier {
  readStanding(): Promise<Result<PageStanding>>
  copyStates(): Promise<Result<StatesCopy>>
  draftSnapshot(): Promise<Result<SnapshotCopy>>
  /** Takes Docket's own controls off the page until `putOwnTreesBack`; false where that cannot be done now. */
  setOwnTreesAside(): Promise<Result<boolean>>
  putOwnTreesBack(): Promise<Result<null>>
  /** JSON text of what the page's own data call answered; null where it hands out none. */
  askDataCall(): Promise<string | null>
}

/** Why nothing of this page belongs to the capture, or null where it does (invariants 4 and 5). */
export function refuseOtherPage(standing: PageStanding, capture: Capture, job: CaptureJob): Failure | null {
  const { documentKey, comId, pageState } = standing
  if (documentKey !== job.documentKey || comId !== capture.comId) {
    return {
      code: 'other-page',
      message: 'The page shows something else by now. Open the listing again to complete the evidence.',
    }
  }
  if (pageState === capture.sighting.pageState) return null
  return {
    code: 'page-state',
    message: `The page changed meanwhile (${pageState}), so nothing of it was kept. Open the listing again.`,
  }
}
