import { browser } from 'wxt/browser'
import { systemClock } from '../../lib/core/clock.ts'
import { newId } from '../../lib/core/ids.ts'
import type { Failure } from '../../lib/core/result.ts'
import { createSender } from '../../lib/messaging/send-to-background.ts'
import { createActionMenu, menuItems } from './action-menu.ts'
import { type CardAction, createCardControls, type MountedCard } from './card-controls.ts'
import { createDialogs } from './dialogs.ts'
import { createFlagFlow } from './flag-flow.ts'
import { createFlagMany } from './flag-many.ts'
import { createFloatingLayer } from './floating-layer.ts'
import { createItemControl } from './item-control.ts'
import { createListingActions } from './listing-actions.ts'
import { createListingStore } from './listing-store.ts'
import { createNotices } from './notices.ts'
import { createPageCheck } from './page-check.ts'
import { type PageKey, pageKeyOf } from './page-keys.ts'
import { type PageListing, titleOfCard } from './page-listing.ts'
import { serveBackground } from './page-messages.ts'
import { createPageReader } from './page-reader.ts'
import { createPageTarget } from './page-target.ts'
import { watchPage } from './page-watch.ts'
import { runPageAct } from './run-page-act.ts'
import { createScreenshotQueue } from './screenshot-queue.ts'
import { createScreenshotTour } from './screenshot-tour.ts'
import { createSelection } from './selection.ts'
import { createSelectionBar } from './selection-bar.ts'
import { createPageStyle } from './stylesheet.ts'
import { whenIdle } from './when-idle.ts'

/** Docket on one page, from its loading to its end. */
export interface PageSession {
  /** Reads and asks ahead, without touching the page. */
  prepare(): void
  /** The person is there: puts the controls into the page. */
  begin(): void
}

/** Builds everything that works on this page and wires it together. Nothing of it is in the page yet. */
export function createPageSession(requestBegin: () => void): PageSession {
  const documentKey = newId()
  const send = createSender()
  const reader = createPageReader(send)
  const style = createPageStyle()
  const layer = createFloatingLayer(style)
  const notices = createNotices(layer)
  const dialogs = createDialogs(layer)
  const menu = createActionMenu(layer)
  let isBegun = false
  let isEnded = false
  let stopWatching: () => void = () => undefined

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
  const controls = createCardControls(style, store, onCardAction)
  const tour = createScreenshotTour(flow, controls.listings)
  const actions = createListingActions({ flow, store, notices, dialogs, tour, onFailure })
  const itemControl = createItemControl(style, store, actions.canUndo, actions.perform)
  const target = createPageTarget(controls, itemControl.listing)
  const selection = createSelection(controls.listings, drawSelection)
  let progress: string | null = null
  const many = createFlagMany({
    flow,
    store,
    tour,
    notices,
    actions,
    onFailure,
    onProgress(text) {
      progress = text
      if (text === null) selection.stop()
      drawBar()
    },
  })
  const bar = createSelectionBar(layer, {
    start: selection.start,
    stop: stopSelecting,
    all: selection.selectAll,
    none: selection.clear,
    keys: dialogs.showKeys,
    act: (action) => {
      const ticked = controls.listings().filter(({ listing }) => selection.selected().has(listing.comId))
      const seen = new Set<string>()
      const once = ticked.filter(({ listing }) => !seen.has(listing.comId) && seen.add(listing.comId))
      void many.run(action, once)
    },
  })

  store.onChange((comIds) => {
    controls.draw(comIds)
    itemControl.draw()
    if (comIds === 'all') drawBar()
  })

  function onCardAction(action: CardAction, mounted: MountedCard, event: MouseEvent): void {
    const { listing, control } = mounted
    if (action === 'tick' || (action === 'main' && selection.isOn())) {
      selection.toggle(listing.comId, event.shiftKey)
      return
    }
    const view = store.view(listing.comId)
    if (action === 'main' && view.phase === 'unjudged') actions.flag(listing)
    else if (action === 'main' && view.phase === 'failed') actions.retry(listing, view.judgement)
    else openMenu(listing, action === 'main' ? control.main : control.more)
  }

  function openMenu(listing: PageListing, trigger: HTMLElement): void {
    menu.open({
      trigger,
      title: listing.title,
      groups: menuItems(store.view(listing.comId), actions.canUndo(listing.comId)),
      onPick: (action) => actions.perform(action, listing),
    })
  }

  function stopSelecting(): void {
    if (many.isRunning()) many.cancel()
    else selection.stop()
  }

  function drawSelection(): void {
    controls.drawSelection(selection.isOn(), selection.selected())
    drawBar()
  }

  function drawBar(): void {
    const total = new Set(controls.listings().map(({ listing }) => listing.comId)).size
    if (progress !== null) bar.show({ mode: 'working', text: progress })
    else if (selection.isOn()) {
      const lastIpType = store.lastIpType()
      bar.show({ mode: 'selecting', count: selection.selected().size, total, lastIpType })
    } else bar.show(reader.cards().length > 0 ? { mode: 'idle' } : null)
  }

  function look(): void {
    reader.lookAgain()
    const cards = reader.cards()
    const item = reader.itemPlace()
    void store.ensure([...cards.map(({ comId }) => comId), ...(item ? [item.listing.comId] : [])])
    if (!isBegun || isEnded) return
    if (!layer.isAttached()) layer.attach()
    controls.reconcile(cards)
    itemControl.reconcile(item)
    drawBar()
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && event.isTrusted && (selection.isOn() || tour.isRunning())) {
      if (menu.isOpen() || dialogs.isOpen()) return
      tour.cancel()
      stopSelecting()
      return
    }
    const key = menu.isOpen() || dialogs.isOpen() ? null : pageKeyOf(event)
    if (key === null || !pressed(key)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  /** False where the key has nothing to act on: then it belongs to the shop. */
  function pressed(key: PageKey): boolean {
    if (key === 'undo') {
      // Wherever the pointer is by now: it takes back what was judged last.
      if (!actions.hasMade()) return false
      actions.undoLast()
      return true
    }
    const listing = target.current()
    if (!listing) return false
    if (key === 'keys') dialogs.showKeys()
    else if (key === 'select') {
      if (!listing.card) return false
      if (selection.isOn()) selection.toggle(listing.comId, false)
      else selection.start()
    } else if (key === 'flag') actions.flag(listing)
    else actions.perform(key, listing)
    return true
  }

  /** Every listing that the page shows, whether it has a control yet or not. */
  function listings(): PageListing[] {
    const item = itemControl.listing() ?? reader.itemPlace()?.listing
    const cards = reader.cards().map((card) => ({
      comId: card.comId,
      shownId: card.shownId,
      title: titleOfCard(card),
      card,
    }))
    return item ? [...cards, item] : cards
  }

  const checkPage = createPageCheck({
    documentKey,
    reader,
    style,
    controls,
    itemElement: () => reader.itemPlace()?.anchor ?? null,
  })
  const stopServing = serveBackground({
    'page.check': checkPage,
    'page.act': (act) => {
      // A browser command is the person's act as much as a click on the page.
      requestBegin()
      look()
      return { understood: runPageAct(act, { actions, target, notices, listings }) }
    },
    'page.refresh': () => {
      void store.refresh()
      return { understood: true }
    },
  })
  const onVisible = () => {
    if (document.visibilityState !== 'visible') return
    if (browser.runtime?.id === undefined) end(goneText)
    else void store.refresh()
  }

  /** The extension is gone: its controls could not save anything any more. */
  function end(message: string): void {
    if (isEnded) return
    isEnded = true
    stopWatching()
    target.stop()
    window.removeEventListener('keydown', onKey, true)
    document.removeEventListener('visibilitychange', onVisible)
    controls.removeAll()
    itemControl.reconcile(null)
    bar.show(null)
    menu.close()
    if (browser.runtime?.id !== undefined) stopServing()
    if (!isBegun) return
    if (!layer.isAttached()) layer.attach()
    notices.warn('reloaded', message)
  }

  return {
    prepare() {
      whenIdle(() => {
        if (!isBegun) look()
      }, 2000)
    },
    begin() {
      if (isBegun || isEnded) return
      isBegun = true
      window.addEventListener('keydown', onKey, true)
      document.addEventListener('visibilitychange', onVisible)
      stopWatching = watchPage(() => controls.hasLost() || itemControl.hasLost() || !layer.isAttached(), look)
      // Mostly the facts are there within 50 ms, and one look at the page is enough.
      const soon = setTimeout(look, factsWaitMs)
      void reader.read().then((page) => {
        clearTimeout(soon)
        whenIdle(look, 200)
        if (!page.ok) onFailure(page.error)
      })
    },
  }
}

/** Longer than this the controls do not wait for the script that reads items. */
const factsWaitMs = 400

const goneText = 'Docket was updated or reloaded. Reload this page – nothing was saved for the last click.'
