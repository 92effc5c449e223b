import { browser } from 'wxt/browser'
import { systemClock } from '../../lib/core/clock.ts'
import { newId } from '../../lib/core/ids.ts'
import type { Failure } from '../../lib/core/result.ts'
import { createSender } from '../../lib/messaging/send-to-background.ts'
import { createActionMenu, menuItems } from './action-menu.ts'
import { type CardAction, createCardControls, type MountedCard } from './card-controls.ts'
import { createDialogs } from './dialogs.ts'
import { createFlagFlow, type MadeFlag } from './flag-flow.ts'
import { createFloatingLayer } from './floating-layer.ts'
import { createItemControl } from './item-control.ts'
import type { ItemEvidence } from './item-evidence.ts'
import { createListingActions } from './listing-actions.ts'
import { createListingStore } from './listing-store.ts'
import { createNotices } from './notices.ts'
import { createPageCheck } from './page-check.ts'
import { loadedPageFacts } from './page-facts.ts'
import { listingOfCard } from './page-listing.ts'
import type { PageMessageHandlers } from './page-messages.ts'
import { createPageReader } from './page-reader.ts'
import { createPageTarget } from './page-target.ts'
import { watchPage } from './page-watch.ts'
import { listenToKeys } from './press-keys.ts'
import { runPageAct } from './run-page-act.ts'
import { createScreenshotQueue } from './screenshot-queue.ts'
import { createScreenshotTour } from './screenshot-tour.ts'
import { createSelectMany } from './select-many.ts'
import { createPageStyle } from './stylesheet.ts'
import { whenIdle } from './when-idle.ts'
import { pageStateRefusal } from './words.ts'

/**
 * Builds everything that works on this page, wires it together, and lets it begin: the person is there.
 * Returns what the background may ask of it. `onEnd` is told when the extension is gone.
 */
export function startPageSession(onEnd: () => void): PageMessageHandlers {
  const documentKey = newId()
  const send = createSender()
  const reader = createPageReader(send)
  const style = createPageStyle()
  const layer = createFloatingLayer(style)
  const notices = createNotices(layer)
  const dialogs = createDialogs(layer)
  const menu = createActionMenu(layer)
  let isEnded = false

  const onFailure = (failure: Failure) => {
    if (failure.code === 'extension-reloaded') end(failure.message)
    else notices.warn('not-saved', failure.message)
  }
  const store = createListingStore(send, (failure) => {
    if (failure.code === 'extension-reloaded') end(failure.message)
    else notices.warn('states', `Docket could not read what was flagged before. ${failure.message}`)
  })
  const shots = createScreenshotQueue(send, documentKey)
  const flow = createFlagFlow({ send, reader, store, shots, clock: systemClock, documentKey })
  // A failure is said when something is to be saved: the script is asked for again then.
  const controls = createCardControls(style, store, onCardAction, () => void reader.loadFacts())
  const tour = createScreenshotTour(flow, controls.listings)
  const gatherRest = ({ comId, captureId }: MadeFlag) => void itemEvidence()?.gather(comId, captureId)
  const actions = createListingActions({ flow, store, notices, dialogs, tour, gatherRest, onFailure })
  const itemControl = createItemControl(
    style,
    store,
    actions.canUndo,
    (comId) => evidence?.line(comId) ?? null,
    (action, listing) => {
      if (action === 'complete-evidence') void itemEvidence()?.complete(listing)
      else if (action === 'stop-evidence') evidence?.stop(listing.comId)
      else actions.perform(action, listing)
    },
  )
  const target = createPageTarget(controls, itemControl.listing)
  const many = createSelectMany({
    layer,
    controls,
    store,
    dialogs,
    flow,
    tour,
    notices,
    actions,
    onFailure,
  })
  const stopKeys = listenToKeys({ actions, target, menu, dialogs, many, tour })
  const stopWatching = watchPage(
    () => controls.hasLost() || itemControl.hasLost() || !layer.isAttached(),
    look,
  )

  store.onChange((comIds) => {
    controls.draw(comIds)
    itemControl.draw()
    if (comIds === 'all') many.draw()
  })

  function onCardAction(action: CardAction, { listing, control }: MountedCard, event: MouseEvent): void {
    const view = store.view(listing.comId)
    if (action === 'tick' || (action === 'main' && many.isOn())) many.toggle(listing.comId, event.shiftKey)
    else if (action === 'main' && view.phase === 'unjudged') actions.flag(listing)
    else if (action === 'main' && view.phase === 'failed') actions.retry(listing, view.judgement)
    else {
      menu.open({
        trigger: action === 'main' ? control.main : control.more,
        title: listing.title,
        groups: menuItems(view, actions.canUndo(listing.comId)),
        onPick: (picked) => actions.perform(picked, listing),
      })
    }
  }

  let evidence: ItemEvidence | null = null
  /** Null until the script is there that reads items: without it there is no item to gather evidence of. */
  function itemEvidence(): ItemEvidence | null {
    const redraw = () => itemControl.draw()
    const maker = { clock: systemClock, documentKey }
    evidence ??=
      loadedPageFacts()?.createItemEvidence({
        send,
        reader,
        store,
        shots,
        notices,
        maker,
        redraw,
        onFailure,
      }) ?? null
    return evidence
  }

  /** Looks at the page as it is now and puts the controls where they belong. */
  function look(): void {
    if (isEnded) return
    reader.lookAgain()
    const cards = reader.cards()
    const item = reader.itemPlace()
    void store
      .ensure([...cards.map(({ comId }) => comId), ...(item ? [item.listing.comId] : [])])
      .then(() => (isEnded ? undefined : itemEvidence()?.completeOnOpening(item?.listing ?? null)))
    if (!layer.isAttached()) layer.attach()
    controls.reconcile(cards)
    itemControl.reconcile(item)
    many.draw()
    if (reader.needsFacts() && !areFactsAsked) lookWithFacts()
  }

  let areFactsAsked = false
  function lookWithFacts(): void {
    areFactsAsked = true
    // Mostly the facts are there within 50 ms, and one look at the page is enough.
    const soon = setTimeout(look, factsWaitMs)
    void reader.loadFacts().then((loaded) => {
      clearTimeout(soon)
      whenIdle(look, 200)
      if (!loaded.ok) onFailure(loaded.error)
    })
  }

  const onVisible = () => {
    if (document.visibilityState !== 'visible') return
    if (browser.runtime?.id === undefined) end(goneText)
    else void store.refresh()
  }
  document.addEventListener('visibilitychange', onVisible)

  /** The extension is gone: its controls could not save anything any more. */
  function end(message: string): void {
    if (isEnded) return
    isEnded = true
    stopWatching()
    stopKeys()
    target.stop()
    document.removeEventListener('visibilitychange', onVisible)
    controls.removeAll()
    itemControl.reconcile(null)
    many.remove()
    menu.close()
    onEnd()
    if (!layer.isAttached()) layer.attach()
    notices.warn('reloaded', message)
  }

  if (reader.needsFacts()) lookWithFacts()
  else whenIdle(look, 200)

  return {
    'page.check': createPageCheck({
      documentKey,
      reader,
      style,
      controls,
      itemElement: () => reader.itemPlace()?.anchor ?? null,
    }),
    'page.act': async (act) => {
      // The command may be the first that happens here: what it means must be known before it is done.
      const loaded = reader.needsFacts() ? await reader.loadFacts() : null
      if (loaded?.ok === false) onFailure(loaded.error)
      look()
      const item = itemControl.listing() ?? reader.itemPlace()?.listing
      const cards = reader.cards().map(listingOfCard)
      const listings = () => (item ? [...cards, item] : cards)
      const pageRefusal = async () => {
        const page = await reader.read()
        return page.ok ? pageStateRefusal(page.value.state) : page.error
      }
      return { understood: runPageAct(act, { actions, target, notices, listings, pageRefusal }) }
    },
    'capture.progress': (progress) => {
      evidence?.show(progress)
      return { understood: true }
    },
    'page.refresh': () => {
      void store.refresh()
      return { understood: true }
    },
  }
}

/** Longer than this the controls do not wait for the script that reads items. */
const factsWaitMs = 400

const goneText = 'Docket was updated or reloaded. Reload this page – nothing was saved for the last click.'
