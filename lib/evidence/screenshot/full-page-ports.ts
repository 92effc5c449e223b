import type { Box } from './page-check.ts'
import type { PageSize } from './plan-slices.ts'
import type { PhotographResult, ScreenshotPorts } from './take-screenshot.ts'

/**
 * Why the page no longer stands as it was put.
 * - `person`: the person scrolled, or is scrolling and does not rest.
 * - `hidden`: the page is not in view.
 * - `moved`: its content moved between two pictures in a way that cannot be followed.
 * - `zoomed`: it is magnified by a gesture, so that the window shows only a part of its width.
 * - `lapsed`: nobody asked for so long that it was put back.
 */
export type MoveStop = 'person' | 'hidden' | 'moved' | 'zoomed' | 'lapsed'

export type Moved<T> = { stop: null; value: T } | { stop: MoveStop }

/** Which of the parts that stay in place while the page scrolls are seen: at the window's upper or lower half. */
export type ShownFloating = 'all' | 'upper' | 'lower' | 'none'

/** How the page stands for one picture, in CSS pixels. */
export interface PagePlace {
  scrollTop: number
  /** How far the content stands lower than when the first picture was taken; negative where higher. */
  shift: number
  /** Parts that stay in place in the window's lower half, where they are seen now. */
  lowerFloating: Box[]
  /** How many such parts are hidden now. */
  lowerHidden: number
}

/** The page as it is measured in the page. */
export interface MeasuredPage extends PageSize {
  /** Width of the window with its scroll bar, which pictures of the window show too. */
  windowWidth: number
  /** Width of everything that scrolls; more than `width` where it scrolls sideways. */
  fullWidth: number
  /** Pixels of the screen in one CSS pixel. */
  pixelRatio: number
}

/**
 * Moves the page for its pictures (entrypoints/full-page). Every call answers null where nobody answers: the
 * page was left or reloaded.
 */
export interface PageMover {
  /** Waits until the person rests, then keeps sticky parts in their place in the page. */
  begin(): Promise<Moved<MeasuredPage> | null>
  /** Scrolls down and up again, so that what loads only when seen is there. */
  loadLazy(wish: { pageHeight: number }): Promise<Moved<MeasuredPage> | null>
  /** Scrolls to `top` of the page as it was at the first picture. */
  goTo(wish: { top: number; show: ShownFloating }): Promise<Moved<PagePlace> | null>
  /** After a picture: whether the page still stands so, and how high it is now. */
  check(): Promise<Moved<MeasuredPage> | null>
  /** Puts back everything; the scroll position too, unless the person moved it. */
  end(): Promise<unknown>
}

/** A decoded picture, in its own pixels. */
export interface DecodedPicture {
  width: number
  height: number
  /** Frees its memory. */
  close(): void
}

/** A picture that is put together. */
export interface PictureCanvas {
  /** Copies a part of a picture. */
  draw(picture: DecodedPicture, part: Box, at: { x: number; y: number }): void
  /** Covers a place so that nothing of it can be seen again. */
  cover(place: Box): void
  /** PNG of its upper `height` rows. @throws where the browser cannot make it */
  encode(height: number): Promise<Uint8Array<ArrayBuffer>>
}

export interface Drawing {
  decode(png: Uint8Array<ArrayBuffer>): Promise<DecodedPicture>
  canvas(width: number, height: number): PictureCanvas
}

export interface FullPagePorts {
  screenshot: ScreenshotPorts
  mover: PageMover
  /** PNG of the page's upper part as a whole, where the browser can make one (Firefox); null elsewhere. */
  photographPage:
    | ((part: { width: number; height: number; ratio: number }) => Promise<PhotographResult>)
    | null
  drawing: Drawing
}
