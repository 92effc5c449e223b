import type { Box } from '../../lib/evidence/screenshot/page-check.ts'

/** Less than this share of a card in the window shows neither its picture nor its price for sure. */
const minShareInView = 0.6

/** Lower edge of what stays at the top of the window while scrolling, in CSS pixels; 0 where nothing does. */
export function stickyTop(): number {
  let lowest = 0
  for (const x of [innerWidth * 0.25, innerWidth * 0.5, innerWidth * 0.75]) {
    let element = document.elementFromPoint(x, 2)
    for (; element; element = element.parentElement) {
      const { position } = getComputedStyle(element)
      if (position !== 'fixed' && position !== 'sticky') continue
      const { bottom, height } = element.getBoundingClientRect()
      // Something as high as this is a modal, not a header.
      if (height < innerHeight * 0.4) lowest = Math.max(lowest, bottom)
    }
  }
  return lowest
}

/** True where the whole element stands in the window, below `topEdge` (see `stickyTop`). */
export function isWhollyInView(element: Element, topEdge: number): boolean {
  const { top, bottom, left, right, height } = element.getBoundingClientRect()
  const isWithinWidth = left >= -1 && right <= innerWidth + 1
  return height > 0 && top >= topEdge - 1 && bottom <= innerHeight + 1 && isWithinWidth
}

/** Where the element stands in the window; null where too little of it is seen below `topEdge`. */
export function boxInView(element: Element, topEdge: number): Box | null {
  const { x, y, width, height } = element.getBoundingClientRect()
  const seenWidth = Math.min(x + width, innerWidth) - Math.max(x, 0)
  const seenHeight = Math.min(y + height, innerHeight) - Math.max(y, topEdge)
  if (width <= 0 || height <= 0 || seenWidth <= 0 || seenHeight <= 0) return null
  return seenWidth * seenHeight >= width * height * minShareInView ? { x, y, width, height } : null
}
