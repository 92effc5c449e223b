import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type Tone = 'plain' | 'good' | 'warn' | 'danger'

const tones: Record<Tone, { look: string; icon: ReactNode }> = {
  plain: { look: 'border-line bg-sunken', icon: <Info size={16} aria-hidden className="text-ink-soft" /> },
  good: {
    look: 'border-good/40 bg-good-soft',
    icon: <CircleCheck size={16} aria-hidden className="text-good" />,
  },
  warn: {
    look: 'border-warn/40 bg-warn-soft',
    icon: <TriangleAlert size={16} aria-hidden className="text-warn" />,
  },
  danger: {
    look: 'border-danger/40 bg-danger-soft',
    icon: <CircleAlert size={16} aria-hidden className="text-danger" />,
  },
}

/** A message in the page, with what can be done about it. */
export function Notice({
  tone,
  children,
  className,
}: {
  tone: Tone
  children: ReactNode
  className?: string
}) {
  return (
    <div className={classNames('flex gap-2.5 rounded-lg border px-3 py-2', tones[tone].look, className)}>
      <span className="mt-0.5 shrink-0">{tones[tone].icon}</span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
