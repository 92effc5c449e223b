import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  newPace,
  type VisitPace,
  visitPacing,
  waitOf,
  withChallenge,
  withOpening,
} from '../../../lib/tracking/visit-pace.ts'

const { leastPauseMs, mostPauseMs, mostAnHour, coolDownMs, longestCoolDownMs } = visitPacing
const startMs = Date.UTC(2026, 10, 25, 9)
const hourMs = 3_600_000

describe('the pace of the visit list', () => {
  test('whenever the person presses, openings keep their pauses, the hour’s number and the rests', () => {
    const press = fc.record({
      afterMs: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 2 * hourMs })),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
      meets: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(press, { maxLength: 250 }), (presses) => {
        let pace = newPace
        let nowMs = startMs
        const openings: number[] = []
        let restUntilMs = 0
        let rests = 0
        for (const { afterMs, chance, meets } of presses) {
          nowMs += afterMs
          if (waitOf(pace, nowMs)) continue
          expect(nowMs).toBeGreaterThanOrEqual(restUntilMs)
          openings.push(nowMs)
          pace = withOpening(pace, nowMs, chance)
          if (!meets) continue
          pace = withChallenge(pace, nowMs)
          rests = pace.challenges
          restUntilMs = nowMs + Math.min(coolDownMs * 3 ** (rests - 1), longestCoolDownMs)
        }
        for (const [at, openedMs] of openings.entries()) {
          const before = openings[at - 1]
          if (before !== undefined) expect(openedMs - before).toBeGreaterThanOrEqual(leastPauseMs)
          const first = openings[at - mostAnHour]
          if (first !== undefined) expect(openedMs - first).toBeGreaterThanOrEqual(hourMs)
        }
      }),
    )
  })

  test('whatever the clock does, nobody waits longer than the longest rest, and a told time is in the future', () => {
    const times = fc.array(fc.integer({ min: startMs - 9e10, max: startMs + 9e10 }), { maxLength: 60 })
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 12 }), fc.boolean(), (openedAtMs, challenges, met) => {
        const pace: VisitPace = {
          ...{ openedAtMs, pauseMs: mostPauseMs, challenges },
          challengedAtMs: met && challenges > 0 ? (openedAtMs[0] ?? startMs) : null,
        }
        const wait = waitOf(pace, startMs)
        if (!wait) return
        expect(wait.untilMs).toBeGreaterThan(startMs)
        expect(wait.untilMs - startMs).toBeLessThanOrEqual(longestCoolDownMs)
      }),
    )
  })

  test('a pause lies between its bounds', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 2, noNaN: true }), (chance) => {
        const { pauseMs } = withOpening(newPace, startMs, chance)
        expect(pauseMs).toBeGreaterThanOrEqual(leastPauseMs)
        expect(pauseMs).toBeLessThanOrEqual(mostPauseMs)
      }),
    )
  })

  test('each challenge makes the rest longer, until a quiet day has passed', () => {
    let pace = withChallenge(newPace, startMs)
    expect(waitOf(pace, startMs)).toEqual({ cause: 'challenge', untilMs: startMs + coolDownMs })
    pace = withChallenge(pace, startMs + hourMs)
    expect(waitOf(pace, startMs + hourMs)?.untilMs).toBe(startMs + hourMs + 3 * coolDownMs)
    pace = withChallenge(pace, startMs + 40 * hourMs)
    expect(pace.challenges).toBe(1)
  })
})
