import { ok, type Result } from '../../core/result.ts'
import { coverNotes, coverPlaces, placesToCover } from './cover-places.ts'
import type { FullPagePorts, MeasuredPage } from './full-page-ports.ts'
import { joinSlices } from './join-slices.ts'
import type { AccountPlaces, PageCheck } from './page-check.ts'
import { fullPageLimits } from './plan-slices.ts'
import {
  type FullPageFailure,
  failed,
  type PagePicture,
  stopFailure,
  takePagePicture,
} from './take-page-picture.ts'

export interface FullPage {
  png: Uint8Array<ArrayBuffer>
  /** When its first picture was taken. */
  takenAtMs: number
  /** The page as it was checked before the first picture, scrolled to its top. */
  page: PageCheck
  /** Of how many pictures of the window it was put together. */
  pictures: number
  /** What is missing, in one sentence; null where it is the whole page. */
  cut: string | null
  /** What was kept out of it or covered. */
  redacted: string[]
}

/** Beyond this the picture ends with what there is, rather than with nothing. */
const picturesTimeMs = 40_000

export interface FullPageWish {
  signal: AbortSignal
  /** Whether what names a signed-in person is covered. */
  isMaskOn: boolean
}

/**
 * Photographs a whole page: its windows one after another, each under the guards of a screenshot, put together
 * row by row. Parts that stay in the window are in the picture once. The page is put back however it ends.
 */
export async function takeFullPage(
  ports: FullPagePorts,
  wish: FullPageWish,
): Promise<Result<FullPage, FullPageFailure>> {
  const { mover, screenshot } = ports
  // A page behind another one is not moved in vain.
  if ((await screenshot.tab())?.isInFront === false)
    return failed(stopFailure({ stop: 'hidden' }, wish.signal))
  const stop = () => void mover.end()
  wish.signal.addEventListener('abort', stop)
  try {
    const begun = await mover.begin()
    if (begun?.stop !== null) return failed(stopFailure(begun, wish.signal))
    const loaded = await mover.loadLazy({ pageHeight: fullPageLimits.pageHeight })
    if (loaded?.stop !== null) return failed(stopFailure(loaded, wish.signal))
    return ports.photographPage
      ? await takeAtOnce(ports, ports.photographPage, loaded.value, wish)
      : await takeInSlices(ports, loaded.value, wish)
  } finally {
    wish.signal.removeEventListener('abort', stop)
    await mover.end()
  }
}

async function takeInSlices(
  ports: FullPagePorts,
  loaded: MeasuredPage,
  { signal, isMaskOn }: FullPageWish,
): Promise<Result<FullPage, FullPageFailure>> {
  const nowMs = ports.screenshot.nowMs
  const untilMs = nowMs() + picturesTimeMs
  const isOneWindow = loaded.height <= loaded.windowHeight
  const first = await takePagePicture(ports, { top: 0, show: isOneWindow ? 'all' : 'upper' }, signal)
  if (!first.ok) return first
  let last = first.value
  // As it was at the first picture: a header may change its height with the place of the page.
  const page = last.after
  const covered: AccountPlaces['boxes'] = []
  const ofJoin = (picture: PagePicture) => {
    const places = placesToCover(picture.page, isMaskOn)
    covered.push(...places)
    return { ...picture, covered: places }
  }
  const joining = await joinSlices(ports.drawing, page, ofJoin(last))
  const { plan, ratio } = joining
  let pictures = 1
  let reached = plan.slices[0]?.to ?? 0
  for (const slice of plan.slices.slice(1)) {
    if (nowMs() > untilMs) break
    const show = slice.to === plan.height ? 'lower' : 'none'
    const next = await takePagePicture(ports, { top: slice.windowTop / ratio, show }, signal)
    if (!next.ok) return next
    last = next.value
    const added = await joining.add(slice, ofJoin(last))
    if (added === 'resized') return failed(windowResized)
    pictures++
    reached = slice.to
    if (added === 'ended') break
  }
  const { takenAtMs, page: checked } = first.value
  const shownHeight = Math.round(reached / ratio)
  const pageHeight = Math.max(page.height, last.after.height - last.place.shift)
  return ok({
    png: await joining.finish(),
    takenAtMs,
    page: checked,
    pictures,
    cut: cutOf({ ...page, height: pageHeight }, shownHeight),
    redacted: coverNotes(covered),
  })
}

/** Sides of Firefox's canvases end here. */
const atOnceSide = 32_767

async function takeAtOnce(
  ports: FullPagePorts,
  photographPage: NonNullable<FullPagePorts['photographPage']>,
  page: MeasuredPage,
  { signal, isMaskOn }: FullPageWish,
): Promise<Result<FullPage, FullPageFailure>> {
  const ratio = page.pixelRatio
  const most = Math.floor(Math.min(fullPageLimits.pageHeight, atOnceSide / ratio))
  const part = { width: page.width, height: Math.min(page.height, most), ratio }
  const screenshot = { ...ports.screenshot, photograph: () => photographPage(part) }
  const isOneWindow = page.height <= page.windowHeight
  const view = { top: 0, show: isOneWindow ? 'all' : 'upper' } as const
  const taken = await takePagePicture({ ...ports, screenshot }, view, signal)
  if (!taken.ok) return taken
  const { png, takenAtMs, page: checked, place, after } = taken.value
  const covered = placesToCover(checked, isMaskOn)
  return ok({
    png: covered.length > 0 ? await coverPlaces(ports.drawing, png, covered, part.width) : png,
    takenAtMs,
    page: checked,
    pictures: 1,
    cut: cutOf(after, part.height),
    redacted: [
      ...coverNotes(covered),
      ...(place.lowerHidden > 0 ? ['parts that stay at the lower edge of the window'] : []),
    ],
  })
}

const windowResized: FullPageFailure = {
  code: 'window-resized',
  message:
    'The window changed its size while the page was photographed. Leave it as it is and complete the evidence again.',
  final: false,
}

/** What is missing of the page, in one sentence; null where nothing is. */
function cutOf(page: MeasuredPage, shownHeight: number): string | null {
  // Sizes are rounded by the browser, and pictures to whole pixels.
  if (page.height > shownHeight + 2) {
    return `It shows the upper ${count(shownHeight)} of ${count(page.height)} pixels of the page's height.`
  }
  return page.fullWidth > page.width + 2
    ? `It shows the left ${count(page.width)} of ${count(page.fullWidth)} pixels of the page's width.`
    : null
}

const count = (pixels: number): string => Math.round(pixels).toLocaleString('en-GB')
