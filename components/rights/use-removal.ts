import { useCallback, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { nameOfRight } from '../../lib/rights/new-right.ts'
import { documentsOf, type Holder, type Right } from '../../lib/rights/right.ts'
import type { ToastMessage } from '../ui/toast.tsx'
import { holderDraftName, rightDraftName } from './draft-store.ts'
import { dropFiles, hashesIn } from './drop-files.ts'
import { useRightsServices } from './services.ts'
import { shownName, words } from './words.ts'

export type Removal = { kind: 'right'; right: Right } | { kind: 'holder'; holder: Holder }

/** What the person is asked before it is removed. */
export function removalWords(removal: Removal): { title: string; text: string } {
  const { list } = words
  return removal.kind === 'right'
    ? {
        title: list.removeTitle,
        text: list.removeWhat(nameOf(removal), documentsOf(removal.right).length),
      }
    : {
        title: list.removeHolderTitle,
        text: list.removeWhat(nameOf(removal), removal.holder.identityDocuments.length),
      }
}

const nameOf = (removal: Removal): string =>
  removal.kind === 'right'
    ? shownName(nameOfRight(removal.right), removal.right.ipType)
    : removal.holder.name || words.unnamedHolder

/** Removing a right or holder with the files that nothing else names; refused with the reason while it is in use. */
export function useRemoval(show: (message: ToastMessage) => void) {
  const services = useRightsServices()
  const [asked, setAsked] = useState<Removal | null>(null)
  const confirm = useCallback(async () => {
    if (!asked) return
    setAsked(null)
    const { repo, drafts } = services
    try {
      if (asked.kind === 'right') {
        await repo.removeRight(asked.right.rightId)
        drafts.remove(rightDraftName(asked.right.rightId))
        await dropFiles(services, hashesIn(asked.right))
      } else {
        await repo.removeHolder(asked.holder.holderId)
        drafts.remove(holderDraftName(asked.holder.holderId))
        await dropFiles(services, hashesIn(asked.holder))
      }
      show({ text: words.list.removed(nameOf(asked)) })
    } catch (error) {
      show({ text: failureFrom(error, 'removing').message, tone: 'danger' })
    }
  }, [asked, services, show])
  return { asked, ask: setAsked, confirm }
}
