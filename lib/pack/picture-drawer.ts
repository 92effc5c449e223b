import type { Box } from '../evidence/screenshot/page-check.ts'

/** Port of the pack room to a canvas. Memory holds one open picture at a time: `close` it before the next. */
export interface PictureDrawer {
  /** @throws where the bytes cannot be decoded as a picture. */
  open(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<OpenPicture>
}

export interface OpenPicture {
  /** Pixels. */
  width: number
  height: number
  /** Width of a text of the band, in pixels. */
  textWidth(text: string, sizePx: number): number
  /**
   * The picture with every pixel as it was and the band below it, as PNG; and the same drawing reduced.
   * @throws where the browser has no canvas of that size.
   */
  annotated(
    annotation: Annotation,
    limits: PictureLimits,
  ): Promise<{ png: Uint8Array<ArrayBuffer>; reduced: ReducedPicture }>
  reduced(limits: PictureLimits): Promise<ReducedPicture>
  close(): void
}

/** What is drawn over and below a picture, in its pixels. */
export interface Annotation {
  /** Drawn around this place, never inside it. */
  frame: { box: Box; lineWidth: number } | null
  band: {
    height: number
    /** Left edge and baseline of each line, from the picture's lower left corner. */
    lines: Array<{ text: string; x: number; y: number; sizePx: number }>
  }
}

export interface PictureLimits {
  maxWidth: number
  maxHeight: number
}

/** A picture for reading, small enough for a report. */
export interface ReducedPicture {
  jpeg: Uint8Array<ArrayBuffer>
  width: number
  height: number
}
