import type { ReactNode } from 'react'
import { DocketMark } from './docket-mark.tsx'

interface PageFrameProps {
  product: string
  /** Stands above everything else. */
  banner?: ReactNode
  children: ReactNode
}

/** The frame of a page in a tab of its own: the product's name above, the content below. */
export function PageFrame({ product, banner, children }: PageFrameProps) {
  return (
    <div className="min-h-screen">
      {banner}
      <header className="flex h-12 items-center gap-2 border-b border-line px-6">
        <DocketMark />
        <span className="text-sm font-semibold">{product}</span>
      </header>
      {children}
    </div>
  )
}
