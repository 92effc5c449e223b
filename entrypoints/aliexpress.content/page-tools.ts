import { systemClock } from '../../lib/core/clock.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { BackgroundToContent, PageAct } from '../../lib/messaging/protocol.ts'
import type { SendToBackground } from '../../lib/messaging/send-to-background.ts'
import { type ActionMenu, createActionMenu } from './action-menu.ts'
import type { CardControls } from './card-controls.ts'
import { createDialogs, type Dialogs } from './dialogs.ts'
import type { FlagFlow } from './flag-flow.ts'
import { createFlagMany, type FlagMany } from './flag-many.ts'
import type { FloatingLayer } from './floating-layer.ts'
import { createItemControl, type ItemControl } from './item-control.ts'
import { createItemEvidence, type ItemEvidence } from './item-evidence.ts'
import type { ListingActions } from './listing-actions.ts'
import type { ListingStore } from './listing-store.ts'
import type { Notices } from './notices.ts'
import { createPageCheck } from './page-check.ts'
import { listingOfCard } from './page-listing.ts'
import type { PageReader } from './page-reader.ts'
import type { PageTarget } from './page-target.ts'
import { runPageAct } from './run-page-act.ts'
import type { ScreenshotQueue } from './screenshot-queue.ts'
import { createScreenshotTour, type ScreenshotTour } from './screenshot-tour.ts'
import type { PageStyle } from './stylesheet.ts'
import { toolLooks } from './tool-looks.ts'
import { pageStateRefusal } from './words.ts'

/** What is of no use before the person reaches for something: it comes with the second script. */
export interface PageTools {
  menu: ActionMenu
  dialogs: Dialogs
  tour: ScreenshotTour
  flagMany: FlagMany
  itemControl: ItemControl
  itemEvidence: ItemEvidence
  /** Does what a browser command or the context menu asks for. */
  act(act: PageAct, target: PageTarget): void
  pageCheck(
    request: BackgroundToContent['page.check']['request'],
  ): Promise<BackgroundToContent['page.check']['reply']>
}

/** What the tools work with: everything that stands on the page from the first act on. */
export interface PageParts {
  documentKey: string
  send: SendToBackground
  shots: ScreenshotQueue
  reader: PageReader
  style: PageStyle
  layer: FloatingLayer
  notices: Notices
  store: ListingStore
  controls: CardControls
  flow: FlagFlow
  actions: ListingActions
  /** Told how far judging many has come; null at the end. */
  onProgress: (text: string | null) => void
  onFailure: (failure: Failure) => void
}

/** Builds and wires the tools of one page. */
export function createPageTools(parts: PageParts): PageTools {
  const { documentKey, reader, style, layer, notices, store, controls, flow, actions } = parts
  style.addLooks(layer.root, 'floating', toolLooks)
  const tour = createScreenshotTour(flow, controls.listings)
  const itemEvidence = createItemEvidence({
    ...parts,
    maker: { clock: systemClock, documentKey },
    redraw: () => itemControl.draw(),
  })
  const itemControl = createItemControl(
    style,
    store,
    actions.canUndo,
    itemEvidence.line,
    (action, listing) => {
      if (action === 'complete-evidence') void itemEvidence.complete(listing)
      else if (action === 'stop-evidence') itemEvidence.stop(listing.comId)
      else actions.perform(action, listing)
    },
  )

  async function pageRefusal(): Promise<Failure | null> {
    const page = await reader.read()
    return page.ok ? pageStateRefusal(page.value.state) : page.error
  }

  return {
    menu: createActionMenu(layer),
    dialogs: createDialogs(layer),
    tour,
    flagMany: createFlagMany({ ...parts, tour }),
    itemControl,
    itemEvidence,
    act(act, target) {
      const item = itemControl.listing() ?? reader.itemPlace()?.listing
      const cards = reader.cards().map(listingOfCard)
      const listings = item ? [...cards, item] : cards
      runPageAct(act, { actions, target, notices, listings, pageRefusal })
    },
    pageCheck: createPageCheck({
      documentKey,
      reader,
      style,
      controls,
      itemElement: () => reader.itemPlace()?.anchor ?? null,
    }),
  }
}
