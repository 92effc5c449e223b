import { Copy, Ellipsis, ExternalLink, FileSearch, NotebookPen, ShieldCheck, Trash2 } from 'lucide-react'
import { queueGroups } from '../../lib/complaints/group-by-ip-type.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { QueueEntry } from '../../lib/queue/queue-entry.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { GroupMark } from './group-mark.tsx'
import { titleOf } from './row-facts.ts'
import { words } from './words.ts'

export interface RowCommands {
  open(entry: QueueEntry): void
  copyLink(entry: QueueEntry): void
  editNote(entry: QueueEntry): void
  showEvidence(entry: QueueEntry): void
  evidencePack(entry: QueueEntry, group: QueueGroup): void
  remove(entry: QueueEntry): void
  changeType(entry: QueueEntry, group: QueueGroup): void
}

interface RowMenuProps {
  entry: QueueEntry
  group: QueueGroup
  open: boolean
  tabIndex: number
  commands: RowCommands
  onOpenChange(open: boolean): void
  returnFocus(): void
}

/** What may be done with one listing. The menu itself exists only while it is open: rows must stay cheap. */
export function RowMenu({ entry, group, open, tabIndex, commands, onOpenChange, returnFocus }: RowMenuProps) {
  const trigger = (
    <IconButton
      label={words.more(titleOf(entry))}
      icon={<Ellipsis size={16} aria-hidden />}
      tabIndex={tabIndex}
      aria-haspopup="menu"
      aria-expanded={open}
      onClick={open ? undefined : () => onOpenChange(true)}
    />
  )
  if (!open) return trigger
  return (
    <Menu open onOpenChange={onOpenChange} trigger={trigger} returnFocus={returnFocus}>
      <MenuItem icon={<ExternalLink size={15} />} shortcut="o" onSelect={() => commands.open(entry)}>
        {words.openListing}
      </MenuItem>
      <MenuItem icon={<Copy size={15} />} onSelect={() => commands.copyLink(entry)}>
        {words.copyLink}
      </MenuItem>
      <MenuItem icon={<NotebookPen size={15} />} shortcut="n" onSelect={() => commands.editNote(entry)}>
        {entry.flag.note ? words.editNote : words.addNote}
      </MenuItem>
      <MenuItem icon={<FileSearch size={15} />} shortcut="v" onSelect={() => commands.showEvidence(entry)}>
        {words.showEvidence}
      </MenuItem>
      <MenuItem icon={<ShieldCheck size={15} />} onSelect={() => commands.evidencePack(entry, group)}>
        {words.evidenceOfListing}
      </MenuItem>
      <MenuSeparator />
      <MenuChoice
        label={words.type}
        value={group}
        onChange={(value) => {
          const wanted = queueGroups.find((candidate) => candidate === value)
          if (wanted && wanted !== group) commands.changeType(entry, wanted)
        }}
        choices={queueGroups.map((value) => ({
          value,
          label: words.group[value],
          shortcut: words.groupKey[value],
          mark: <GroupMark group={value} />,
        }))}
      />
      <MenuSeparator />
      <MenuItem icon={<Trash2 size={15} />} shortcut="Del" danger onSelect={() => commands.remove(entry)}>
        {words.remove}
      </MenuItem>
    </Menu>
  )
}
