import { words } from './words.ts'

/** Rows to come, while the queue is read. */
export function LoadingQueue() {
  return (
    <div role="status" className="flex flex-1 flex-col overflow-hidden">
      <span className="sr-only">{words.loading}</span>
      {['a', 'b', 'c', 'd', 'e'].map((row) => (
        <div
          key={row}
          aria-hidden
          className="flex h-22 shrink-0 items-center gap-2.5 border-b border-line px-3"
        >
          <div className="size-14 rounded-md bg-sunken" />
          <div className="flex flex-1 flex-col gap-2">
            <div className="h-2.5 w-3/4 rounded-full bg-sunken" />
            <div className="h-2.5 w-1/2 rounded-full bg-sunken" />
          </div>
        </div>
      ))}
    </div>
  )
}
