import { useCallback, useEffect, useRef, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import { type ExportedPack, type ExportServices, exportQueue } from './export-queue.ts'

export type ExportState =
  | { step: 'reading' }
  | { step: 'packing'; done: number; of: number }
  | { step: 'empty' }
  | { step: 'failed'; failure: Failure }
  | { step: 'packed'; pack: ExportedPack; saved: Saved }

/** What became of saving the packed file. */
export type Saved =
  | { step: 'saving' }
  | { step: 'saved'; id: number; path: string }
  | { step: 'not-saved'; failure: Failure }

/** Runs the export of one group as soon as the page shows it, and again on wish. */
export function useExport(services: ExportServices, group: QueueGroup) {
  const [state, setState] = useState<ExportState>({ step: 'reading' })
  const run = useRef(0)

  const save = useCallback(
    async (pack: ExportedPack) => {
      setState({ step: 'packed', pack, saved: { step: 'saving' } })
      try {
        const { id, path } = await services.saveDownload(pack.file, pack.name)
        setState({ step: 'packed', pack, saved: { step: 'saved', id, path } })
      } catch (error) {
        const failure = failureFrom(error, 'saving the pack')
        setState({ step: 'packed', pack, saved: { step: 'not-saved', failure } })
      }
    },
    [services],
  )

  const start = useCallback(async () => {
    run.current += 1
    const own = run.current
    setState({ step: 'reading' })
    // Drawing every single listing would take longer than packing it.
    let shownAtMs = Number.NEGATIVE_INFINITY
    try {
      const pack = await exportQueue(services, group, (done, of) => {
        const isDue = performance.now() - shownAtMs > 100 || done === of
        if (run.current !== own || !isDue) return
        shownAtMs = performance.now()
        setState({ step: 'packing', done, of })
      })
      // The page has gone on to another export meanwhile: nobody asked for this one any more.
      if (run.current !== own) await pack?.discard()
      else if (pack) await save(pack)
      else setState({ step: 'empty' })
    } catch (error) {
      if (run.current === own)
        setState({ step: 'failed', failure: failureFrom(error, 'packing the listings') })
    }
  }, [services, group, save])

  useEffect(() => {
    void start()
    return () => {
      run.current += 1
    }
  }, [start])

  return { state, start, save }
}
