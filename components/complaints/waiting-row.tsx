import { Check } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { QueuedListing } from '../../lib/complaints/complaint-reader.ts'
import { Thumbnail } from '../queue/thumbnail.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { classNames } from '../ui/class-names.ts'
import { listingTitle, rightName } from './complaint-names.ts'
import type { Known } from './read-known.ts'
import type { WaitingGroup } from './waiting-layout.ts'
import { words } from './words.ts'

interface WaitingRowProps {
  listing: QueuedListing
  group: WaitingGroup
  known: Known
  selected: boolean
  /** The row that Tab reaches; the others are reached with the arrow keys. */
  active: boolean
  onActive(flagId: string): void
  onTick(flagId: string, range: boolean): void
  onAccept(): void
  onChoose(): void
}

/** One waiting listing: what the page stated of it, and what may be done. */
export function WaitingRow({ listing, group, known, selected, active, ...props }: WaitingRowProps) {
  const { flagId, facts, ipType } = listing
  const title = listingTitle(facts)
  const tabIndex = active ? 0 : -1
  return (
    <div
      data-waiting={flagId}
      className={classNames(
        'flex h-full items-center gap-2.5 border-b border-line px-3 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:-outline-offset-2 has-[input:focus-visible]:outline-accent',
        selected ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <Checkbox
        checked={selected}
        tabIndex={tabIndex}
        aria-label={title}
        onChange={() => {}}
        onFocus={() => props.onActive(flagId)}
        onClick={(event: MouseEvent) => props.onTick(flagId, event.shiftKey)}
        className="focus-visible:outline-none"
      />
      <span className="[&>span]:size-11">
        <Thumbnail imageUrl={facts.imageUrl} />
      </span>
      <div className="min-w-0 flex-1">
        <a
          href={facts.url}
          target="_blank"
          rel="noreferrer"
          tabIndex={tabIndex}
          dir="auto"
          title={title}
          className="block truncate font-medium text-ink hover:underline"
        >
          {title}
        </a>
        <p className="truncate text-xs text-ink-soft" dir="auto">
          {facts.storeName ?? words.sellerUnknown}
          {ipType && ` · ${words.ipType[ipType]}`}
        </p>
      </div>
      {group.proposal && (
        <IconButton
          label={words.acceptLong(title, rightName(known, group.proposal.rightId))}
          icon={<Check size={15} aria-hidden />}
          tabIndex={tabIndex}
          onClick={props.onAccept}
        />
      )}
      <Button
        size="small"
        look="quiet"
        tabIndex={tabIndex}
        aria-label={words.chooseLong(title)}
        onClick={props.onChoose}
      >
        {words.choose}
      </Button>
    </div>
  )
}
