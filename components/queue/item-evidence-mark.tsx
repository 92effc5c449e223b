import type { ItemEvidence, ItemEvidenceNow } from '../../lib/queue/listing-state.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { words } from './words.ts'

interface ItemEvidenceMarkProps {
  id: string | undefined
  /** Undefined while it is read. */
  item: ItemEvidenceNow | undefined
}

const tones = {
  none: 'plain',
  gathering: 'busy',
  interrupted: 'warn',
  partial: 'warn',
  cut: 'good',
  complete: 'good',
} as const satisfies Record<ItemEvidence, string>

/** What was gathered on the listing's item page, in a few words. */
export function ItemEvidenceMark({ id, item }: ItemEvidenceMarkProps) {
  if (!item) return <span id={id} />
  const { state, progress } = item
  const { done, of } = progress ?? { done: 0, of: 0 }
  return (
    <StateMark tone={tones[state]} title={words.itemEvidenceLong[state]} className="shrink-0">
      <span id={id} className="whitespace-nowrap tabular-nums">
        {state === 'gathering' ? words.itemEvidence.gathering(done, of) : words.itemEvidence[state]}
      </span>
    </StateMark>
  )
}
