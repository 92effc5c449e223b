import type { Failure } from '../core/result.ts'

export const filedStates = ['filed', 'accepted', 'rejected', 'withdrawn', 'closed'] as const
/** How a complaint stands after it was filed (PORTAL.md §4.4). */
export type FiledState = (typeof filedStates)[number]

/** What a person enters of a whole complaint. */
export interface ComplaintOutcome {
  state: Exclude<FiledState, 'filed'>
  /** Why it was rejected, as the portal says it; empty otherwise. */
  reason: string
}

/** In sentences. */
const filedStateNames: Record<FiledState, string> = {
  filed: 'filed',
  accepted: 'accepted',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  closed: 'closed',
}

/** What may follow what. An appeal may turn a rejection; a closed case is reopened by taking its closing back. */
export const complaintSteps: Record<FiledState, ReadonlyArray<ComplaintOutcome['state']>> = {
  filed: ['accepted', 'rejected', 'withdrawn'],
  accepted: ['withdrawn', 'closed'],
  rejected: ['accepted', 'closed'],
  withdrawn: ['closed'],
  closed: [],
}

/**
 * Why this must not follow, or null where it may: `already-so`, `illegal-step`, `reason-missing`, `lines-open`.
 * @param openLines listings that will be without an outcome then
 */
export function complaintRefusal(
  state: FiledState,
  { state: wanted, reason }: ComplaintOutcome,
  openLines: number,
): Failure | null {
  const name = filedStateNames[state]
  if (wanted === state) return { code: 'already-so', message: `It is entered as ${name} already.` }
  const possible = complaintSteps[state]
  if (!possible.includes(wanted)) {
    const names = possible.map((step) => filedStateNames[step]).join(', ')
    return {
      code: 'illegal-step',
      message: `The complaint is ${name}, which “${filedStateNames[wanted]}” cannot follow. ${
        names === ''
          ? 'Take the closing back to go on with it.'
          : `Possible: ${names}; or take the last entry back.`
      }`,
    }
  }
  if (wanted === 'rejected' && reason.trim() === '') {
    return { code: 'reason-missing', message: 'Enter why the portal rejected it.' }
  }
  if (wanted === 'closed' && openLines > 0) {
    return {
      code: 'lines-open',
      message:
        openLines === 1
          ? 'One listing has no outcome yet. Enter it before you close the case.'
          : `${openLines} listings have no outcome yet. Enter them before you close the case.`,
    }
  }
  return null
}
