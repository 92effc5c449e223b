import { Flag } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { words } from './words.ts'

interface EmptyQueueProps {
  openSite(): void
  openWelcome(): void
}

/** Shown while nothing is queued: what to do first. */
export function EmptyQueue({ openSite, openWelcome }: EmptyQueueProps) {
  return (
    <div className="flex min-h-0 flex-1 flex-col items-center justify-center gap-5 overflow-y-auto px-10 py-6">
      <EmptyPicture />
      <h2 className="text-base font-semibold">{words.emptyTitle}</h2>
      <ol className="flex max-w-88 flex-col gap-2.5">
        {words.emptySteps.map((step, index) => (
          <li key={step} className="flex gap-3">
            <span
              aria-hidden
              className="flex size-5 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
            >
              {index + 1}
            </span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
      <div className="flex gap-2">
        <Button look="primary" onClick={openSite}>
          {words.emptyGo}
        </Button>
        <Button onClick={openWelcome}>{words.emptyMore}</Button>
      </div>
    </div>
  )
}

/** Three listing cards of which one is flagged. */
function EmptyPicture() {
  return (
    <div aria-hidden className="flex gap-3">
      {['left', 'flagged', 'right'].map((card) => (
        <div
          key={card}
          className={
            card === 'flagged'
              ? 'relative w-20 rounded-lg border-2 border-accent bg-raised p-2'
              : 'w-20 rounded-lg border border-line bg-raised p-2 opacity-60'
          }
        >
          <div className="h-12 rounded bg-hover" />
          <div className="mt-2 h-1.5 rounded-full bg-hover" />
          <div className="mt-1.5 h-1.5 w-2/3 rounded-full bg-hover" />
          {card === 'flagged' && (
            <span className="absolute -top-2.5 -end-2.5 flex size-6 items-center justify-center rounded-full bg-accent text-on-accent">
              <Flag size={13} fill="currentColor" />
            </span>
          )}
        </div>
      ))}
    </div>
  )
}
