import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useRef, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { EvidenceReader } from '../../lib/evidence/evidence-reader.ts'
import { type CaptureFilter, type FoundCaptures, findCaptures } from '../../lib/evidence/find-captures.ts'

interface Search {
  /** Of which filter. */
  key: string
  found: FoundCaptures | null
  failure: Failure | null
}

export interface CapturesView {
  /** How many captures there are; null while that is read. */
  total: number | null
  /** Newest first; null until the first ones are found. */
  captureIds: string[] | null
  /** How far the search is; null where it has ended. */
  progress: { lookedAt: number; of: number } | null
  failure: Failure | null
}

/** More than a window shows, few enough to be there at once. */
const firstShown = 60

/**
 * The captures that the filter lets through, as they are found. New captures are looked at as they come; while
 * that goes on what was found before stays.
 */
export function useFoundCaptures(reader: EvidenceReader, filter: CaptureFilter): CapturesView {
  const newest = useLiveQuery(() => reader.newestIds(firstShown), [reader])
  const all = useLiveQuery(() => reader.captureIds(), [reader])
  const { text, state } = filter
  const key = `${state} ${text.trim()}`
  const isAll = state === 'all' && text.trim() === ''
  const [search, setSearch] = useState<Search>({ key: '', found: null, failure: null })
  const shown = useRef<{ key: string; captureIds: string[] | null }>({ key: '', captureIds: null })

  useEffect(() => {
    if (isAll || !all) return
    const stop = new AbortController()
    const run = async () => {
      try {
        for await (const found of findCaptures(reader, { text, state }, stop.signal)) {
          if (stop.signal.aborted) return
          setSearch({ key, found, failure: null })
        }
      } catch (error) {
        if (!stop.signal.aborted) {
          setSearch({ key, found: null, failure: failureFrom(error, 'searching the evidence') })
        }
      }
    }
    void run()
    return () => stop.abort()
  }, [reader, all, text, state, key, isAll])

  const total = all?.length ?? null
  if (isAll) return { total, captureIds: all ?? newest ?? null, progress: null, failure: null }
  const { found, failure } = search.key === key ? search : { found: null, failure: null }
  const isEnded = found !== null && found.lookedAt >= found.of
  // A search that runs again because a capture came shows what it had found, until it has found as much.
  const before = shown.current.key === key ? shown.current.captureIds : null
  const isBehind = !isEnded && before !== null && (found?.captureIds.length ?? 0) < before.length
  const captureIds = isBehind ? before : (found?.captureIds ?? null)
  shown.current = { key, captureIds }
  return { total, captureIds, progress: found && !isEnded ? found : null, failure }
}
