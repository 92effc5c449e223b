import type {
  Annotation,
  OpenPicture,
  PictureDrawer,
  PictureLimits,
  ReducedPicture,
} from '../pack/picture-drawer.ts'

/** Browsers take the person's own fonts for whatever the first of these lacks. */
const fontOf = (sizePx: number) => `${sizePx}px system-ui, sans-serif`
const jpegQuality = 0.82
const colours = { band: '#ffffff', rule: '#9f1239', text: '#111827', frame: '#be123c', halo: '#ffffff' }

/** Draws with `OffscreenCanvas`: in a page of the extension, and where there is no page too. */
export const canvasPictureDrawer: PictureDrawer = {
  async open(bytes, mediaType) {
    const bitmap = await createImageBitmap(new Blob([bytes], { type: mediaType }))
    return openPicture(bitmap)
  },
}

function openPicture(bitmap: ImageBitmap): OpenPicture {
  const { width, height } = bitmap
  const ruler = contextOf(new OffscreenCanvas(1, 1))
  return {
    width,
    height,
    textWidth(text, sizePx) {
      ruler.font = fontOf(sizePx)
      return ruler.measureText(text).width
    },
    async annotated(annotation, limits) {
      const canvas = new OffscreenCanvas(width, height + annotation.band.height)
      try {
        const context = contextOf(canvas)
        context.drawImage(bitmap, 0, 0)
        if (annotation.frame) drawFrame(context, annotation.frame, { width, height })
        drawBand(context, annotation.band, { width, height })
        const png = await bytesOf(canvas, { type: 'image/png' })
        return { png, reduced: await reduce(canvas, limits) }
      } finally {
        release(canvas)
      }
    },
    reduced: (limits) => reduce(bitmap, limits),
    close: () => bitmap.close(),
  }
}

function drawFrame(
  context: OffscreenCanvasRenderingContext2D,
  { box, lineWidth }: NonNullable<Annotation['frame']>,
  picture: { width: number; height: number },
): void {
  // The halo keeps the frame visible on any ground. Both lie outside the box, cut off at the picture's edge.
  context.save()
  context.beginPath()
  context.rect(0, 0, picture.width, picture.height)
  context.clip()
  const gap = lineWidth
  for (const [colour, width] of [
    [colours.halo, 2 * lineWidth],
    [colours.frame, lineWidth],
  ] as const) {
    context.strokeStyle = colour
    context.lineWidth = width
    context.strokeRect(box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap)
  }
  context.restore()
}

function drawBand(
  context: OffscreenCanvasRenderingContext2D,
  { height, lines }: Annotation['band'],
  picture: { width: number; height: number },
): void {
  context.fillStyle = colours.band
  context.fillRect(0, picture.height, picture.width, height)
  context.fillStyle = colours.rule
  context.fillRect(0, picture.height, picture.width, Math.max(2, Math.round((lines[0]?.sizePx ?? 13) / 6)))
  context.fillStyle = colours.text
  context.textBaseline = 'alphabetic'
  for (const { text, x, y, sizePx } of lines) {
    context.font = fontOf(sizePx)
    context.fillText(text, x, picture.height + y)
  }
}

async function reduce(
  source: ImageBitmap | OffscreenCanvas,
  { maxWidth, maxHeight }: PictureLimits,
): Promise<ReducedPicture> {
  const scale = Math.min(1, maxWidth / source.width, maxHeight / source.height)
  const width = Math.max(1, Math.round(source.width * scale))
  const height = Math.max(1, Math.round(source.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  try {
    const context = contextOf(canvas)
    // JPEG has no transparency.
    context.fillStyle = colours.band
    context.fillRect(0, 0, width, height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(source, 0, 0, width, height)
    return { jpeg: await bytesOf(canvas, { type: 'image/jpeg', quality: jpegQuality }), width, height }
  } finally {
    release(canvas)
  }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('the browser has no canvas of this size')
  return context
}

async function bytesOf(
  canvas: OffscreenCanvas,
  options: ImageEncodeOptions & { type: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await canvas.convertToBlob(options)
  if (blob.type !== options.type) throw new Error(`the browser cannot write ${options.type}`)
  return new Uint8Array(await blob.arrayBuffer())
}

/** Gives the pixels back at once, not when the collector comes by. */
function release(canvas: OffscreenCanvas): void {
  canvas.width = 0
  canvas.height = 0
}
