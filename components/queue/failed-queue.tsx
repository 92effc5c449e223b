import type { ReactNode } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { words } from './words.ts'

interface FailedQueueProps {
  thrown: unknown
  /** What else helps. */
  hint?: ReactNode
}

/** Shown where the storage cannot be opened or read. */
export function FailedQueue({ thrown, hint }: FailedQueueProps) {
  return (
    <main className="flex h-full flex-col justify-center p-6">
      <Notice tone="danger">
        <h1 className="text-sm font-semibold">{words.failedTitle}</h1>
        <p className="mt-1 break-words">{failureFrom(thrown, 'reading the queue').message}</p>
        <p className="mt-1">{words.failedCalm}</p>
        {hint}
        <Button className="mt-3" onClick={() => location.reload()}>
          {words.tryAgain}
        </Button>
      </Notice>
    </main>
  )
}
