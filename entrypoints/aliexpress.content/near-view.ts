/** Share of the window's height, above and below it, that counts as near: a turn of the wheel, a row of cards. */
const margin = 0.5

/** After so many far ones in a row the rest are not measured, but left to the observer: more than a row of cards. */
const farEnough = 12

/** Which elements stand in the window or near it. One observer for all: the browser works it out by the way. */
export interface NearView {
  /**
   * Watches these and no others. What is near already is known at once: an observer tells it a frame later,
   * and another frame is the dearest part of showing controls. Call it when the layout is up to date.
   */
  watch(elements: ReadonlySet<Element>): void
  isNear(element: Element): boolean
  /** Counts as near from now on, wherever it stands: the focus is about to go there. */
  claim(elements: Iterable<Element>): void
  stop(): void
}

/** @param onNear told in the browser's own time when an element came near */
export function createNearView(onNear: () => void): NearView {
  const watched = new Set<Element>()
  const near = new Set<Element>()
  const observer = new IntersectionObserver(
    (entries) => {
      const came = entries.filter(({ isIntersecting, target }) => isIntersecting && watched.has(target))
      for (const { target } of came) {
        near.add(target)
        // What stands stays: a control that comes and goes would take the focus with it.
        observer.unobserve(target)
      }
      if (came.length > 0) onNear()
    },
    { rootMargin: `${margin * 100}% 0px` },
  )
  return {
    watch(elements) {
      for (const element of watched) {
        if (elements.has(element)) continue
        watched.delete(element)
        near.delete(element)
        observer.unobserve(element)
      }
      let farInARow = 0
      for (const element of elements) {
        if (watched.has(element)) continue
        watched.add(element)
        if (farInARow < farEnough && isNearNow(element)) {
          near.add(element)
          farInARow = 0
        } else {
          farInARow += 1
          observer.observe(element)
        }
      }
    },
    isNear: (element) => near.has(element),
    claim(elements) {
      for (const element of elements) near.add(element)
      onNear()
    },
    stop() {
      observer.disconnect()
      watched.clear()
      near.clear()
    },
  }
}

function isNearNow(element: Element): boolean {
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect()
  const around = innerHeight * margin
  const isWithinHeight = bottom > -around && top < innerHeight + around
  return width > 0 && height > 0 && isWithinHeight && right > 0 && left < innerWidth
}
