import type { AccountPlaces } from '../../lib/evidence/screenshot/page-check.ts'
import { findAccountPlaces } from '../../lib/site/page-header.ts'

/** Where in the window the page names the person who is signed in, as far as it can be seen; null where nobody is. */
export function readAccountPlaces(): AccountPlaces | null {
  const found = findAccountPlaces(document)
  if (!found) return null
  const boxes = found.flatMap(({ kind, element }) => {
    // Hidden parts (while the page is photographed as a whole, what stays in place is) cover nothing.
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return []
    const { x, y, width, height } = element.getBoundingClientRect()
    const isInView =
      width > 0 && height > 0 && y < innerHeight && y + height > 0 && x < innerWidth && x + width > 0
    return isInView ? [{ shows: kind, x, y, width, height }] : []
  })
  return { windowWidth: innerWidth, boxes }
}
