import { ChevronDown, MessageSquarePlus, Scale, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { GroupMark } from '../queue/group-mark.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { type Decision, decisionKeys, decisions } from './decisions.ts'
import { words } from './words.ts'

interface BulkBarProps {
  many: number
  isReadOnly: boolean
  onDecide(decision: Decision): void
  onRight(): void
  onNote(): void
  onRemove(): void
  onClear(): void
}

/** What may be done with everything that is selected. */
export function BulkBar({ many, isReadOnly, ...on }: BulkBarProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <section
      aria-label={words.actOn}
      className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line bg-accent-soft px-4 py-1.5 sm:px-6"
    >
      <span className="font-medium tabular-nums">{words.selected(many)}</span>
      <Menu
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button size="small" disabled={isReadOnly}>
            {words.judgeAs}
            <ChevronDown size={13} aria-hidden />
          </Button>
        }
      >
        {decisions.map((decision) => (
          <MenuItem
            key={decision}
            icon={
              decision === 'trademark' || decision === 'copyright' || decision === 'patent' ? (
                <GroupMark group={decision} />
              ) : null
            }
            shortcut={decisionKeys[decision]}
            onSelect={() => on.onDecide(decision)}
          >
            {words.decision[decision]}
          </MenuItem>
        ))}
      </Menu>
      <Button size="small" disabled={isReadOnly} onClick={on.onRight}>
        <Scale size={13} aria-hidden />
        {words.rightAndReason}
      </Button>
      <Button size="small" disabled={isReadOnly} onClick={on.onNote}>
        <MessageSquarePlus size={13} aria-hidden />
        {words.note}
      </Button>
      <Button size="small" look="danger" disabled={isReadOnly} onClick={on.onRemove}>
        <Trash2 size={13} aria-hidden />
        {words.remove}
      </Button>
      <IconButton
        label={words.clearSelection}
        icon={<X size={14} aria-hidden />}
        onClick={on.onClear}
        className="ms-auto"
      />
    </section>
  )
}
