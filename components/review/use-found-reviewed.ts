import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import { type FoundReviewed, findReviewed } from '../../lib/queue/review/find-reviewed.ts'
import { everything, type ReviewFilter, type ReviewSort } from '../../lib/queue/review/review-filter.ts'
import type { ReviewReader } from '../../lib/queue/review/review-reader.ts'
import { reviewHash } from './review-view.ts'
import { words } from './words.ts'

export interface ReviewFound {
  /** How many judgements there are; null while that is read. */
  total: number | null
  /** Null until the first ones are found. */
  flagIds: readonly string[] | null
  /** How far the search is; null where it has ended. */
  progress: { lookedAt: number; of: number } | null
  failure: Failure | null
}

interface Search {
  key: string
  found: FoundReviewed | null
  failure: Failure | null
}

/**
 * The judgements that the filter lets through, as they are found, and anew after every change. A search that runs
 * again shows what it had found until it has found as much.
 */
export function useFoundReviewed(reader: ReviewReader, filter: ReviewFilter): ReviewFound {
  const key = reviewHash(filter)
  const total = useLiveQuery(() => reader.total(), [reader])
  const isAll = key === reviewHash({ ...everything, sort: filter.sort }) && isByTime(filter.sort)
  const first = useLiveQuery(
    async () => ({
      key,
      flagIds: isAll && isByTime(filter.sort) ? await reader.first(filter.sort, firstShown) : null,
    }),
    [reader, key],
  )
  const changed = useLiveQuery(
    async () => ({ key, candidates: await reader.candidates(filter) }),
    [reader, key],
  )
  const [search, setSearch] = useState<Search>({ key: '', found: null, failure: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says whether the filter is another one
  useEffect(() => {
    // Until the filter's own are read, those of the filter before are there.
    if (changed?.key !== key) return
    const { candidates } = changed
    const stop = new AbortController()
    const run = async () => {
      try {
        for await (const found of findReviewed(reader, filter, stop.signal, candidates)) {
          if (stop.signal.aborted) return
          setSearch((before) => (isBehind(found, before, key) ? before : { key, found, failure: null }))
        }
      } catch (error) {
        if (!stop.signal.aborted) setSearch({ key, found: null, failure: failureFrom(error, words.failed) })
      }
    }
    void run()
    return () => stop.abort()
  }, [reader, changed, key])

  const shown = first?.key === key && search.key !== key ? first.flagIds : null
  if (shown && shown.length > 0) {
    // Where more may come nothing is played, and nothing is said to be all, until they are there.
    const progress = { lookedAt: shown.length, of: total ?? shown.length }
    const isWhole = shown.length < firstShown
    return { total: total ?? null, flagIds: shown, progress: isWhole ? null : progress, failure: null }
  }
  const { found, failure } = search.key === key ? search : { found: null, failure: null }
  return {
    total: total ?? null,
    flagIds: found?.flagIds ?? null,
    progress: found && found.lookedAt < found.of ? found : null,
    failure,
  }
}

/** More than a window shows, few enough to be there at once. */
const firstShown = 60

const isByTime = (sort: ReviewSort): sort is 'newest' | 'oldest' => sort === 'newest' || sort === 'oldest'

const isBehind = (found: FoundReviewed, before: Search, key: string): boolean =>
  before.key === key &&
  before.found !== null &&
  found.lookedAt < found.of &&
  found.flagIds.length < before.found.flagIds.length
