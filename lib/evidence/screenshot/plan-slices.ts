/** Beyond these a picture of a whole page is cut, and marked: canvases end at these sides and areas. */
export const fullPageLimits = {
  /** CSS pixels of the page. */
  pageHeight: 20_000,
  /** Picture pixels. */
  side: 65_535,
  /** Picture pixels. */
  area: 268_435_456,
} as const

/** What scrolls and what is seen of it at once, in CSS pixels and without scroll bars. */
export interface PageSize {
  width: number
  height: number
  windowHeight: number
}

/** One picture of the window, in pixels of the whole picture: where the window stands, and which rows it gives. */
export interface Slice {
  windowTop: number
  from: number
  to: number
}

export interface SlicePlan {
  width: number
  height: number
  /** Rows that one window gives. */
  windowRows: number
  slices: Slice[]
  /** True where the page goes on below the picture. */
  isCut: boolean
}

/** Scroll positions between two pixels are rounded by the browser; slices then overlap by this many rows. */
const roundingRows = 2

/**
 * Divides a page into windows that give every row of the picture once, from top to bottom. The last window
 * stands at the end of the picture and gives the rows that are left.
 * @param ratio pixels of the picture in one CSS pixel
 */
export function planSlices(
  size: PageSize,
  ratio: number,
  limits: { pageHeight: number; side: number; area: number } = fullPageLimits,
): SlicePlan {
  const width = Math.min(wholePixels(size.width * ratio), limits.side)
  const windowRows = wholePixels(size.windowHeight * ratio)
  if (width < 1 || windowRows <= roundingRows) throw new RangeError('There is no window to photograph.')
  const wanted = wholePixels(size.height * ratio)
  const most = Math.min(wholePixels(limits.pageHeight * ratio), limits.side, Math.floor(limits.area / width))
  const height = Math.min(wanted, most)
  const overlap = Number.isInteger(ratio) ? 0 : roundingRows

  const slices: Slice[] = [{ windowTop: 0, from: 0, to: Math.min(windowRows, height) }]
  for (let from = windowRows; from < height; ) {
    const windowTop = Math.min(from - overlap, height - windowRows)
    const to = windowTop + windowRows
    slices.push({ windowTop, from, to })
    from = to
  }
  return { width, height, windowRows, slices, isCut: height < wanted }
}

/** Browsers multiply with rounding errors of their own: 614.4 × 1.25 is 768. */
const wholePixels = (pixels: number): number => Math.floor(pixels + 1e-6)
