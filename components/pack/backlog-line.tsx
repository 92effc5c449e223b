import { ShieldAlert } from 'lucide-react'
import { type CopyBacklog, isPressing } from '../../lib/pack/second-copy/second-copy.ts'
import { classNames } from '../ui/class-names.ts'
import { backlogWords as words } from './backlog-words.ts'

/** How second copies stand, as far as a line says it. */
export interface CopyState {
  backlog: CopyBacklog
  hasPlace: boolean
  /** Whether the browser waits for the person's permission to write into the folder. */
  waitsForPermission: boolean
}

interface BacklogLineProps {
  state: CopyState
  nowMs: number
  /** Opens the settings, where something can be done about it. */
  onOpen(): void
}

/** Says how much evidence is in this browser alone; nothing where there is none. */
export function BacklogLine({ state, nowMs, onOpen }: BacklogLineProps) {
  const { backlog, hasPlace, waitsForPermission } = state
  if (backlog.captures === 0) return null
  const presses = isPressing(backlog, nowMs)
  const needsPerson = !hasPlace || waitsForPermission || backlog.failed > 0
  return (
    <section
      aria-label={words.region}
      className={classNames(
        'flex shrink-0 items-center gap-2.5 border-b px-3 py-1.5 text-ink',
        presses ? 'border-danger/40 bg-danger-soft font-semibold' : 'border-line',
      )}
    >
      <ShieldAlert
        size={presses ? 18 : 15}
        aria-hidden
        className={classNames('shrink-0', presses ? 'text-danger' : 'text-ink-soft')}
      />
      <p role={presses ? 'alert' : undefined} className="min-w-0 flex-1">
        {words.waiting(backlog.captures)}{' '}
        {!hasPlace
          ? words.noPlace
          : waitsForPermission
            ? words.permission
            : backlog.failed > 0
              ? words.failed(backlog.failed)
              : ''}
      </p>
      {(needsPerson || presses) && (
        <button
          type="button"
          onClick={onOpen}
          className="h-7 shrink-0 rounded-md px-2 font-medium text-accent hover:underline"
        >
          {!hasPlace ? words.setUp : waitsForPermission ? words.goOn : words.look}
        </button>
      )}
    </section>
  )
}
