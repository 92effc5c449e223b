import type { Clock } from '../core/clock.ts'

const mostInARow = 3
const restMs = 60_000

/**
 * Keeps one opened thing for all who ask. A failed opening is tried again at the next call; after three in a row
 * the storage is left alone for a minute, and everyone gets the last failure: every further opening is one more
 * chance for the browser to put an empty database in the place of a damaged one.
 */
export function openSparingly<T>(open: () => Promise<T>, clock: Clock) {
  let opening: Promise<T> | null = null
  let failures = 0
  let failedAtMs = 0
  return {
    get(): Promise<T> {
      if (opening && failures >= mostInARow && clock().wallMs - failedAtMs >= restMs) {
        opening = null
        failures = 0
      }
      if (opening) return opening
      const current = open()
      opening = current
      current.then(
        () => {
          failures = 0
        },
        () => {
          failures += 1
          failedAtMs = clock().wallMs
          if (failures < mostInARow && opening === current) opening = null
        },
      )
      return current
    },
    /** The next call opens anew. Returns what was open, if anything was asked for. */
    forget(): Promise<T> | null {
      const before = opening
      opening = null
      failures = 0
      return before
    },
  }
}
