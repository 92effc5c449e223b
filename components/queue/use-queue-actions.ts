import { useCallback, useRef } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { changeJudgements, type JudgementChange } from '../../lib/queue/change-judgement.ts'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import type { QueueEntry } from '../../lib/queue/queue-entry.ts'
import { removeFlags, restoreFlags } from '../../lib/queue/undo-flag.ts'
import { canonicalItemUrl } from '../../lib/site/item-id.ts'
import type { ToastMessage } from '../ui/toast.tsx'
import type { QueueServices } from './services.ts'
import { words } from './words.ts'

/**
 * What a person may do with queued listings. Each action says in a message what was done, or why not, and
 * can be taken back, the last one first.
 */
export function useQueueActions(services: QueueServices, show: (message: ToastMessage) => void) {
  const undoStack = useRef<Array<() => Promise<string>>>([])

  /** Runs a write; a failure is shown in its own words, and nothing is taken as done. */
  const attempt = useCallback(
    async (doing: string, write: () => Promise<ToastMessage | null>) => {
      try {
        const message = await write()
        const told = await services.queueChanged()
        if (!told.ok) show({ text: words.pagesNotTold(told.error.message), tone: 'danger' })
        else if (message) show(message)
      } catch (error) {
        show({ text: failureFrom(error, doing).message, tone: 'danger' })
      }
    },
    [services, show],
  )

  const undo = useCallback(async () => {
    const last = undoStack.current.pop()
    if (!last) return show({ text: words.nothingToUndo })
    await attempt('undoing', async () => ({ text: await last() }))
  }, [attempt, show])

  const undoable = useCallback(
    (text: string, takeBack: () => Promise<string>): ToastMessage => {
      undoStack.current.push(takeBack)
      return { text, action: { label: words.undo, run: () => void undo() } }
    },
    [undo],
  )

  const change = useCallback(
    (changes: JudgementChange[], done: string) =>
      attempt('changing the queue', async () => {
        const outcome = await changeJudgements(services, changes)
        if (!outcome.ok) return { text: outcome.error.message, tone: 'danger' }
        return undoable(done, async () => {
          const inverse = await changeJudgements(services, outcome.value)
          return inverse.ok ? words.undone : inverse.error.message
        })
      }),
    [attempt, services, undoable],
  )

  const changeType = useCallback(
    (entries: QueueEntry[], group: QueueGroup) =>
      change(
        entries.map(({ flag }) => ({
          flagId: flag.flagId,
          judgement: { ipType: group === 'undecided' ? null : group },
        })),
        words.changed(entries.length, words.group[group]),
      ),
    [change],
  )

  const changeNote = useCallback(
    ({ flag }: QueueEntry, note: string) =>
      change([{ flagId: flag.flagId, judgement: { note } }], words.noteSaved),
    [change],
  )

  const remove = useCallback(
    (entries: QueueEntry[]) =>
      attempt('removing listings', async () => {
        const removed = await removeFlags(
          services,
          entries.map(({ flag }) => flag.flagId),
        )
        return undoable(words.removed(removed.length), async () => {
          const restored = await restoreFlags(services, removed)
          return words.restored(restored.length)
        })
      }),
    [attempt, services, undoable],
  )

  const copyLinks = useCallback(
    async (entries: QueueEntry[]) => {
      try {
        await services.copyText(entries.map(({ flag }) => canonicalItemUrl(flag.comId)).join('\n'))
        show({ text: words.copied(entries.length) })
      } catch {
        show({ text: words.copyFailed, tone: 'danger' })
      }
    },
    [services, show],
  )

  return { changeType, changeNote, remove, copyLinks, undo }
}
