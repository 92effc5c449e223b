import { useEffect, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { Found } from '../../lib/search/found.ts'
import type { SearchServices } from './services.ts'

interface Search {
  text: string
  found: Found | null
  failure: Failure | null
}

/** Few enough that it seems to be at once, many enough that not every letter of a fast typist is searched. */
const pauseMs = 60

/** What is found to the text. While the next one is searched for, what was found before stays. */
export function useSearch(services: SearchServices, text: string): Search & { isSearching: boolean } {
  const [search, setSearch] = useState<Search>({ text: '', found: null, failure: null })
  const [caughtUp, setCaughtUp] = useState(0)
  const wanted = text.trim()

  useEffect(() => {
    const stop = new AbortController()
    services.catchUp(stop.signal).then(
      (isMore) => isMore && !stop.signal.aborted && setCaughtUp((times) => times + 1),
      // The search itself says why nothing can be read.
      (error: unknown) =>
        !stop.signal.aborted &&
        setSearch((now) => ({ ...now, failure: failureFrom(error, 'reading what captures say of sellers') })),
    )
    return () => stop.abort()
  }, [services])

  // biome-ignore lint/correctness/useExhaustiveDependencies: more is known once sellers were read
  useEffect(() => {
    if (wanted === '') {
      setSearch({ text: '', found: null, failure: null })
      return
    }
    const stop = new AbortController()
    const run = async () => {
      try {
        for await (const found of services.search(wanted, stop.signal)) {
          if (stop.signal.aborted) return
          setSearch({ text: wanted, found, failure: null })
        }
      } catch (error) {
        if (stop.signal.aborted) return
        setSearch({ text: wanted, found: null, failure: failureFrom(error, 'searching') })
      }
    }
    const waiting = setTimeout(() => void run(), pauseMs)
    return () => {
      clearTimeout(waiting)
      stop.abort()
    }
  }, [services, wanted, caughtUp])

  const isSearching =
    wanted !== '' && search.failure === null && !(search.text === wanted && search.found?.isEnded)
  return { ...search, isSearching }
}
