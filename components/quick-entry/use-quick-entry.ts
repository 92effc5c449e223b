import { useCallback, useRef, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { newId } from '../../lib/core/ids.ts'
import type { Failure, Result } from '../../lib/core/result.ts'
import { readListFile } from '../../lib/pack/read-list-file.ts'
import { addListed, type ListedDecision } from '../../lib/queue/add-listed.ts'
import { type ListLine, maxListLines, textLines } from '../../lib/queue/list-line.ts'
import { type SortedUrl, sortListed } from '../../lib/queue/listed-standing.ts'
import { type ListedUrl, urlListReader } from '../../lib/queue/read-url-list.ts'
import { removeFlags } from '../../lib/queue/undo-flag.ts'
import type { QuickEntryServices } from './services.ts'
import { words } from './words.ts'

/** A list that was read, and what is to become of it. */
export interface ReadList {
  /** Another one for each list that was read. */
  listId: number
  source: string
  read: readonly ListedUrl[]
  entries: SortedUrl[]
  /** Ids that the flags will have, by item: made once, so that adding twice adds once. */
  flagIdOf: ReadonlyMap<string, string>
}

export type Step =
  | { at: 'start' }
  | { at: 'reading'; text: string }
  | { at: 'read' | 'adding'; list: ReadList; tookBack: { gone: number; stayed: number } | null }
  | { at: 'added' | 'taking-back'; list: ReadList; flagIds: string[]; skipped: number }

/** So many lines in one task, so that the page never stops answering. */
const linesPerTask = 200

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve))

/** The way of a list: read it in parts, compare it with what is stored, add it, take it back. */
export function useQuickEntry(services: QuickEntryServices) {
  const [step, setStep] = useState<Step>({ at: 'start' })
  const [failure, setFailure] = useState<Failure | null>(null)
  /** The reading that counts: one that began later takes the place of one under way. */
  const turn = useRef(0)

  const prepare = useCallback(
    async ({ listId, source, read }: Pick<ReadList, 'listId' | 'source' | 'read'>): Promise<ReadList> => {
      const comIds = read.flatMap((entry) => (entry.outcome === 'item' ? entry.comId : []))
      const entries = sortListed(read, await services.standings(comIds))
      const flagIdOf = new Map<string, string>()
      const nowMs = services.clock().wallMs
      for (const [at, entry] of entries.entries()) {
        // A millisecond apart: ids of one moment have no order, and the queue shows the newest first.
        if (entry.outcome === 'new') flagIdOf.set(entry.comId, newId(nowMs - at))
        if (at % 1000 === 999) await nextTask()
      }
      return { listId, source, read, entries, flagIdOf }
    },
    [services],
  )

  const readLines = useCallback(
    async (source: string, take: () => Promise<Result<ListLine[]>>) => {
      turn.current += 1
      const own = turn.current
      const show = (shown: Step) => own === turn.current && setStep(shown)
      setFailure(null)
      show({ at: 'reading', text: words.reading(0, 0) })
      try {
        const lines = await take()
        if (!lines.ok) {
          show({ at: 'start' })
          return setFailure(lines.error)
        }
        const read = urlListReader()
        const entries: ListedUrl[] = []
        for (let start = 0; start < lines.value.length; start += linesPerTask) {
          for (const entry of read(lines.value.slice(start, start + linesPerTask))) entries.push(entry)
          show({ at: 'reading', text: words.reading(start, lines.value.length) })
          await nextTask()
          if (own !== turn.current) return
        }
        show({ at: 'reading', text: words.comparing })
        show({ at: 'read', list: await prepare({ listId: own, source, read: entries }), tookBack: null })
      } catch (error) {
        show({ at: 'start' })
        setFailure(failureFrom(error, 'reading the list'))
      }
    },
    [prepare],
  )

  const readText = useCallback(
    (text: string) => void readLines(words.pasted, async () => checkedLines(textLines(text))),
    [readLines],
  )
  const readFile = useCallback(
    (file: File) => void readLines(file.name, () => readListFile(file)),
    [readLines],
  )

  const add = useCallback(
    async (list: ReadList, decision: ListedDecision) => {
      setStep({ at: 'adding', list, tookBack: null })
      setFailure(null)
      try {
        const listed = list.entries.flatMap((entry) => {
          const flagId = entry.outcome === 'new' ? list.flagIdOf.get(entry.comId) : undefined
          return entry.outcome === 'new' && flagId
            ? [{ flagId, comId: entry.comId, shownId: entry.shownId }]
            : []
        })
        const { documentKey } = services
        const outcome = await addListed(services, listed, { ...decision, documentKey })
        if (!outcome.ok) {
          setStep({ at: 'read', list, tookBack: null })
          return setFailure(outcome.error)
        }
        const { flagIds, skipped } = outcome.value
        setStep({ at: 'added', list, flagIds, skipped: skipped.length })
        const told = await services.queueChanged()
        if (!told.ok) setFailure(told.error)
      } catch (error) {
        setStep({ at: 'read', list, tookBack: null })
        setFailure(failureFrom(error, 'adding the listings'))
      }
    },
    [services],
  )

  const takeBack = useCallback(
    async (added: Extract<Step, { at: 'added' | 'taking-back' }>) => {
      const { list, flagIds } = added
      setStep({ ...added, at: 'taking-back' })
      setFailure(null)
      try {
        const gone = (await removeFlags(services, flagIds)).length
        // New ids, since those are used; and what was judged meanwhile is known now.
        const fresh = await prepare(list)
        setStep({ at: 'read', list: fresh, tookBack: { gone, stayed: flagIds.length - gone } })
        const told = await services.queueChanged()
        if (!told.ok) setFailure(told.error)
      } catch (error) {
        setStep({ ...added, at: 'added' })
        setFailure(failureFrom(error, 'taking the listings back'))
      }
    },
    [services, prepare],
  )

  return { step, failure, readText, readFile, add, takeBack }
}

function checkedLines(lines: ListLine[]): Result<ListLine[]> {
  if (lines.length > 0 && lines.length <= maxListLines) return { ok: true, value: lines }
  return {
    ok: false,
    error:
      lines.length === 0
        ? { code: 'list-empty', message: words.emptyList }
        : {
            code: 'list-too-long',
            message: words.longList(maxListLines),
          },
  }
}
