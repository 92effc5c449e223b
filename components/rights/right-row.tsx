import { CircleAlert, CircleCheck, CircleDashed, CircleX, Clock, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { checkRightToFile } from '../../lib/complaints/check-right-to-file.ts'
import { expiryOf } from '../../lib/rights/expiry.ts'
import { nameOfRight } from '../../lib/rights/new-right.ts'
import type { Holder, PortalStatus, Right } from '../../lib/rights/right.ts'
import { IconButton } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { endingWords, toneOfExpiry, whenOf } from './ending-words.ts'
import { rightHash } from './rights-view.ts'
import { TypeMark } from './type-mark.tsx'
import { shownName, stateNames, words } from './words.ts'

const stateLooks: Record<PortalStatus['state'], { look: string; icon: ReactNode }> = {
  'not-recorded': { look: 'text-ink-soft', icon: <CircleDashed size={14} /> },
  pending: { look: 'text-warn', icon: <Clock size={14} /> },
  verified: { look: 'text-good', icon: <CircleCheck size={14} /> },
  refused: { look: 'text-danger', icon: <CircleX size={14} /> },
}

interface RightRowProps {
  right: Right
  holder: Holder | null
  today: string
  isUnsaved: boolean
  onRemove(): void
}

/** One right in the list: what it is, how it stands on the portal, when it ends, what is open. */
export function RightRow({ right, holder, today, isUnsaved, onRemove }: RightRowProps) {
  const name = shownName(nameOfRight(right), right.ipType)
  const points = checkRightToFile(right, holder, { ipType: null, today })
  const isBlocked = points.some(({ severity }) => severity === 'blocking')
  const facts = [
    right.number ? words.list.number(right.number) : words.list.noNumber,
    right.jurisdiction,
    holder?.name,
  ]
  const { look, icon } = stateLooks[right.portal.state]
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2.5 last:border-b-0 md:grid-cols-[auto_minmax(0,1fr)_27rem_auto]">
      <TypeMark ipType={right.ipType} />
      <div className="min-w-0">
        <a
          href={rightHash(right.rightId)}
          dir="auto"
          className="block truncate text-sm font-medium text-ink hover:text-accent hover:underline"
        >
          {name}
        </a>
        <p className="truncate text-ink-soft" dir="auto">
          {facts.filter(Boolean).join(' · ')}
        </p>
        {isUnsaved && <p className="text-warn">{words.list.unsaved}</p>}
      </div>
      <div className="col-span-2 col-start-2 row-start-2 flex flex-wrap gap-x-4 gap-y-0.5 md:col-span-1 md:col-start-3 md:row-start-1 md:grid md:grid-cols-[10rem_9.5rem_1fr] md:gap-x-2">
        <span className={classNames('flex items-center gap-1.5', look)}>
          <span aria-hidden>{icon}</span>
          {stateNames[right.portal.state]}
        </span>
        <span className="whitespace-nowrap">
          <End right={right} today={today} />
        </span>
        <span>
          {points.length > 0 && (
            <span
              className={classNames('flex items-center gap-1.5', isBlocked ? 'text-danger' : 'text-warn')}
            >
              <CircleAlert size={14} aria-hidden />
              {words.points.short(points.length)}
            </span>
          )}
        </span>
      </div>
      <IconButton
        label={words.list.removeRight(name)}
        icon={<Trash2 size={15} aria-hidden />}
        className="col-start-3 row-start-1 md:col-start-4"
        onClick={onRemove}
      />
    </li>
  )
}

const tones = { danger: 'font-medium text-danger', warn: 'font-medium text-warn', plain: 'text-ink' }

function End({ right: { validUntil }, today }: Pick<RightRowProps, 'right' | 'today'>) {
  const expiry = expiryOf(validUntil, today)
  if (validUntil === null || expiry.state === 'no-end') {
    return <span className="text-ink-soft">{endingWords.noEnd}</span>
  }
  if (expiry.state === 'far') {
    return <span className="text-ink-soft tabular-nums">{endingWords.until(validUntil)}</span>
  }
  return <span className={tones[toneOfExpiry(expiry)]}>{whenOf(expiry, validUntil)}</span>
}
