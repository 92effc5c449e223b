import { createContext, useContext } from 'react'
import type { Failure } from '../../lib/core/result.ts'
import { Notice } from '../ui/notice.tsx'
import { captureWords as words } from './capture-words.ts'

/** Whether the files of the capture that is shown were deleted on the person's word. */
export const PurgedContext = createContext(false)

/** Why a file is not shown: it is damaged or gone, or was deleted on purpose. */
export function FailedFile({ failure }: { failure: Failure }) {
  const isPurged = useContext(PurgedContext) && failure.code === 'artefact-missing'
  if (isPurged) return <Notice tone="plain">{words.purgedFile}</Notice>
  return (
    <Notice tone="danger">
      <p className="font-semibold">{words.cannotRead}</p>
      <p className="break-words">{failure.message}</p>
    </Notice>
  )
}
