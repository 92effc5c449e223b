import { useLiveQuery } from 'dexie-react-hooks'
import { CalendarClock } from 'lucide-react'
import { endingsOf } from '../../lib/rights/endings.ts'
import { calendarDateOf } from '../../lib/rights/expiry.ts'
import { endingLine, endingWords, fieldOfEnding, toneOfExpiry } from '../rights/ending-words.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import type { QueueServices } from './services.ts'
import { words } from './words.ts'

const tones = {
  danger: 'bg-danger-soft text-danger',
  warn: 'bg-warn-soft text-warn',
  plain: 'bg-sunken text-ink',
}

/** One line where a right or a power of attorney ends within 90 days: complaints on it fail from then on. */
export function EndingLine({
  services,
}: {
  services: Pick<QueueServices, 'rights' | 'openRight' | 'clock'>
}) {
  const rights = useLiveQuery(() => services.rights(), [services])
  const { wallMs, offsetMinutes } = services.clock()
  const [first, ...others] = endingsOf(rights ?? [], calendarDateOf(wallMs, offsetMinutes))
  if (!first) return null
  return (
    <div
      className={classNames(
        'flex shrink-0 items-center gap-2 border-b border-line py-1 pe-2 ps-3',
        tones[toneOfExpiry(first.expiry)],
      )}
    >
      <CalendarClock size={14} aria-hidden className="shrink-0" />
      <p className="min-w-0 flex-1 truncate" dir="auto">
        {endingLine(first)}
        {others.length > 0 && ` ${endingWords.more(others.length)}.`}
      </p>
      <Button
        size="small"
        look="quiet"
        onClick={() => services.openRight(first.right.rightId, fieldOfEnding(first))}
      >
        {words.openEnding}
      </Button>
    </div>
  )
}
