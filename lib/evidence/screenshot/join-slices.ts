import { inPixels } from './cover-places.ts'
import type { DecodedPicture, Drawing, MeasuredPage, PagePlace } from './full-page-ports.ts'
import type { Box } from './page-check.ts'
import { planSlices, type Slice, type SlicePlan } from './plan-slices.ts'

/** A picture of the window and where the page stood for it. */
export interface WindowPicture {
  png: Uint8Array<ArrayBuffer>
  place: PagePlace
  /** What is to be covered in it, CSS pixels of the window. */
  covered: Box[]
}

export interface Joining {
  plan: SlicePlan
  /** Pixels of the picture in one CSS pixel, as the browser photographs them. */
  ratio: number
  /** Takes the rows of one slice out of its picture. `ended`: the page ended before them; `resized`: the window was. */
  add(slice: Slice, picture: WindowPicture): Promise<'added' | 'ended' | 'resized'>
  /** PNG of all rows that were added. */
  finish(): Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Puts pictures of a page's windows together. The first one tells how many pixels the browser gives for a CSS
 * pixel, and is added at once. At most one picture is kept beside the whole.
 */
export async function joinSlices(
  drawing: Drawing,
  page: MeasuredPage,
  first: WindowPicture,
): Promise<Joining> {
  const opened = await drawing.decode(first.png)
  const pictureWidth = opened.width
  const ratio = pictureWidth / page.windowWidth
  const plan = planSlices(page, ratio)
  const canvas = drawing.canvas(plan.width, plan.height)
  let rows = 0

  function draw(slice: Slice, picture: DecodedPicture, { place, covered }: WindowPicture): boolean {
    const top = Math.round((place.scrollTop - place.shift) * ratio)
    const to = Math.min(slice.to, top + plan.windowRows)
    const from = Math.max(slice.from, top)
    if (to > from) {
      const part = { x: 0, y: from - top, width: plan.width, height: to - from }
      canvas.draw(picture, part, { x: 0, y: from })
    }
    // Bars at the lower edge are higher than the rows that the last window may have left to give.
    const isLast = slice.to === plan.height
    if (isLast) for (const box of place.lowerFloating) copyBox(picture, inPixels(box, ratio), top)
    for (const box of covered) canvas.cover(moved(inPixels(box, ratio), top))
    rows = Math.max(rows, to)
    // One row may be lost where the browser rounds the page's height up.
    return to >= slice.to - 1
  }

  function copyBox(picture: DecodedPicture, box: Box, top: number): void {
    const y = Math.max(box.y, 0)
    const height = Math.min(box.y + box.height, plan.windowRows, plan.height - top) - y
    if (height > 0) canvas.draw(picture, { ...box, y, height }, { x: box.x, y: y + top })
  }

  const joining: Joining = {
    plan,
    ratio,
    async add(slice, picture) {
      const decoded = await drawing.decode(picture.png)
      try {
        if (decoded.width !== pictureWidth) return 'resized'
        return draw(slice, decoded, picture) ? 'added' : 'ended'
      } finally {
        decoded.close()
      }
    },
    finish: () => canvas.encode(rows),
  }
  const [slice] = plan.slices
  if (slice) draw(slice, opened, first)
  opened.close()
  return joining
}

const moved = (box: Box, down: number): Box => ({ ...box, y: box.y + down })
