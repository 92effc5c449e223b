import type { FlagFlow, MadeFlag } from './flag-flow.ts'
import { isWhollyInView, stickyTop } from './in-view.ts'
import type { CardListing } from './page-listing.ts'
import type { ShotOutcome } from './screenshot-queue.ts'

export interface ScreenshotTour {
  /**
   * Photographs listings that may lie anywhere on the page: scrolls the next ones into view, takes one
   * picture for all of them, goes on, and scrolls back at the end. Outcomes of those that were tried.
   */
  run(flags: MadeFlag[], onProgress?: (done: number, of: number) => void): Promise<ShotOutcome[]>
  /** Stops after the picture that is being taken. */
  cancel(): void
  isRunning(): boolean
}

/** How long a picture of the shop may take to load after scrolling to it. */
const imageTimeoutMs = 1200

export function createScreenshotTour(flow: FlagFlow, cards: () => CardListing[]): ScreenshotTour {
  let isRunning = false
  let isCancelled = false

  async function tour(
    flags: MadeFlag[],
    onProgress: (done: number, of: number) => void,
  ): Promise<ShotOutcome[]> {
    const elementOf = new Map(cards().map(({ comId, card }) => [comId, card.element]))
    const outcomes: ShotOutcome[] = []
    let waiting = inPageOrder(flags, elementOf)
    const startUrl = location.href
    while (waiting.length > 0 && !isCancelled && location.href === startUrl) {
      onProgress(flags.length - waiting.length, flags.length)
      const [next] = waiting
      const nextElement = next?.isCard ? elementOf.get(next.comId) : undefined
      if (nextElement && !isWhollyInView(nextElement, stickyTop())) await scrollTo(nextElement)
      const topEdge = stickyTop()
      // The next one goes with every picture: where it cannot be shown whole, the answer says why.
      const group = waiting.filter((flag) => {
        const element = elementOf.get(flag.comId)
        return flag === next || !flag.isCard || (element && isWhollyInView(element, topEdge))
      })
      waiting = waiting.filter((flag) => !group.includes(flag))
      const shots = await flow.photograph(group)
      outcomes.push(...shots)
      if (shots.some(({ state }) => state === 'no-permission')) break
    }
    onProgress(flags.length, flags.length)
    return outcomes
  }

  return {
    async run(flags, onProgress = () => undefined) {
      // One at a time: two would scroll against each other.
      if (isRunning) return []
      isRunning = true
      isCancelled = false
      const { scrollX: x, scrollY: y } = window
      try {
        return await tour(flags, onProgress)
      } finally {
        isRunning = false
        window.scrollTo({ left: x, top: y, behavior: 'instant' })
      }
    },
    cancel: () => {
      isCancelled = true
    },
    isRunning: () => isRunning,
  }
}

function inPageOrder(flags: MadeFlag[], elementOf: Map<string, HTMLElement>): MadeFlag[] {
  const places = [...elementOf.keys()]
  return [...flags].sort((a, b) => places.indexOf(a.comId) - places.indexOf(b.comId))
}

async function scrollTo(element: HTMLElement): Promise<void> {
  element.scrollIntoView({ block: 'start', inline: 'nearest', behavior: 'instant' })
  // Out from under a header that stays in place.
  const covered = stickyTop() + 12 - element.getBoundingClientRect().top
  if (covered > 0) window.scrollBy({ top: -covered, behavior: 'instant' })
  const images = [...element.querySelectorAll('img')].filter((image) => !image.complete)
  const loaded = images.map(
    (image) =>
      new Promise((resolve) => {
        image.addEventListener('load', resolve, { once: true })
        image.addEventListener('error', resolve, { once: true })
      }),
  )
  const timeout = new Promise((resolve) => setTimeout(resolve, imageTimeoutMs))
  await Promise.race([Promise.all(loaded), timeout])
}
