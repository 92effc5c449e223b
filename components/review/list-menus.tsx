import { Bookmark, BookmarkPlus, Check, Columns3, ListFilter, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { everything, type ReviewFilter } from '../../lib/queue/review/review-filter.ts'
import {
  type ReviewColumn,
  type ReviewSettings,
  reviewColumns,
} from '../../lib/queue/review/review-settings.ts'
import { Button } from '../ui/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { words } from './words.ts'

/** Filters that everybody needs. */
const offered: ReadonlyArray<{ name: string; filter: ReviewFilter }> = [
  { name: words.toDecide, filter: { ...everything, type: 'undecided' } },
  { name: words.rightMissing, filter: { ...everything, right: 'none' } },
  { name: words.withoutEvidence, filter: { ...everything, verdict: 'infringing', evidence: 'without' } },
  { name: words.mark.skipped, filter: { ...everything, mark: 'skipped' } },
  { name: words.mark.disagreed, filter: { ...everything, mark: 'disagreed' } },
]

interface FiltersMenuProps {
  settings: ReviewSettings
  onChoose(filter: ReviewFilter): void
  onSave(): void
  onForget(name: string): void
}

/** Filters by name: the offered ones and the person's own. */
export function FiltersMenu({ settings, onChoose, onSave, onForget }: FiltersMenuProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Menu
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small">
          <ListFilter size={13} aria-hidden />
          {words.saved}
        </Button>
      }
    >
      {[...offered, ...settings.saved].map(({ name, filter }) => (
        <MenuItem key={name} icon={<Bookmark size={14} />} onSelect={() => onChoose(filter)}>
          {name}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={<BookmarkPlus size={14} />} onSelect={onSave}>
        {words.saveFilter}
      </MenuItem>
      {settings.saved.map(({ name }) => (
        <MenuItem key={name} icon={<Trash2 size={14} />} onSelect={() => onForget(name)}>
          {words.forget(name)}
        </MenuItem>
      ))}
    </Menu>
  )
}

interface ColumnsMenuProps {
  settings: ReviewSettings
  onToggle(column: ReviewColumn, isShown: boolean): void
}

/** Which columns are shown. */
export function ColumnsMenu({ settings, onToggle }: ColumnsMenuProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Menu
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small">
          <Columns3 size={13} aria-hidden />
          {words.columns}
        </Button>
      }
    >
      {reviewColumns.map((column) => {
        const isShown = settings.columns.includes(column)
        return (
          <MenuItem
            key={column}
            icon={isShown ? <Check size={14} /> : null}
            onSelect={() => onToggle(column, !isShown)}
          >
            {words.columnChoice(words.column[column], isShown)}
          </MenuItem>
        )
      })}
    </Menu>
  )
}
