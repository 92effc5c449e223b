import { fail, ok, type Result } from '../core/result.ts'
import { lastSeen } from './track.ts'
import type { FiledComplaint } from './track-repo.ts'
import { newPace, type VisitPace, waitOf, withChallenge, withOpening } from './visit-pace.ts'

/** Listings that the person goes through, and how far it is. The pace stays when a list ends: it is the person's. */
export interface VisitList {
  waiting: string[]
  /** In their order, the newest last. */
  visited: Visit[]
  isPaused: boolean
  pace: VisitPace
}

export interface Visit {
  comId: string
  openedAtMs: number
}

export const noVisits: VisitList = { waiting: [], visited: [], isPaused: false, pace: newPace }

/** Port: the one list of an installation. */
export interface VisitListStore {
  read(): Promise<VisitList>
  /** Changes what is stored as `change` says, in one strict commit; its failure leaves it. */
  change(change: (stored: VisitList) => Result<VisitList>): Promise<Result<VisitList>>
}

/** Listings without an outcome, or those that are entered as down and were never seen so. */
export type VisitChoice = 'open' | 'unproven'

const downStates: ReadonlySet<string> = new Set(['removed', 'gone-before-filing'])

/** The listings to be visited, the longest unseen first, each once. */
export function listingsToVisit(filed: readonly FiledComplaint[], choice: VisitChoice): string[] {
  const tracks = filed
    .filter(({ track }) => track.state !== 'closed' || choice === 'unproven')
    .flatMap(({ lines }) => lines.map(({ track }) => track))
    .filter((track) =>
      choice === 'open'
        ? track.state === 'filed' || track.state === 'counter-noticed'
        : downStates.has(track.state) && lastSeen(track)?.change.seen !== 'removed',
    )
    .map((track) => ({ comId: track.comId, seenAtMs: lastSeen(track)?.at.wallMs ?? 0 }))
    .toSorted((one, other) => one.seenAtMs - other.seenAtMs)
  return [...new Set(tracks.map(({ comId }) => comId))]
}

export const startedWith =
  (comIds: readonly string[]) =>
  (stored: VisitList): Result<VisitList> =>
    ok({ ...stored, waiting: [...comIds], visited: [], isPaused: false })

/**
 * The first that waits is opened. The caller opens it only after this is committed: whatever breaks down in between,
 * nothing is opened faster than the pace. Fails with `nothing-waits`, `paused`, `too-soon`.
 */
export const withNext =
  (nowMs: number, chance: number) =>
  (stored: VisitList): Result<VisitList> => {
    const { waiting, visited, isPaused, pace } = stored
    const [comId, ...rest] = waiting
    if (comId === undefined) return fail('nothing-waits', 'Every listing of this list was opened.')
    if (isPaused) return fail('paused', 'The list is paused. Press “Go on” first.')
    if (waitOf(pace, nowMs)) return fail('too-soon', 'It is too soon for the next listing. Wait a moment.')
    return ok({
      ...stored,
      waiting: rest,
      visited: [...visited, { comId, openedAtMs: nowMs }],
      pace: withOpening(pace, nowMs, chance),
    })
  }

/** The page of this listing was a challenge: it waits again, the list is paused, and the pace cools down. */
export const withMetChallenge =
  (comId: string, nowMs: number) =>
  (stored: VisitList): Result<VisitList> =>
    ok({
      ...stored,
      waiting: [comId, ...stored.waiting.filter((one) => one !== comId)],
      visited: stored.visited.filter((visit) => visit.comId !== comId),
      isPaused: true,
      pace: withChallenge(stored.pace, nowMs),
    })

export const withPause =
  (isPaused: boolean) =>
  (stored: VisitList): Result<VisitList> =>
    ok({ ...stored, isPaused })

/** The first that waits goes to the end. */
export const withSkipped = (stored: VisitList): Result<VisitList> => {
  const [first, ...rest] = stored.waiting
  return ok(first === undefined ? stored : { ...stored, waiting: [...rest, first] })
}
