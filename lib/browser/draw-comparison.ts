import { layOutComparison } from '../complaints/comparison-layout.ts'
import type { Comparison } from '../complaints/complaint.ts'
import { ExpectedError } from '../core/expected-error.ts'

interface ToDraw {
  genuine: Blob
  listing: Blob
  differences: Comparison['differences']
  captions: { genuine: string; listing: string }
  facts: readonly string[]
}

const fontAt = (px: number, weight = 400) => `${weight} ${px}px system-ui, sans-serif`
const [paper, ink, mark, onMark] = ['#ffffff', '#171a21', '#b3261e', '#ffffff']

/**
 * Draws a comparison as one picture (PNG): both pictures side by side, numbered, with what each number says. The
 * same in light and dark: it is for paper and for the portal.
 * @throws ExpectedError `picture-unreadable` where one cannot be decoded, `no-canvas` where the browser has none.
 */
export async function drawComparison({ genuine, listing, ...rest }: ToDraw): Promise<Blob> {
  const [left, right] = await Promise.all([decode(genuine), decode(listing)])
  try {
    const measure = contextOf(new OffscreenCanvas(1, 1))
    measure.font = fontAt(26)
    const layout = layOutComparison(
      { genuine: left, listing: right, ...rest },
      (text) => measure.measureText(text).width,
    )
    const canvas = new OffscreenCanvas(layout.width, layout.height)
    const context = contextOf(canvas)
    context.fillStyle = paper
    context.fillRect(0, 0, layout.width, layout.height)
    for (const [picture, box] of [
      [left, layout.genuine],
      [right, layout.listing],
    ] as const) {
      context.drawImage(picture, box.x, box.y, box.width, box.height)
      context.strokeStyle = ink
      context.lineWidth = 1
      context.strokeRect(box.x - 0.5, box.y - 0.5, box.width + 1, box.height + 1)
    }
    context.fillStyle = ink
    context.font = fontAt(layout.textPx, 600)
    for (const { text, x, y } of layout.captions) context.fillText(text, x, y)
    for (const { number, x, y, radius } of layout.markers) drawNumber(context, number, x, y, radius)
    for (const { text, x, y, number } of layout.legend) {
      if (number !== null) drawNumber(context, number, x - 28, y - layout.textPx / 3, 16)
      context.fillStyle = ink
      context.font = fontAt(layout.textPx)
      context.textAlign = 'left'
      context.textBaseline = 'alphabetic'
      context.fillText(text, x, y)
    }
    return await canvas.convertToBlob({ type: 'image/png' })
  } finally {
    left.close()
    right.close()
  }
}

function drawNumber(
  context: OffscreenCanvasRenderingContext2D,
  number: number,
  x: number,
  y: number,
  radius: number,
) {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = mark
  context.fill()
  context.lineWidth = 3
  context.strokeStyle = onMark
  context.stroke()
  context.fillStyle = onMark
  context.font = fontAt(Math.round(radius * 1.1), 700)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(String(number), x, y + 1)
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
}

async function decode(picture: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(picture)
  } catch (error) {
    throw new ExpectedError(
      'picture-unreadable',
      'One of the pictures cannot be shown. Choose another one and try again.',
      { cause: error },
    )
  }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context)
    throw new ExpectedError('no-canvas', 'The browser could not draw the picture. Restart it and try again.')
  return context
}
