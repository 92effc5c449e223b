import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type Tone = 'good' | 'warn' | 'danger' | 'plain' | 'busy'

const looks: Record<Tone, { text: string; icon: ReactNode }> = {
  good: { text: 'text-good', icon: <CircleCheck size={14} /> },
  warn: { text: 'text-warn', icon: <TriangleAlert size={14} /> },
  danger: { text: 'text-danger', icon: <CircleAlert size={14} /> },
  plain: { text: 'text-ink-soft', icon: <CircleDashed size={14} /> },
  busy: {
    text: 'text-accent',
    icon: <LoaderCircle size={14} className="animate-spin motion-reduce:animate-none" />,
  },
}

interface StateMarkProps {
  tone: Tone
  children: ReactNode
  /** Said in full on hovering, where it may be cut. */
  title?: string
  className?: string
}

/** How something stands: a sign and a few words, never a colour alone. */
export const StateMark = ({ tone, children, title, className }: StateMarkProps) => (
  <span title={title} className={classNames('flex min-w-0 items-start gap-1.5', looks[tone].text, className)}>
    <span aria-hidden className="mt-[0.1875rem] shrink-0">
      {looks[tone].icon}
    </span>
    <span className="min-w-0">{children}</span>
  </span>
)
