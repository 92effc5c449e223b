/**
 * How fast listings may be opened from the visit list: as a person does who looks at each. Pure; the caller gives
 * clock and chance.
 */
export interface VisitPace {
  /** When listings were opened, oldest first, as far as the last hour is concerned. */
  openedAtMs: number[]
  /** Pause after the newest of them. */
  pauseMs: number
  /** Challenge pages met without a quiet day between them, and when the newest was. */
  challenges: number
  challengedAtMs: number | null
}

export const newPace: VisitPace = { openedAtMs: [], pauseMs: 0, challenges: 0, challengedAtMs: null }

export const visitPacing = {
  leastPauseMs: 8_000,
  mostPauseMs: 15_000,
  mostAnHour: 40,
  /** After the first challenge; three times as long after each further one. */
  coolDownMs: 15 * 60_000,
  longestCoolDownMs: 24 * 3_600_000,
} as const

const hourMs = 3_600_000
const quietMs = 24 * hourMs

/** Why the next may not be opened yet: the pause after the last, the hour's number, or a challenge. */
export type WaitCause = 'pause' | 'hour' | 'challenge'

/** Null where the next may be opened now. A clock that was set back makes nobody wait longer than the rule itself. */
export function waitOf(pace: VisitPace, nowMs: number): { cause: WaitCause; untilMs: number } | null {
  const { mostAnHour } = visitPacing
  const inHour = pace.openedAtMs.filter((atMs) => nowMs - atMs < hourMs)
  const last = inHour.at(-1)
  const oldest = inHour.at(-mostAnHour)
  const waits: Array<{ cause: WaitCause; untilMs: number }> = []
  const wait = (cause: WaitCause, sinceMs: number, forMs: number) => {
    const untilMs = Math.min(sinceMs, nowMs) + forMs
    if (untilMs > nowMs) waits.push({ cause, untilMs })
  }
  if (pace.challengedAtMs !== null) wait('challenge', pace.challengedAtMs, coolDownMsOf(pace.challenges))
  if (oldest !== undefined) wait('hour', oldest, hourMs)
  if (last !== undefined) wait('pause', last, pace.pauseMs)
  return waits.toSorted((one, other) => other.untilMs - one.untilMs)[0] ?? null
}

/** @param chance 0 to 1: where in its bounds the pause lies */
export function withOpening(pace: VisitPace, nowMs: number, chance: number): VisitPace {
  const { leastPauseMs, mostPauseMs, mostAnHour } = visitPacing
  return {
    ...pace,
    openedAtMs: [...pace.openedAtMs.map((atMs) => Math.min(atMs, nowMs)), nowMs].slice(-mostAnHour),
    pauseMs: Math.round(leastPauseMs + (mostPauseMs - leastPauseMs) * Math.min(Math.max(chance, 0), 1)),
  }
}

export function withChallenge(pace: VisitPace, nowMs: number): VisitPace {
  const { challengedAtMs, challenges } = pace
  const isQuiet = challengedAtMs === null || nowMs - challengedAtMs > quietMs + coolDownMsOf(challenges)
  return { ...pace, challenges: isQuiet ? 1 : challenges + 1, challengedAtMs: nowMs }
}

const coolDownMsOf = (challenges: number): number =>
  Math.min(visitPacing.coolDownMs * 3 ** (challenges - 1), visitPacing.longestCoolDownMs)
