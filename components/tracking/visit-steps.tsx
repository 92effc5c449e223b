import { fail, ok, type Result } from '../../lib/core/result.ts'
import { startedWith, type VisitList, withPause, withSkipped } from '../../lib/tracking/visit-list.ts'
import type { WaitCause } from '../../lib/tracking/visit-pace.ts'
import { Button } from '../ui/button.tsx'
import type { PartProps } from './follow-up-screen.tsx'
import { openNext } from './use-visits.ts'
import { visitWords as words } from './visit-words.ts'

interface VisitStepsProps extends PartProps {
  list: VisitList
  wait: { cause: WaitCause; untilMs: number; leftMs: number } | null
  titleOf(comId: string): string
}

const timeText = (ms: number) => new Date(ms).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit' })

/** What the person does with the list: opens the next, pauses, puts off, ends it. */
export function VisitSteps({ services, attempt, list, wait, titleOf }: VisitStepsProps) {
  const { visits } = services
  const [next = ''] = list.waiting
  const change = (doing: string, by: (stored: VisitList) => Result<VisitList>) =>
    attempt(doing, async () => {
      const changed = await visits.change(by)
      return changed.ok
        ? ok({ text: words.progress(changed.value.visited.length, all(changed.value)), takeBack: null })
        : changed
    })
  const open = () =>
    attempt('opening the listing', async () => {
      const opened = await openNext(services, Math.random())
      return opened.ok
        ? ok({ text: words.isOpened(titleOf(opened.value)), takeBack: null })
        : fail(opened.error.code, opened.error.message)
    })
  const mayOpen = wait === null && !list.isPaused
  const isSoon = wait !== null && wait.leftMs < 60_000
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-4">
      <p className="font-medium tabular-nums">{words.progress(list.visited.length, all(list))}</p>
      <p className="break-words" dir="auto">
        {words.nextIs(titleOf(next))}
      </p>
      {/* What is said changes with the reason alone; the seconds are for the eye. */}
      <div className="flex flex-wrap gap-x-2">
        <p role="status">
          {wait && (wait.cause !== 'pause' || !list.isPaused)
            ? words.wait[wait.cause]
            : list.isPaused
              ? words.paused
              : words.ready}
        </p>
        {wait && (
          <span aria-hidden className="text-ink-soft tabular-nums">
            {isSoon ? words.inSeconds(Math.ceil(wait.leftMs / 1000)) : words.atTime(timeText(wait.untilMs))}
          </span>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" size="large" aria-disabled={!mayOpen} onClick={() => mayOpen && void open()}>
          {words.next}
        </Button>
        <Button size="large" onClick={() => void change('pausing the list', withPause(!list.isPaused))}>
          {list.isPaused ? words.goOn : words.pause}
        </Button>
        <Button size="large" onClick={() => void change('changing the list', withSkipped)}>
          {words.skip}
        </Button>
        <Button size="large" onClick={() => void change('ending the list', startedWith([]))}>
          {words.end}
        </Button>
      </div>
    </div>
  )
}

const all = ({ waiting, visited }: VisitList): number => waiting.length + visited.length
