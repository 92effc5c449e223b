import { newId } from '../../lib/core/ids.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { GatherProgress } from '../../lib/evidence/gather/gather-parts.ts'
import type { SendToBackground } from '../../lib/messaging/send-to-background.ts'
import type { PageState } from '../../lib/site/page-context.ts'
import type { FiledListing } from '../../lib/tracking/filed-listing.ts'
import { isSameVisit } from '../../lib/tracking/same-visit.ts'
import { publishDocumentKey } from './document-key.ts'
import { evidenceEnd, evidenceProgress, evidenceStands } from './evidence-words.ts'
import type { EvidenceLine } from './item-control.ts'
import type { ListingStore } from './listing-store.ts'
import { createMoveNote } from './move-note.ts'
import type { Notices } from './notices.ts'
import type { PageListing } from './page-listing.ts'
import type { PageReader } from './page-reader.ts'
import type { ScreenshotQueue } from './screenshot-queue.ts'
import { capitalised, needsScreenshot } from './words.ts'

/** What else is gathered from the item page, after the click and where a flagged listing is opened. */
export interface ItemEvidence {
  /** Gathers the rest for an item that was just flagged and photographed here. `again`: also what failed or was stopped. */
  gather(comId: string, captureId: string, again?: boolean): Promise<void>
  /**
   * Captures the item of the page, if it was flagged before and its evidence is wanting, or if it was filed: how it is
   * seen now. At most once an address.
   */
  completeOnOpening(listing: PageListing | null): Promise<void>
  /** Captures the item of the page now, at the person's wish. */
  complete(listing: PageListing): Promise<void>
  stop(comId: string): void
  /** Told by the background. */
  show(progress: GatherProgress): void
  /** What the bar says; null where the listing is not in the queue. */
  line(comId: string): EvidenceLine | null
}

/** @param onFailure told of what could not even be begun */
export function createItemEvidence({
  send,
  reader,
  store,
  shots,
  notices,
  maker,
  redraw,
  onFailure,
}: {
  send: SendToBackground
  reader: PageReader
  store: ListingStore
  shots: ScreenshotQueue
  notices: Notices
  maker: { clock: () => { wallMs: number; monotonicMs: number; offsetMinutes: number }; documentKey: string }
  redraw(): void
  onFailure(failure: Failure): void
}): ItemEvidence {
  const { documentKey } = maker
  publishDocumentKey(documentKey)
  const underWay = new Map<string, GatherProgress>()
  const opened = new Set<string>()
  const moveNote = createMoveNote(notices)

  function show(progress: GatherProgress): void {
    const { comId, current } = progress
    if (!underWay.has(comId)) return
    underWay.set(comId, progress)
    if (current === 'full-page-screenshot') moveNote.show(() => stop(comId))
    redraw()
  }

  function stop(comId: string): void {
    const captureId = underWay.get(comId)?.captureId
    if (!captureId) return
    void send('capture.cancel', { documentKey, captureId }).then((stopped) => {
      if (!stopped.ok) onFailure(stopped.error)
    })
  }

  async function gather(comId: string, captureId: string, again = false): Promise<void> {
    underWay.set(comId, { captureId, comId, done: 0, of: 0, current: null, missing: [] })
    redraw()
    const ended = await send('capture.gather', { documentKey, captureId, again })
    underWay.delete(comId)
    moveNote.end()
    await store.refresh([comId])
    redraw()
    const view = store.view(comId)
    const stands = view.phase === 'judged' ? view.state.itemEvidence : 'partial'
    if (ended.ok) notices.say(evidenceEnd(ended.value, stands))
    else onFailure(ended.error)
  }

  async function complete(listing: PageListing): Promise<void> {
    const { comId } = listing
    if (underWay.has(comId)) return
    const captureId = newId()
    underWay.set(comId, { captureId, comId, done: 0, of: 0, current: null, missing: [] })
    redraw()
    const page = await reader.read()
    const request = page.ok ? page.value.captureRequest(maker, listing, captureId) : page
    const made = request.ok ? await send('capture.create', request.value) : request
    if (!made.ok) {
      underWay.delete(comId)
      redraw()
      onFailure(made.error)
      return
    }
    await shots.take([captureId])
    if (made.value.isToGather) return gather(comId, captureId)
    underWay.delete(comId)
    await store.refresh([comId])
    redraw()
  }

  /**
   * Notes how the page of a filed listing stands. A page that says nothing of it (a challenge, a login) is passed over
   * in silence, and one that says it is gone is believed only where it still says so a moment later.
   * @returns false where there was nothing to see
   */
  async function look(listing: PageListing, filed: FiledListing): Promise<boolean> {
    const seen = await stateNow()
    if (seen === 'removed') await new Promise((resolve) => setTimeout(resolve, stillGoneMs))
    const state = seen === 'removed' ? await stateNow() : seen
    if (state !== seen || (state !== 'ready' && state !== 'removed')) return false
    if (!isSameVisit(filed.seen, state, maker.clock().wallMs)) await complete(listing)
    return true
  }

  async function stateNow(): Promise<PageState | null> {
    const page = await reader.read()
    return page.ok ? page.value.state : null
  }

  return {
    gather,
    complete,
    async completeOnOpening(listing) {
      if (!listing) return
      const key = `${listing.comId} ${location.href}`
      if (opened.has(key)) return
      const view = store.view(listing.comId)
      if (view.phase !== 'judged') return
      opened.add(key)
      const { itemEvidence, filed } = view.state
      if (filed) {
        // Not seen yet, for now: it is looked at again when the page changes.
        if (!(await look(listing, filed))) opened.delete(key)
        return
      }
      const isWanting = itemEvidence === 'none' || itemEvidence === 'interrupted'
      if (needsScreenshot(view.state) && isWanting) await complete(listing)
    },
    stop,
    show,
    line(comId) {
      const progress = underWay.get(comId)
      if (progress) return { text: evidenceProgress(progress), action: stopAction }
      const view = store.view(comId)
      if (view.phase !== 'judged' || !needsScreenshot(view.state)) return null
      const { itemEvidence } = view.state
      const isWhole = ['complete', 'cut', 'gathering'].includes(itemEvidence)
      return { text: capitalised(evidenceStands[itemEvidence]), action: isWhole ? null : completeAction }
    },
  }
}

/** A page that is being built may show its notice of absence for a moment. */
const stillGoneMs = 1_500

const stopAction = { does: 'stop-evidence', label: 'Stop' } as const
const completeAction = { does: 'complete-evidence', label: 'Complete evidence' } as const
