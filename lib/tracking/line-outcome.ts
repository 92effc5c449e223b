import type { Failure } from '../core/result.ts'

export const lineStates = [
  'filed',
  'removed',
  'geo-blocked',
  'rejected',
  'counter-noticed',
  'reinstated',
  'withdrawn',
  'gone-before-filing',
  'relisted',
] as const
/** How a listing stands in a filed complaint (PORTAL.md §4.4; the platform's own names are not public). */
export type LineState = (typeof lineStates)[number]

/** By whom a listing came back: the holder accepted the counter-notice, or the platform did. */
export type ReinstatedBy = 'holder' | 'platform'

/** What a person enters of a listing. */
export interface LineOutcome {
  state: Exclude<LineState, 'filed'>
  /** Set exactly where it was reinstated. */
  by: ReinstatedBy | null
  /** The listing as which it came back; set exactly where it was relisted. */
  relistedAs: string | null
  /** Why it was rejected, where the portal says so. */
  reason: string
}

/** An outcome that needs nothing but its name. */
export const plainOutcome = (
  state: Exclude<LineState, 'filed' | 'reinstated' | 'relisted'>,
  reason = '',
): LineOutcome => ({ state, by: null, relistedAs: null, reason })

/** In sentences. */
const lineStateNames: Record<LineState, string> = {
  filed: 'filed',
  removed: 'removed',
  'geo-blocked': 'blocked in some countries',
  rejected: 'rejected',
  'counter-noticed': 'contested by the seller',
  reinstated: 'reinstated',
  withdrawn: 'withdrawn',
  'gone-before-filing': 'gone before filing',
  relisted: 'relisted',
}

/** What may follow what. A decision may be turned by an appeal; a withdrawn listing needs a new complaint. */
export const lineSteps: Record<LineState, ReadonlyArray<LineOutcome['state']>> = {
  filed: ['removed', 'geo-blocked', 'rejected', 'counter-noticed', 'withdrawn', 'gone-before-filing'],
  removed: ['counter-noticed', 'reinstated', 'withdrawn', 'relisted'],
  'geo-blocked': ['removed', 'counter-noticed', 'reinstated', 'withdrawn', 'relisted'],
  rejected: ['removed', 'geo-blocked'],
  'counter-noticed': ['removed', 'geo-blocked', 'reinstated', 'rejected', 'withdrawn'],
  reinstated: ['removed', 'geo-blocked'],
  withdrawn: [],
  'gone-before-filing': ['relisted'],
  relisted: ['relisted'],
}

/** States in which the portal's, or our, answer is still awaited. */
export const isOpenState = (state: LineState): boolean => state === 'filed' || state === 'counter-noticed'

/**
 * Why this must not follow, or null where it may: `already-so`, `illegal-step`, `by-missing`, `relisted-as-missing`,
 * `relisted-as-itself`, `part-out-of-place`.
 */
export function lineRefusal(
  { state, relistedAs, comId }: { state: LineState; relistedAs: string | null; comId: string },
  outcome: LineOutcome,
): Failure | null {
  const { state: wanted } = outcome
  const isSame = wanted === state && (wanted !== 'relisted' || outcome.relistedAs === relistedAs)
  if (isSame) return refusal('already-so', `It is entered as ${lineStateNames[state]} already.`)
  const possible = lineSteps[state]
  if (!possible.includes(wanted)) {
    const names = possible.map((step) => lineStateNames[step]).join(', ')
    return refusal(
      'illegal-step',
      `It is entered as ${lineStateNames[state]}, which “${lineStateNames[wanted]}” cannot follow. ${
        names === ''
          ? 'Nothing can; file it anew, or take the last entry back.'
          : `Possible: ${names}; or take the last entry back.`
      }`,
    )
  }
  if (wanted === 'reinstated' && outcome.by === null) {
    return refusal('by-missing', 'Say who let it back: you as the holder, or the platform.')
  }
  if (wanted === 'relisted' && outcome.relistedAs === null) {
    return refusal('relisted-as-missing', 'Enter the link or number of the listing as which it came back.')
  }
  if (
    (wanted !== 'reinstated' && outcome.by !== null) ||
    (wanted !== 'relisted' && outcome.relistedAs !== null)
  ) {
    return refusal('part-out-of-place', 'By whom, or as which, belongs to reinstated or relisted alone.')
  }
  return wanted === 'relisted' && outcome.relistedAs === comId
    ? refusal('relisted-as-itself', 'This is the listing itself. Enter the one as which it came back.')
    : null
}

const refusal = (code: string, message: string): Failure => ({ code, message })
