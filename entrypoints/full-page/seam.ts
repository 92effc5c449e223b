/** Elements of the page near the lower edge of the window, with their places in the page. */
export type Seam = Array<{ element: Element; top: number }>

/** Shares of the window's width, and CSS pixels above its lower edge, at which the page is taken hold of. */
const across = [0.1, 0.3, 0.5, 0.7, 0.9]
const above = [6, 60, 160, 320]

/** Least share of the elements that must agree on where the content went. */
const minAgreement = 0.6

/**
 * Takes hold of the page where the next picture begins.
 * @param shift how far the content stands lower than at the first picture; places are kept as they were then
 */
export function holdSeam(
  firstInFlow: (elements: Element[]) => Element | null,
  windowHeight: number,
  shift: number,
): Seam {
  const elements = new Set<Element>()
  for (const share of across) {
    for (const height of above) {
      const hits = document.elementsFromPoint(innerWidth * share, windowHeight - height)
      const element = firstInFlow(hits)
      if (element) elements.add(element)
    }
  }
  return [...elements].map((element) => ({ element, top: topOf(element) - shift }))
}

/**
 * How far the content stands lower now than at the first picture; null where what was held is gone or its parts
 * went different ways, so that the next picture would not fit. A page with nothing to hold stands `as` it did.
 */
export function shiftOf(seam: Seam, as: number): number | null {
  if (seam.length === 0) return as
  const shifts = seam
    .filter(({ element }) => element.isConnected)
    .map(({ element, top }) => topOf(element) - top)
    .sort((a, b) => a - b)
  const middle = shifts[Math.floor(shifts.length / 2)]
  if (middle === undefined) return null
  const agreeing = shifts.filter((shift) => Math.abs(shift - middle) <= 1).length
  if (agreeing < shifts.length * minAgreement) return null
  return Math.abs(middle) < 0.75 ? 0 : middle
}

const topOf = (element: Element): number => element.getBoundingClientRect().top + scrollY
