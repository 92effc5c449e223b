import { ChevronDown, ChevronRight, Copy, Download, Package, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { QueueEntry } from '../../lib/queue/queue-entry.ts'
import { locale } from '../language/language.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { classNames } from '../ui/class-names.ts'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { GroupMark } from './group-mark.tsx'
import { words } from './words.ts'

interface GroupHeadProps {
  group: QueueGroup
  entries: QueueEntry[]
  selectedCount: number
  /** How many of them have no screenshot. */
  lackingCount: number
  folded: boolean
  listId: string
  onFold(): void
  onSelectAll(): void
  onCopyLinks(): void
  onExport(): void
  onEvidence(): void
}

export function GroupHead(props: GroupHeadProps) {
  const { group, entries, selectedCount, lackingCount, folded, listId } = props
  const name = words.group[group]
  const [menuOpen, setMenuOpen] = useState(false)
  return (
    <div className="sticky top-0 z-10 flex h-10 items-center gap-2.5 border-b border-line bg-sunken pe-2 ps-3">
      <Checkbox
        checked={selectedCount === entries.length}
        mixed={selectedCount > 0 && selectedCount < entries.length}
        aria-label={words.selectGroup(name, entries.length)}
        title={words.selectGroup(name, entries.length)}
        onChange={props.onSelectAll}
      />
      <h2 className="min-w-0 flex-1 text-[0.8125rem] font-semibold">
        <button
          type="button"
          aria-expanded={!folded}
          aria-controls={folded ? undefined : listId}
          onClick={props.onFold}
          className="flex h-8 w-full items-center gap-2 rounded-md"
        >
          <GroupMark group={group} />
          {name}
          <span className="font-normal text-ink-soft tabular-nums">
            {entries.length.toLocaleString(locale)}
          </span>
          <ChevronRight
            size={14}
            aria-hidden
            className={classNames('text-ink-soft', !folded && 'rotate-90')}
          />
          {lackingCount > 0 && (
            <span className="truncate text-xs font-normal text-ink-soft">{words.lacking(lackingCount)}</span>
          )}
        </button>
      </h2>
      <IconButton
        label={words.copyGroupLinks(name, entries.length)}
        icon={<Copy size={15} aria-hidden />}
        onClick={props.onCopyLinks}
      />
      <div className="flex">
        <Button
          size="small"
          aria-label={words.exportGroupLong(name)}
          title={words.exportGroupLong(name)}
          onClick={props.onExport}
          className="rounded-e-none"
        >
          <Download size={14} aria-hidden />
          {words.exportGroup}
        </Button>
        <Menu
          open={menuOpen}
          onOpenChange={setMenuOpen}
          trigger={
            <Button
              size="small"
              aria-label={words.exportMenu(name)}
              title={words.exportMenu(name)}
              className="-ms-px rounded-s-none px-1"
            >
              <ChevronDown size={14} aria-hidden />
            </Button>
          }
        >
          <MenuItem icon={<Package size={15} />} onSelect={props.onExport}>
            {words.complaintPack}
          </MenuItem>
          <MenuItem icon={<ShieldCheck size={15} />} onSelect={props.onEvidence}>
            {words.evidencePack}
          </MenuItem>
        </Menu>
      </div>
    </div>
  )
}
