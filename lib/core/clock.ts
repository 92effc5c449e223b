/** One moment by this computer's clocks. */
export interface Moment {
  /** Milliseconds since 1970 by the wall clock. */
  wallMs: number
  /** Milliseconds since the context started, from a clock that never jumps. */
  monotonicMs: number
  /** Minutes to add to UTC for local time, e.g. 120 for UTC+02:00. */
  offsetMinutes: number
}

export type Clock = () => Moment

export const systemClock: Clock = () => ({
  wallMs: Date.now(),
  monotonicMs: performance.now(),
  offsetMinutes: -new Date().getTimezoneOffset(),
})
