import type { PageCheck } from '../../lib/evidence/screenshot/page-check.ts'
import type { BackgroundToContent } from '../../lib/messaging/protocol.ts'
import type { CardControls } from './card-controls.ts'
import { boxInView, stickyTop } from './in-view.ts'
import { loadedPageFacts } from './page-facts.ts'
import type { PageReader } from './page-reader.ts'
import type { PageStyle } from './stylesheet.ts'

type Request = BackgroundToContent['page.check']['request']

/** A page that is not drawn (minimised, in the background) never gives a frame; a busy computer gives it late. */
const frameTimeoutMs = 1500

/**
 * A frame is begun when the one before is committed, and committed when the one before that is drawn. On a
 * busy computer two frames were not enough: one picture in eight still held our controls.
 */
const framesUntilSeen = 5

/** The background may die between the two phases: controls come back by themselves. */
const showAgainMs = 4000

/**
 * Answers whether this is still the page that was judged, from what stands in the document now, and keeps
 * our own controls out of the picture meanwhile.
 */
export function createPageCheck({
  documentKey,
  reader,
  style,
  controls,
  itemElement,
}: {
  documentKey: string
  reader: PageReader
  style: PageStyle
  controls: CardControls
  /** The element that shows the item of the page. */
  itemElement: () => Element | null
}): (request: Request) => Promise<PageCheck> {
  let areHidden = false
  /** The screen has followed: hidden in the document is not yet gone from the picture. */
  let areUnseen = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function setHidden(hidden: boolean): void {
    clearTimeout(timer)
    areHidden = hidden
    style.setHidden(hidden)
    if (hidden) timer = setTimeout(() => setHidden(false), showAgainMs)
  }

  return async ({ documentKey: asked, phase, comIds }) => {
    const sameDocument = asked === documentKey
    if (sameDocument && phase === 'before') {
      setHidden(true)
      areUnseen = await framesShown()
    }
    const read = await reader.read()
    // No answer: the background takes the page for gone and photographs nothing.
    if (!read.ok) throw new Error(read.error.message)
    const item = read.value.item()
    const topEdge = stickyTop()
    const placeOf = (comId: string) => {
      const elements = controls
        .listings()
        .flatMap(({ comId: at, card }) => (at === comId ? card.element : []))
      const shown = item?.comId === comId ? itemElement() : null
      for (const element of shown ? [shown, ...elements] : elements) {
        const box = boxInView(element, topEdge)
        if (box) return box
      }
      return null
    }
    const check: PageCheck = {
      sameDocument,
      url: location.href,
      pageState: read.value.state,
      visible: document.visibilityState === 'visible',
      controlsHidden: areHidden && areUnseen,
      itemComId: item?.comId ?? null,
      subjects: Object.fromEntries(comIds.map((comId) => [comId, placeOf(comId)])),
      account: loadedPageFacts()?.readAccountPlaces() ?? null,
    }
    if (sameDocument && phase === 'after') setHidden(false)
    return check
  }
}

/** Waits until what was changed is on the screen; false where the screen does not follow in time. */
function framesShown(): Promise<boolean> {
  return new Promise((resolve) => {
    let frames = 0
    const timer = setTimeout(() => resolve(false), frameTimeoutMs)
    const next = () => {
      frames++
      if (frames < framesUntilSeen) {
        requestAnimationFrame(next)
      } else {
        clearTimeout(timer)
        resolve(true)
      }
    }
    requestAnimationFrame(next)
  })
}
