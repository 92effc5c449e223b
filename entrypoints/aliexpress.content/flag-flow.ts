import type { Clock } from '../../lib/core/clock.ts'
import { newId } from '../../lib/core/ids.ts'
import { type Failure, ok, type Result } from '../../lib/core/result.ts'
import type { FlagRequest, ListingState } from '../../lib/messaging/protocol.ts'
import type { SendToBackground } from '../../lib/messaging/send-to-background.ts'
import type { Judgement } from '../../lib/queue/flag.ts'
import type { ListingStore } from './listing-store.ts'
import type { ListingView } from './listing-view.ts'
import type { PageListing } from './page-listing.ts'
import type { PageReader } from './page-reader.ts'
import type { ScreenshotQueue, ShotOutcome } from './screenshot-queue.ts'
import { needsScreenshot } from './words.ts'

/** A judgement that this document made and that stands. */
export interface MadeFlag {
  comId: string
  flagId: string
  captureId: string
  /** Where it was made: a capture's statements are those of one address. */
  pageUrl: string
  isCard: boolean
}

export type SaveOutcome = { ok: true; made: MadeFlag } | { ok: false; failure: Failure }

/** Judgements from the click to the acknowledged commit, and the screenshots after it. */
export interface FlagFlow {
  /** Shows "saving" before it returns, then saves. Saving the same listing again keeps its capture. */
  save(listing: PageListing, judgement: Judgement): Promise<SaveOutcome>
  /** Takes screenshots for flags of this document and shows what became of them. */
  photograph(flags: MadeFlag[]): Promise<ShotOutcome[]>
  undo(flag: MadeFlag): Promise<Failure | null>
  /** The flag of this document that stands for the listing. */
  madeHere(comId: string): MadeFlag | null
  /** Flags of this document that should have a screenshot and have none. */
  withoutScreenshot(): MadeFlag[]
}

export function createFlagFlow({
  send,
  reader,
  store,
  shots,
  clock,
  documentKey,
}: {
  send: SendToBackground
  reader: PageReader
  store: ListingStore
  shots: ScreenshotQueue
  clock: Clock
  documentKey: string
}): FlagFlow {
  const made = new Map<string, MadeFlag>()

  async function prepare(
    listing: PageListing,
    judgement: Judgement,
    before: ListingView,
  ): Promise<Result<FlagRequest>> {
    // Never answered: repeated unchanged, it cannot be stored twice.
    if (before.phase === 'failed' && before.request && isSame(before.judgement, judgement)) {
      return ok(before.request)
    }
    const page = await reader.read()
    if (!page.ok) return page
    const former = made.get(listing.comId)
    const isSamePlace = former?.pageUrl === location.href && former.isCard === (listing.card !== null)
    const nowMs = clock().wallMs
    return page.value.flagRequest({ clock, documentKey }, listing, judgement, {
      flagId: newId(nowMs),
      captureId: isSamePlace && former ? former.captureId : newId(nowMs),
    })
  }

  function fail(comId: string, judgement: Judgement, failure: Failure, request: FlagRequest | null) {
    store.show(comId, { phase: 'failed', judgement, failure, request })
    return { ok: false, failure } as const
  }

  return {
    async save(listing, judgement) {
      const { comId } = listing
      const before = store.view(comId)
      store.show(comId, { phase: 'saving', judgement })
      const prepared = await prepare(listing, judgement, before)
      if (!prepared.ok) return fail(comId, judgement, prepared.error, null)
      const request = prepared.value
      const answer = await send('flag.create', request)
      if (!answer.ok) {
        const isUnanswered = answer.error.code === 'no-answer'
        return fail(comId, judgement, answer.error, isUnanswered ? request : null)
      }
      const { flagId, captureId } = request
      const former = before.phase === 'judged' && before.state.captureId === captureId ? before.state : null
      const state: ListingState = {
        ...judgement,
        flagId,
        captureId,
        flaggedAtMs: clock().wallMs,
        screenshot: former?.screenshot ?? 'pending',
        screenshotFailure: former?.screenshotFailure ?? null,
        itemEvidence:
          former?.itemEvidence ?? (before.phase === 'judged' ? before.state.itemEvidence : 'none'),
        warnings: answer.value.warnings,
        seller: answer.value.seller,
        filed: before.phase === 'judged' ? before.state.filed : null,
      }
      const flag = {
        comId,
        flagId,
        captureId,
        pageUrl: request.sighting.pageUrl,
        isCard: listing.card !== null,
      }
      made.set(comId, flag)
      store.show(comId, { phase: 'judged', state })
      if (judgement.ipType) store.rememberIpType(judgement.ipType)
      return { ok: true, made: flag }
    },

    async photograph(flags) {
      const outcomes = await shots.take(flags.map(({ captureId }) => captureId))
      return flags.flatMap(({ comId, captureId }) => {
        const outcome = outcomes.get(captureId)
        const view = store.view(comId)
        if (outcome && view.phase === 'judged' && view.state.captureId === captureId) {
          store.show(comId, { phase: 'judged', state: withShot(view.state, outcome) })
        }
        return outcome ?? []
      })
    },

    async undo({ comId, flagId }) {
      const answer = await send('flag.undo', { documentKey, flagId })
      if (!answer.ok) return answer.error
      made.delete(comId)
      store.show(comId, { phase: 'unjudged' })
      // A judgement that was replaced stands again.
      await store.refresh([comId])
      return null
    },

    madeHere(comId) {
      const flag = made.get(comId)
      const view = store.view(comId)
      return flag && view.phase === 'judged' && view.state.flagId === flag.flagId ? flag : null
    },

    withoutScreenshot: () =>
      [...made.values()].filter(({ comId, flagId }) => {
        const view = store.view(comId)
        return (
          view.phase === 'judged' &&
          view.state.flagId === flagId &&
          needsScreenshot(view.state) &&
          view.state.screenshot !== 'saved'
        )
      }),
  }
}

const isSame = (a: Judgement, b: Judgement) =>
  a.verdict === b.verdict && a.ipType === b.ipType && a.note === b.note

function withShot(state: ListingState, outcome: ShotOutcome): ListingState {
  const { state: result } = outcome
  return {
    ...state,
    screenshot: result === 'unanswered' ? 'failed' : result,
    screenshotFailure: result === 'failed' || result === 'unanswered' ? outcome.failure : null,
  }
}
