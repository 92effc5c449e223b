import { ImageOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { EvidenceEntry } from '../../lib/evidence/evidence-reader.ts'
import type { Box } from '../../lib/evidence/screenshot/page-check.ts'
import type { ThumbnailStore, ThumbnailWish } from './thumbnail-store.ts'

/** A row must rest in view this long before its picture is read: flying past reads nothing. */
const restMs = 80

interface CaptureThumbnailProps {
  entry: EvidenceEntry | undefined
  store: ThumbnailStore
}

/** The screenshot of a capture, small: on results pages the listing's own card, on item pages all of it. */
export function CaptureThumbnail({ entry, store }: CaptureThumbnailProps) {
  const wish = entry ? wishOf(entry) : null
  const key = wish ? `${wish.sha256} ${wish.piece?.x} ${wish.piece?.y}` : null
  const canvas = useRef<HTMLCanvasElement>(null)
  const [shownKey, setShownKey] = useState<string | null>(null)
  const isShown = key !== null && key === shownKey
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish is made anew at each drawing; its key says whether it changed
  useEffect(() => {
    if (!wish) return
    const stop = new AbortController()
    const show = (bitmap: ImageBitmap | null) => {
      if (stop.signal.aborted || !bitmap || !canvas.current) return
      canvas.current.width = bitmap.width
      canvas.current.height = bitmap.height
      canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0)
      setShownKey(key)
    }
    const ready = store.ready(wish)
    show(ready)
    const timer = ready ? undefined : setTimeout(() => void store.make(wish, stop.signal).then(show), restMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [key, store])
  return (
    <span className="flex h-14 w-22 shrink-0 items-center justify-center overflow-hidden rounded-md border border-line bg-sunken">
      <canvas ref={canvas} aria-hidden hidden={!isShown} className="max-h-full max-w-full" />
      {entry && !isShown && <ImageOff size={16} aria-hidden className="text-line-strong" />}
    </span>
  )
}

function wishOf({ capture, job, purge }: EvidenceEntry): ThumbnailWish | null {
  if (job?.screenshot.state !== 'saved' || purge) return null
  const { sha256, mediaType, subject } = job.screenshot.artefact
  const isCard = capture.listing === null && subject !== null
  return {
    sha256,
    mediaType,
    piece: isCard ? cardPicture(subject, capture.sighting.viewport.pixelRatio) : null,
  }
}

/** A card's picture stands on its top. */
const cardPicture = ({ x, y, width, height }: Box, pixelRatio: number): Box | null => {
  const side = Math.min(width, height)
  if (side < 8) return null
  return { x: x * pixelRatio, y: y * pixelRatio, width: width * pixelRatio, height: side * pixelRatio }
}
