import { useCallback, useEffect, useRef, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import { sparing } from './sparing.ts'
import type { PackFileServices, WrittenPack } from './write-pack.ts'

export type ExportState<Pack extends WrittenPack> =
  | { step: 'reading' }
  | { step: 'packing'; done: number; of: number }
  | { step: 'empty' }
  | { step: 'cancelled' }
  | { step: 'failed'; failure: Failure }
  | { step: 'packed'; pack: Pack; saved: Saved }

/** What became of saving the packed file. */
export type Saved =
  | { step: 'saving' }
  | { step: 'saved'; id: number; path: string }
  | { step: 'not-saved'; failure: Failure }

/** Writes a pack, telling how far it has come, until the signal stops it; null where there is nothing to export. */
export type WritesPack<Pack extends WrittenPack> = (
  onProgress: (done: number, of: number) => void,
  signal: AbortSignal,
) => Promise<Pack | null>

/** Runs an export as soon as the page shows it, and again on wish. A new `write` is a new export. */
export function useExport<Pack extends WrittenPack>(
  services: Pick<PackFileServices, 'saveDownload'>,
  write: WritesPack<Pack>,
) {
  const [state, setState] = useState<ExportState<Pack>>({ step: 'reading' })
  const run = useRef(0)
  const stop = useRef(new AbortController())

  const save = useCallback(
    async (pack: Pack) => {
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
    stop.current = new AbortController()
    const { signal } = stop.current
    setState({ step: 'reading' })
    // An export may enter the ledger: one that is superseded in the same breath must not begin.
    await null
    if (run.current !== own) return
    try {
      const pack = await write(
        sparing((done, of) => {
          if (run.current === own) setState({ step: 'packing', done, of })
        }),
        signal,
      )
      // The page has gone on to another export meanwhile: nobody asked for this one any more.
      if (run.current !== own) await pack?.discard()
      else if (pack) await save(pack)
      else setState({ step: 'empty' })
    } catch (error) {
      if (run.current !== own) return
      if (signal.aborted) setState({ step: 'cancelled' })
      else setState({ step: 'failed', failure: failureFrom(error, 'packing the listings') })
    }
  }, [write, save])

  useEffect(() => {
    void start()
    return () => {
      run.current += 1
      stop.current.abort()
    }
  }, [start])

  const cancel = useCallback(() => stop.current.abort(), [])

  return { state, start, save, cancel }
}
