import type { Failure } from '../../lib/core/result.ts'
import type { ListingState, ListingStates } from '../../lib/messaging/protocol.ts'
import { fewTries, type SendToBackground } from '../../lib/messaging/send-to-background.ts'
import type { IpType } from '../../lib/queue/flag.ts'
import { type ListingView, unjudged } from './listing-view.ts'

/** The background answers for at most this many listings at a time. */
const batchSize = 200

/** How the listings of this page stand: what the background knows, overlaid by what is being saved. */
export interface ListingStore {
  view(comId: string): ListingView
  /** IP type that one click uses. */
  lastIpType(): IpType
  /** Whether a click in the page may take a screenshot; false until the background said so. */
  canScreenshot(): boolean
  /** Asks for listings that were not asked for yet. */
  ensure(comIds: string[]): Promise<void>
  /** Asks again for everything known, or for these. */
  refresh(comIds?: string[]): Promise<void>
  show(comId: string, view: ListingView): void
  rememberIpType(ipType: IpType): void
  onChange(listener: (comIds: string[] | 'all') => void): void
}

/** @param onFailure told once in a row of failures, so that an outage is one note and not sixty. */
export function createListingStore(
  send: SendToBackground,
  onFailure: (failure: Failure) => void,
): ListingStore {
  const known = new Map<string, ListingState>()
  const asked = new Set<string>()
  const overlay = new Map<string, ListingView>()
  const listeners: Array<(comIds: string[] | 'all') => void> = []
  let lastIpType: IpType = 'trademark'
  let canScreenshot = false
  let isFailing = false
  /** Counts changes made here, so that an answer which was on its way meanwhile does not overwrite them. */
  const changedHere = new Map<string, number>()
  let changes = 0

  const changed = (comIds: string[] | 'all') => {
    for (const listener of listeners) listener(comIds)
  }

  function learn(comIds: string[], answer: ListingStates, changesThen: number): void {
    const isNewType = answer.lastIpType !== lastIpType
    lastIpType = answer.lastIpType
    canScreenshot = answer.canScreenshot
    const judged: string[] = []
    for (const comId of comIds) {
      if ((changedHere.get(comId) ?? 0) > changesThen) continue
      const state = answer.states[comId]
      // Most listings were never judged and still are not: nothing of them is drawn again.
      if (state || known.has(comId)) judged.push(comId)
      if (state) known.set(comId, state)
      else known.delete(comId)
    }
    if (isNewType || judged.length > 0) changed(isNewType ? 'all' : judged)
  }

  async function ask(comIds: string[]): Promise<void> {
    for (const comId of comIds) asked.add(comId)
    for (let start = 0; start < comIds.length; start += batchSize) {
      const batch = comIds.slice(start, start + batchSize)
      const changesThen = changes
      const answer = await send('listing.states', { comIds: batch }, fewTries)
      if (answer.ok) {
        isFailing = false
        learn(batch, answer.value, changesThen)
        continue
      }
      for (const comId of batch) asked.delete(comId)
      if (!isFailing) onFailure(answer.error)
      isFailing = true
      return
    }
  }

  return {
    view(comId) {
      const shown = overlay.get(comId)
      if (shown) return shown
      const state = known.get(comId)
      return state ? { phase: 'judged', state } : unjudged
    },
    lastIpType: () => lastIpType,
    canScreenshot: () => canScreenshot,
    async ensure(comIds) {
      const unasked = [...new Set(comIds)].filter((comId) => !asked.has(comId))
      if (unasked.length > 0) await ask(unasked)
    },
    refresh: (comIds = [...asked]) => ask(comIds),
    show(comId, view) {
      changedHere.set(comId, ++changes)
      if (view.phase === 'judged') {
        overlay.delete(comId)
        known.set(comId, view.state)
        asked.add(comId)
      } else if (view.phase === 'unjudged') {
        overlay.delete(comId)
        known.delete(comId)
      } else {
        overlay.set(comId, view)
      }
      changed([comId])
    },
    rememberIpType(ipType) {
      if (ipType === lastIpType) return
      lastIpType = ipType
      changed('all')
    },
    onChange: (listener) => {
      listeners.push(listener)
    },
  }
}
