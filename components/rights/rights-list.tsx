import type { Holder, Right } from '../../lib/rights/right.ts'
import { Button } from '../ui/button.tsx'
import { rightDraftName } from './draft-store.ts'
import { RightRow } from './right-row.tsx'
import { words } from './words.ts'

interface RightsListProps {
  shown: Right[]
  holders: Holder[]
  today: string
  /** Names of drafts. */
  unsaved: ReadonlySet<string>
  isFiltered: boolean
  onShowAll(): void
  onRemove(right: Right): void
}

export function RightsList({
  shown,
  holders,
  today,
  unsaved,
  isFiltered,
  onShowAll,
  onRemove,
}: RightsListProps) {
  if (shown.length === 0) {
    return isFiltered ? (
      <div className="flex flex-wrap items-center gap-3 rounded-xl border border-line bg-raised p-4">
        <p>{words.list.nothingFound}</p>
        <Button onClick={onShowAll}>{words.list.clear}</Button>
      </div>
    ) : null
  }
  return (
    <ul aria-label={words.list.rights} className="rounded-xl border border-line bg-raised">
      {shown.map((right) => (
        <RightRow
          key={right.rightId}
          right={right}
          holder={holders.find(({ holderId }) => holderId === right.holderId) ?? null}
          today={today}
          isUnsaved={unsaved.has(rightDraftName(right.rightId))}
          onRemove={() => onRemove(right)}
        />
      ))}
    </ul>
  )
}
