import type { ServerDate } from './capture.ts'

/** How far this computer's clock is from what servers said. */
export interface ClockCheck {
  /** Clock minus server, milliseconds, of the answer that agrees best; null where no server told. */
  skewMs: number | null
  /** True where even the best answer is more than two minutes off: times in the record are then doubtful. */
  isDoubtful: boolean
}

/** RELIABILITY.md, T19. */
const toleratedSkewMs = 120_000

/**
 * Compares the clock with the dates that servers sent. An answer from a cache carries an old date and makes the
 * clock look fast, so the smallest difference counts.
 */
export function checkClock(dates: ServerDate[]): ClockCheck {
  const skews = dates.map(({ serverMs, receivedAtMs }) => receivedAtMs - serverMs)
  const skewMs = skews.length === 0 ? null : skews.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a))
  return { skewMs, isDoubtful: skewMs !== null && Math.abs(skewMs) > toleratedSkewMs }
}
