/** Runs `work` when the page has nothing better to do, at the latest after `timeoutMs`. */
export function whenIdle(work: (hasTime: () => boolean) => void, timeoutMs: number): void {
  requestIdleCallback((deadline) => work(() => deadline.timeRemaining() > 1), { timeout: timeoutMs })
}

/** So long may a slice take on its own account, where the browser did not say how much time there is. */
const ownSliceMs = 8

/**
 * Works through items in slices: the first at once, the others in idle moments; at least `least` a slice, more
 * while there is time. Keeps every task far below 50 ms on a page of any length.
 */
export function inSlices<Item>(items: Item[], least: number, work: (slice: Item[]) => void): void {
  let next = 0
  const step = (hasTime: () => boolean) => {
    do {
      const slice = items.slice(next, next + least)
      next += slice.length
      if (slice.length > 0) work(slice)
    } while (next < items.length && hasTime())
    if (next < items.length) whenIdle(step, 150)
  }
  const untilMs = performance.now() + ownSliceMs
  step(() => performance.now() < untilMs)
}
