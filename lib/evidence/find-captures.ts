import { idPattern } from '../core/ids.ts'
import { type Observation, observedValue } from '../core/observation.ts'
import { comparableText, searchWords } from '../core/search-text.ts'
import { readItemId, readItemNumber } from '../site/item-id.ts'
import type { Capture } from './capture.ts'
import { completenessOf } from './completeness.ts'
import type { EvidenceReader, StoredCapture } from './evidence-reader.ts'
import { importedFromOf } from './imported-from.ts'

export const captureStates = ['all', 'incomplete', 'unsealed', 'disagreeing', 'imported'] as const
/** Which captures a list shows. */
export type CaptureState = (typeof captureStates)[number]

export interface CaptureFilter {
  /** Every word must stand in title, numbers, seller, search, address or capture id. */
  text: string
  state: CaptureState
}

/** How far a search is. The ids are those found so far, newest first. */
export interface FoundCaptures {
  captureIds: string[]
  lookedAt: number
  of: number
}

/** Captures that are read at once: few enough that a page stays fluid, many enough that it is fast. */
const step = 150

/**
 * Finds captures, newest first, and yields what was found after every step, so that the first ones show at once
 * and nothing has to be read whole. A capture's id, an item's number or address are looked up by index.
 */
export async function* findCaptures(
  reader: EvidenceReader,
  { text, state }: CaptureFilter,
  signal: AbortSignal,
): AsyncGenerator<FoundCaptures> {
  const exact = await namedExactly(reader, text.trim())
  const words = exact ? [] : searchWords(text)
  let candidates = exact ?? (await reader.captureIds())
  if (state === 'unsealed') {
    const unsealed = await reader.unsealedIds()
    candidates = candidates.filter((captureId) => unsealed.has(captureId))
  }
  const of = candidates.length
  if (words.length === 0 && (state === 'all' || state === 'unsealed')) {
    yield { captureIds: candidates, lookedAt: of, of }
    return
  }
  const captureIds: string[] = []
  for (let from = 0; from < of && !signal.aborted; from += step) {
    const asked = candidates.slice(from, from + step)
    const entries = await reader.stored(asked)
    for (const captureId of asked) {
      const entry = entries.get(captureId)
      if (entry && isInState(entry, state) && hasWords(entry, words)) captureIds.push(captureId)
    }
    yield { captureIds: [...captureIds], lookedAt: from + asked.length, of }
  }
  if (of === 0) yield { captureIds, lookedAt: 0, of }
}

/** By index where the text names one capture or one listing, in whatever form; null where it does not. */
async function namedExactly(reader: EvidenceReader, text: string): Promise<string[] | null> {
  const captureId = text.toUpperCase()
  if (idPattern.test(captureId) && (await reader.stored([captureId])).size > 0) return [captureId]
  const item = URL.canParse(text) ? readItemId(new URL(text)) : readItemNumber(text)
  const ofItem = item ? await reader.captureIdsOfItem(item.comId) : []
  return ofItem.length > 0 ? ofItem : null
}

function isInState({ capture, job }: StoredCapture, state: CaptureState): boolean {
  if (state === 'imported') return importedFromOf(capture) !== null
  if (state === 'disagreeing') return job !== null && job.disagreements.length > 0
  if (state !== 'incomplete') return true
  if (!job) return true
  return !['complete', 'not-wanted'].includes(completenessOf(job).state)
}

const hasWords = (entry: StoredCapture, words: string[]): boolean => {
  if (words.length === 0) return true
  const text = comparableText(textOf(entry))
  return words.every((word) => text.includes(word))
}

function textOf({ capture, job }: StoredCapture): string {
  const { captureId, comId, sighting } = capture
  const facts = captureFacts(capture)
  const storeNumbers = stated(capture.listing?.storeNumbers) ?? []
  const shownId = stated(capture.listing?.shownId) ?? stated(capture.row?.shownId)
  return [
    ...[captureId, comId, shownId, facts.title, facts.storeName, facts.sellerId, ...storeNumbers],
    ...[stated(job?.pageData?.title), stated(job?.pageData?.sellerId), stated(job?.pageData?.storeName)],
    ...[sighting.pageUrl, sighting.canonicalUrl, sighting.keyword],
  ].join('\n')
}

/** What this very capture states of the listing; null where it does not. */
export function captureFacts({ listing, row }: Pick<Capture, 'listing' | 'row'>) {
  return {
    title: stated(listing?.title) ?? stated(row?.title),
    sellerId: stated(listing?.sellerId) ?? stated(row?.sellerId),
    storeName: stated(listing?.storeName) ?? stated(row?.storeName),
  }
}

const stated = <T>(observation: Observation<T> | undefined): T | null =>
  observation ? observedValue(observation) : null
