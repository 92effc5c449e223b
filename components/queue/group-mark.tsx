import type { QueueGroup } from '../../lib/queue/flag.ts'
import { classNames } from '../ui/class-names.ts'

const looks: Record<QueueGroup, string> = {
  trademark: 'bg-trademark',
  copyright: 'bg-copyright',
  patent: 'bg-patent',
  undecided: 'border-[1.5px] border-undecided',
}

const letters: Record<QueueGroup, string> = { trademark: 'T', copyright: 'C', patent: 'P', undecided: '?' }

/** The group's sign: colour and letter, so that colour alone never says it. */
export function GroupMark({ group }: { group: QueueGroup }) {
  return (
    <span
      aria-hidden
      className={classNames(
        'inline-flex size-4 shrink-0 items-center justify-center rounded text-[0.625rem] leading-none font-bold forced-colors:border forced-colors:border-current',
        looks[group],
        group === 'undecided' ? 'text-undecided' : 'text-surface',
      )}
    >
      {letters[group]}
    </span>
  )
}
