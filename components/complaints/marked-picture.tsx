import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from 'react'
import type { Comparison } from '../../lib/complaints/complaint.ts'
import { comparisonWords as words } from './comparison-words.ts'

type Differences = Comparison['differences']

interface MarkedPictureProps {
  url: string
  alt: string
  differences: Differences
  onAdd(x: number, y: number): void
  onMove(at: number, x: number, y: number): void
  onRemove(at: number): void
}

const steps: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The listing's picture with its numbers: placed by click, moved by pointer or arrow keys. */
export function MarkedPicture({ url, alt, differences, onAdd, onMove, onRemove }: MarkedPictureProps) {
  const picture = useRef<HTMLImageElement>(null)
  const dragged = useRef<number | null>(null)
  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }): [number, number] => {
    const box = picture.current?.getBoundingClientRect()
    if (!box || box.width === 0 || box.height === 0) return [0.5, 0.5]
    return [share((clientX - box.left) / box.width), share((clientY - box.top) / box.height)]
  }
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const step = steps[event.key]
    const difference = differences[at]
    if (event.key === 'Delete') onRemove(at)
    else if (step && difference) {
      const by = event.shiftKey ? 0.05 : 0.01
      onMove(at, share(difference.x + step[0] * by), share(difference.y + step[1] * by))
    } else return
    event.preventDefault()
  }
  return (
    <div className="relative w-full">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button "Add a difference" does the same by key */}
      <img
        ref={picture}
        src={url}
        alt={alt}
        draggable={false}
        onClick={(event: MouseEvent) => onAdd(...placeOf(event))}
        className="block h-auto w-full cursor-crosshair rounded border border-line"
      />
      {differences.map(({ x, y, text }, at) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: the number is the place in the list
          key={at}
          type="button"
          aria-label={words.marker(at + 1, text)}
          style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
          onKeyDown={(event) => onKeyDown(event, at)}
          onPointerDown={(event: PointerEvent) => {
            dragged.current = at
            event.currentTarget.setPointerCapture(event.pointerId)
          }}
          onPointerMove={(event: PointerEvent) => {
            if (dragged.current === at) onMove(at, ...placeOf(event))
          }}
          onPointerUp={() => {
            dragged.current = null
          }}
          className="absolute flex size-6 -translate-x-1/2 -translate-y-1/2 cursor-move touch-none items-center justify-center rounded-full border-2 border-[#fff] bg-[#b3261e] text-xs font-bold text-[#fff] shadow"
        >
          {at + 1}
        </button>
      ))}
    </div>
  )
}

const share = (value: number): number => Math.max(0, Math.min(1, value))
