import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { drawnGraph, type SellerTie } from '../../lib/sellers/seller-graph.ts'
import { IconButton } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { drawSellers, type SellerDrawing } from './draw-sellers.ts'
import { words } from './graph-words.ts'

interface SellerGraphDrawingProps {
  ties: readonly SellerTie[]
  nameOf(sellerId: string): string
  onOpen(sellerId: string): void
}

/** The links drawn, for the eye and the mouse; keys and screen readers have the table. */
export function SellerGraphDrawing({ ties, nameOf, onOpen }: SellerGraphDrawingProps) {
  const container = useRef<HTMLDivElement>(null)
  const drawing = useRef<SellerDrawing | null>(null)
  const [isMissing, setMissing] = useState(false)
  const scheme = useScheme()
  const graph = useMemo(() => drawnGraph(ties), [ties])
  const draw = useEffectEvent((within: HTMLElement) => drawSellers(within, graph, nameOf, onOpen))
  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours are another drawing
  useEffect(() => {
    if (!container.current) return
    const drawn = draw(container.current)
    drawing.current = drawn
    setMissing(drawn === null)
    return () => drawn?.end()
  }, [graph, scheme])
  const { left } = graph
  return (
    <section aria-label={words.drawing} className="rounded-xl border border-line bg-raised p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-x-4">
        <h2 className="flex-1 text-base font-semibold">{words.drawing}</h2>
        {!isMissing && (
          <div className="flex gap-1">
            <IconButton
              label={words.zoomIn}
              icon={<ZoomIn size={16} aria-hidden />}
              onClick={() => drawing.current?.zoomIn()}
            />
            <IconButton
              label={words.zoomOut}
              icon={<ZoomOut size={16} aria-hidden />}
              onClick={() => drawing.current?.zoomOut()}
            />
            <IconButton
              label={words.whole}
              icon={<Maximize size={16} aria-hidden />}
              onClick={() => drawing.current?.showAll()}
            />
          </div>
        )}
      </div>
      {isMissing ? (
        <Notice tone="plain" className="mt-2">
          {words.noDrawing}
        </Notice>
      ) : (
        <p className="mt-0.5 max-w-prose text-xs text-ink-soft">{words.drawingHint}</p>
      )}
      {left.ties > 0 && !isMissing && (
        <p className="mt-1 text-xs text-ink-soft">{words.left(left.sellers, left.ties)}</p>
      )}
      <div
        ref={container}
        role="img"
        aria-label={words.drawingLabel(graph.sellerIds.length, graph.ties.length)}
        hidden={isMissing}
        className="relative mt-2 h-[min(30rem,60vh)] overflow-hidden rounded-md border border-line bg-surface"
      />
    </section>
  )
}

const darkQuery = '(prefers-color-scheme: dark)'

function useScheme(): 'light' | 'dark' {
  const [isDark, setDark] = useState(() => matchMedia(darkQuery).matches)
  useEffect(() => {
    const query = matchMedia(darkQuery)
    const update = () => setDark(query.matches)
    query.addEventListener('change', update)
    return () => query.removeEventListener('change', update)
  }, [])
  return isDark ? 'dark' : 'light'
}
