import { Copy, Trash2, X } from 'lucide-react'
import { queueGroups } from '../../lib/complaints/group-by-ip-type.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import { IconButton } from '../ui/button.tsx'
import { GroupMark } from './group-mark.tsx'
import { words } from './words.ts'

interface SelectionBarProps {
  count: number
  onType(group: QueueGroup): void
  onCopyLinks(): void
  onRemove(): void
  onClear(): void
}

/** What may be done with all selected listings. */
export function SelectionBar({ count, onType, onCopyLinks, onRemove, onClear }: SelectionBarProps) {
  return (
    <section
      aria-label={words.selected(count)}
      className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-t border-line bg-sunken py-1.5 pe-2 ps-3"
    >
      <IconButton
        label={words.clearSelection}
        icon={<X size={15} aria-hidden />}
        className="-ms-1.5"
        onClick={onClear}
      />
      <p className="-ms-1.5 flex-1 font-medium whitespace-nowrap tabular-nums">{words.selected(count)}</p>
      <fieldset className="m-0 flex min-w-0 overflow-hidden rounded-md border border-line bg-raised p-0">
        <legend className="sr-only">{words.changeType}</legend>
        {queueGroups.map((group) => (
          <button
            key={group}
            type="button"
            onClick={() => onType(group)}
            className="flex h-7 items-center gap-1 border-s border-line px-1.5 text-xs first-of-type:border-s-0 hover:bg-hover focus-visible:-outline-offset-2"
          >
            <GroupMark group={group} />
            {words.group[group]}
          </button>
        ))}
      </fieldset>
      <div className="flex">
        <IconButton label={words.copyLinks} icon={<Copy size={15} aria-hidden />} onClick={onCopyLinks} />
        <IconButton
          label={words.remove}
          icon={<Trash2 size={15} aria-hidden />}
          className="hover:text-danger"
          onClick={onRemove}
        />
      </div>
    </section>
  )
}
