import { Maximize, Minus, Plus } from 'lucide-react'
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react'
import { Button, IconButton } from './button.tsx'
import { type Area, centred, fitView, moved, type Size, type View, zoomedAt, zoomStep } from './zoom-view.ts'

interface ZoomPictureProps {
  src: string
  alt: string
  /** A piece of the picture to be outlined, in its own pixels. */
  mark?: Area | null
  labels: {
    zoomIn: string
    zoomOut: string
    fit: string
    full: string
    /** How to use it without the buttons. */
    hint: string
    percent(value: number): string
    /** The browser cannot draw it. */
    broken: string
  }
  className?: string
}

const panStep = 60
const pans: ReadonlyMap<string, [x: number, y: number]> = new Map([
  ['ArrowLeft', [panStep, 0]],
  ['ArrowRight', [-panStep, 0]],
  ['ArrowUp', [0, panStep]],
  ['ArrowDown', [0, -panStep]],
])

/**
 * A picture that can be zoomed (buttons, + − 0 1, the wheel while it has the focus or with Ctrl) and moved (arrows,
 * dragging). It begins at a size at which all of it is seen.
 */
export function ZoomPicture({ src, alt, mark, labels, className }: ZoomPictureProps) {
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<Size>({ width: 0, height: 0 })
  const [picture, setPicture] = useState<Size | null>(null)
  /** Null while all of it is to be seen, whatever the room. */
  const [wanted, setWanted] = useState<View | null>(null)
  const [isBroken, setBroken] = useState(false)
  const hintId = useId()
  const view = picture ? (wanted ? centred(wanted, picture, room) : fitView(picture, room)) : null

  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])

  const zoom = (factor: number, at = { x: room.width / 2, y: room.height / 2 }) => {
    if (view) setWanted(zoomedAt(view, factor, at))
  }
  const fullSize = () => {
    if (view) zoom(1 / view.scale)
  }
  const panBy = (x: number, y: number) => {
    if (view) setWanted(moved(view, x, y))
  }

  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && document.activeElement !== box.current) return
    event.preventDefault()
    const place = box.current?.getBoundingClientRect()
    const at = { x: event.clientX - (place?.left ?? 0), y: event.clientY - (place?.top ?? 0) }
    zoom(event.deltaY < 0 ? zoomStep : 1 / zoomStep, at)
  })
  useEffect(() => {
    const element = box.current
    // Not passive, or the page would scroll as well.
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const pan = pans.get(event.key)
    if (pan) panBy(...pan)
    else if (event.key === '+' || event.key === '=') zoom(zoomStep)
    else if (event.key === '-') zoom(1 / zoomStep)
    else if (event.key === '0') setWanted(null)
    else if (event.key === '1') fullSize()
    else return
    event.preventDefault()
  }
  const onPointerMove = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) panBy(event.movementX, event.movementY)
  }

  return (
    <div className={className}>
      <div className="mb-2 flex flex-wrap items-center gap-1">
        <IconButton
          label={labels.zoomOut}
          icon={<Minus size={15} aria-hidden />}
          onClick={() => zoom(1 / zoomStep)}
        />
        <IconButton
          label={labels.zoomIn}
          icon={<Plus size={15} aria-hidden />}
          onClick={() => zoom(zoomStep)}
        />
        <Button look="quiet" size="small" onClick={() => setWanted(null)}>
          <Maximize size={13} aria-hidden />
          {labels.fit}
        </Button>
        <Button look="quiet" size="small" onClick={fullSize}>
          {labels.full}
        </Button>
        <output className="px-1 text-xs text-ink-soft tabular-nums">
          {view && labels.percent(Math.round(view.scale * 100))}
        </output>
        <p id={hintId} className="text-xs text-ink-soft max-sm:sr-only">
          {labels.hint}
        </p>
      </div>
      <section
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: zoomed and moved by keys, so keys must reach it
        tabIndex={0}
        aria-label={alt}
        aria-describedby={hintId}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.focus()
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={onPointerMove}
        className="relative h-[65vh] min-h-64 cursor-grab touch-none overflow-hidden rounded-lg border border-line bg-sunken active:cursor-grabbing"
      >
        <img
          src={src}
          alt={alt}
          draggable={false}
          onError={() => setBroken(true)}
          onLoad={({ currentTarget }) =>
            setPicture({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
          style={
            view && picture
              ? {
                  width: picture.width,
                  height: picture.height,
                  transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
                }
              : { visibility: 'hidden' }
          }
          className="absolute top-0 left-0 max-w-none origin-top-left select-none"
        />
        {isBroken && <p className="p-4 text-ink-soft">{labels.broken}</p>}
        {mark && view && (
          <span
            aria-hidden
            style={{
              left: view.x + mark.x * view.scale,
              top: view.y + mark.y * view.scale,
              width: mark.width * view.scale,
              height: mark.height * view.scale,
            }}
            className="pointer-events-none absolute rounded-sm outline-3 outline-offset-1 outline-danger"
          />
        )}
      </section>
    </div>
  )
}
