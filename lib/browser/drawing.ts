import { ExpectedError } from '../core/expected-error.ts'
import type { Drawing } from '../evidence/screenshot/full-page-ports.ts'

/** Draws with the browser's canvas. Pixels are taken and given as they are, without any correction of colours. */
export const drawing: Drawing = {
  decode: (png) => createImageBitmap(new Blob([png]), { colorSpaceConversion: 'none' }),

  canvas(width, height) {
    const canvas = new OffscreenCanvas(width, height)
    // In main memory: a graphics card ends at 16,384 pixels, and without a word.
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
    if (!context) throw tooLarge
    return {
      draw(picture, { x, y, width: partWidth, height: partHeight }, at) {
        // Its pictures were made by `decode`.
        const source = picture as ImageBitmap
        context.drawImage(source, x, y, partWidth, partHeight, at.x, at.y, partWidth, partHeight)
      },
      cover({ x, y, width: coveredWidth, height: coveredHeight }) {
        context.fillStyle = '#5a6068'
        context.fillRect(x, y, coveredWidth, coveredHeight)
      },
      async encode(rows) {
        const whole = rows === height ? canvas : upperPart(canvas, rows)
        const png = await whole.convertToBlob({ type: 'image/png' }).catch((error: unknown) => {
          throw new ExpectedError(tooLarge.code, tooLarge.message, { cause: error })
        })
        return new Uint8Array(await png.arrayBuffer())
      },
    }
  },
}

function upperPart(canvas: OffscreenCanvas, rows: number): OffscreenCanvas {
  const part = new OffscreenCanvas(canvas.width, rows)
  const context = part.getContext('2d', { alpha: false, willReadFrequently: true })
  if (!context) throw tooLarge
  context.drawImage(canvas, 0, 0)
  return part
}

const tooLarge = new ExpectedError(
  'picture-too-large',
  'The browser could not put the picture together. Make the window smaller, or zoom out, and complete the evidence again.',
)
