import { useLiveQuery } from 'dexie-react-hooks'
import { useRef } from 'react'
import type { ItemEvidence, ItemEvidenceNow } from '../../lib/queue/listing-state.ts'
import type { QueueServices } from './services.ts'
import { useBeingGathered } from './use-being-gathered.ts'

const none: ReadonlyMap<string, ItemEvidenceNow> = new Map()

/** What was gathered on the item pages of the listings in view, by comId, kept up to date while it is gathered. */
export function useItemEvidence(
  services: Pick<QueueServices, 'itemEvidence' | 'capturesBeingGathered'>,
  comIds: string[],
): ReadonlyMap<string, ItemEvidenceNow> {
  const last = useRef(none)
  const found = useLiveQuery(() => services.itemEvidence(comIds), [services, comIds.join()])
  if (found) last.current = found
  const items = last.current
  const isAnyOpen = [...items.values()].some(({ state }) => state === 'gathering')
  const beingGathered = useBeingGathered(services, isAnyOpen)
  if (!isAnyOpen) return items
  return new Map(
    [...items].map(([comId, item]) => [comId, { ...item, state: stateNow(item, beingGathered) }]),
  )
}

/** Open in the store but at nobody's hand: it was interrupted. */
const stateNow = (
  { state, openCaptureId }: ItemEvidenceNow,
  beingGathered: ReadonlySet<string>,
): ItemEvidence => (state === 'gathering' && !beingGathered.has(openCaptureId ?? '') ? 'interrupted' : state)
