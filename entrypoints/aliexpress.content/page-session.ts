import { browser } from 'wxt/browser'
import { systemClock } from '../../lib/core/clock.ts'
import { newId } from '../../lib/core/ids.ts'
import type { Failure } from '../../lib/core/result.ts'
import { createSender } from '../../lib/messaging/send-to-background.ts'
import { type CardAction, createCardControls } from './card-controls.ts'
import type { MountedCard } from './card-placement.ts'
import { createFlagFlow } from './flag-flow.ts'
import { createFloatingLayer } from './floating-layer.ts'
import { createLazyTools } from './lazy-tools.ts'
import { createListingActions } from './listing-actions.ts'
import { createListingStore } from './listing-store.ts'
import { createNotices } from './notices.ts'
import type { PageListing } from './page-listing.ts'
import type { PageMessageHandlers } from './page-messages.ts'
import { createPageReader } from './page-reader.ts'
import { createPageTarget } from './page-target.ts'
import { watchPage } from './page-watch.ts'
import { listenToKeys } from './press-keys.ts'
import { createScreenshotQueue } from './screenshot-queue.ts'
import { createSelectMany } from './select-many.ts'
import { createPageStyle } from './stylesheet.ts'
import { whenIdle } from './when-idle.ts'

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
  const tools = createLazyTools(
    reader.loadFacts,
    () => ({
      documentKey,
      send,
      shots,
      reader,
      style,
      layer,
      notices,
      store,
      controls,
      flow,
      actions,
      onProgress: many.showProgress,
      onFailure,
    }),
    onFailure,
  )
  const actions = createListingActions({ flow, store, notices, tools, onFailure })
  const target = createPageTarget(controls, () => tools.now()?.itemControl.listing() ?? null)
  const many = createSelectMany({ layer, controls, store, tools })
  const stopKeys = listenToKeys({ actions, target, tools, many })
  const stopWatching = watchPage(
    () => controls.hasLost() || tools.now()?.itemControl.hasLost() || !layer.isAttached(),
    look,
  )

  store.onChange((comIds) => {
    controls.draw(comIds)
    tools.now()?.itemControl.draw()
    if (comIds === 'all') many.draw()
  })

  function onCardAction(action: CardAction, { listing, control }: MountedCard, event: MouseEvent): void {
    const view = store.view(listing.comId)
    if (action === 'tick' || (action === 'main' && many.isOn())) many.toggle(listing.comId, event.shiftKey)
    else if (action === 'main' && view.phase === 'unjudged') actions.flag(listing)
    else if (action === 'main' && view.phase === 'failed') actions.retry(listing, view.judgement)
    else {
      tools.use(({ menu }) => {
        menu.open({
          trigger: action === 'main' ? control.main : control.more,
          title: listing.title,
          view,
          canUndo: actions.canUndo(listing.comId),
          onPick: (picked) => actions.perform(picked, listing),
        })
      })
    }
  }

  /** Looks at the page as it is now and puts the controls where they belong. */
  function look(): void {
    if (isEnded) return
    reader.lookAgain()
    const cards = reader.cards()
    const item = reader.itemPlace()
    void store
      .ensure([...cards.map(({ comId }) => comId), ...(item ? [item.listing.comId] : [])])
      .then(() => completeEvidence(item?.listing ?? null))
    // Before anything of ours comes into the page: it reads where the cards stand.
    controls.reconcile(cards)
    if (!layer.isAttached()) layer.attach()
    tools.now()?.itemControl.reconcile(item)
    many.draw()
    if (reader.needsFacts() && !areFactsAsked) lookWithFacts()
  }

  /** An item that was flagged before is captured when it is opened, once its tools are there. */
  async function completeEvidence(listing: PageListing | null): Promise<void> {
    if (!isEnded) await tools.now()?.itemEvidence.completeOnOpening(listing)
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
    tools.now()?.itemControl.reconcile(null)
    many.remove()
    tools.now()?.menu.close()
    onEnd()
    if (!layer.isAttached()) layer.attach()
    notices.warn('reloaded', message)
  }

  if (reader.needsFacts()) lookWithFacts()
  else whenIdle(look, 200)

  return {
    'page.check': async (request) => {
      const loaded = await tools.load()
      // No answer: the background takes the page for gone and photographs nothing.
      if (!loaded.ok) throw new Error(loaded.error.message)
      return loaded.value.pageCheck(request)
    },
    'page.act': async (act) => {
      // The command may be the first that happens here: what it means must be known before it is done.
      const loaded = await tools.load()
      look()
      if (loaded.ok) loaded.value.act(act, target)
      else onFailure(loaded.error)
      return { understood: true }
    },
    'capture.progress': (progress) => {
      tools.now()?.itemEvidence.show(progress)
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
