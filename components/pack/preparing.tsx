import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { NoticeHeading, Working } from './export-steps.tsx'
import type { PreparedState } from './use-prepared.ts'
import { words } from './words.ts'

interface PreparingProps {
  state: PreparedState<object>
  /** While it is read. */
  reading: string
  sealing(done: number, of: number): string
  onAgain(): void
}

/** How far the preparation is, or why it failed; nothing once it is done. */
export function Preparing({ state, reading, sealing, onAgain }: PreparingProps) {
  switch (state.step) {
    case 'reading':
      return <Working text={reading} done={0} of={1} />
    case 'sealing':
      return <Working text={sealing(state.done, state.of)} done={state.done} of={state.of} />
    case 'failed':
      return (
        <Notice tone="danger">
          <NoticeHeading>{words.failedTitle}</NoticeHeading>
          <p>{state.failure.message}</p>
          <Button className="mt-3" onClick={onAgain}>
            {words.exportAgain}
          </Button>
        </Notice>
      )
    case 'prepared':
      return null
  }
}
