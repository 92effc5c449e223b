import type { Box } from '../../lib/evidence/screenshot/page-check.ts'
import type { ReadBytes } from './services.ts'

/** Which picture, and which piece of it in its own pixels; null for all of it. */
export interface ThumbnailWish {
  sha256: string
  mediaType: string
  piece: Box | null
}

export interface ThumbnailStore {
  /** The small picture if it was made before. */
  ready(wish: ThumbnailWish): ImageBitmap | null
  /** Makes it when its turn comes; null where it is not stored or no picture, and where nobody waits any more. */
  make(wish: ThumbnailWish, signal: AbortSignal): Promise<ImageBitmap | null>
}

/** Twice the size at which it is shown: for screens with fine pixels. */
const thumbnailSize = { width: 176, height: 112 } as const

/** Screenshots have megabytes: two at a time are read, and what was asked for last comes first. */
const atOnce = 2
/** About 80 kB each. */
const mostKept = 300

/** Makes small pictures of screenshots for the rows in view, and keeps the last few hundred. */
export function createThumbnailStore(readBytes: ReadBytes): ThumbnailStore {
  const kept = new Map<string, ImageBitmap>()
  const waiting: Array<() => Promise<void>> = []
  let running = 0

  const next = () => {
    const work = running < atOnce ? waiting.pop() : undefined
    if (!work) return
    running += 1
    void work().finally(() => {
      running -= 1
      next()
    })
  }

  const keep = (key: string, bitmap: ImageBitmap) => {
    kept.set(key, bitmap)
    const oldest = kept.size > mostKept ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
  }

  return {
    ready: (wish) => kept.get(keyOf(wish)) ?? null,
    make: (wish, signal) =>
      new Promise((resolve) => {
        waiting.push(async () => {
          const key = keyOf(wish)
          const bitmap = kept.get(key) ?? (signal.aborted ? null : await reduced(wish, readBytes))
          if (bitmap) keep(key, bitmap)
          resolve(bitmap)
        })
        next()
      }),
  }
}

const keyOf = ({ sha256, piece }: ThumbnailWish) =>
  piece ? `${sha256} ${piece.x} ${piece.y} ${piece.width} ${piece.height}` : sha256

/** Null where the bytes are gone or no picture: verifying says so, a list only leaves the place empty. */
async function reduced(
  { sha256, mediaType, piece }: ThumbnailWish,
  readBytes: ReadBytes,
): Promise<ImageBitmap | null> {
  try {
    const bytes = await readBytes(sha256)
    if (!bytes) return null
    const whole = await createImageBitmap(new Blob([bytes], { type: mediaType }))
    const from = piece ?? { x: 0, y: 0, width: whole.width, height: whole.height }
    const scale = Math.min(thumbnailSize.width / from.width, thumbnailSize.height / from.height, 1)
    const small = await createImageBitmap(whole, from.x, from.y, from.width, from.height, {
      resizeWidth: Math.max(1, Math.round(from.width * scale)),
      resizeHeight: Math.max(1, Math.round(from.height * scale)),
      resizeQuality: 'medium',
    })
    whole.close()
    return small
  } catch {
    return null
  }
}
