import type { Notices } from './notices.ts'
import type { ShotOutcome } from './screenshot-queue.ts'
import { counted, howToAllowScreenshots } from './words.ts'

/** Causes under which warnings about screenshots stand. */
export const shotWarnings = ['shot-permission', 'shot-failed'] as const

/** Says once for any number of listings why there is no screenshot and what to do. */
export function warnOfShots(notices: Notices, outcomes: ShotOutcome[]): void {
  if (outcomes.some(({ state }) => state === 'saved')) notices.forget('shot-permission')
  if (outcomes.some(({ state }) => state === 'no-permission')) {
    notices.warn('shot-permission', howToAllowScreenshots, { once: true })
  }
  const failures = outcomes.flatMap((outcome) =>
    outcome.state === 'failed' || outcome.state === 'unanswered' ? [outcome.failure] : [],
  )
  const [first] = failures
  if (!first) return
  const many = failures.length > 1 ? `${counted(failures.length, 'listing', 'listings')}: ` : ''
  notices.warn('shot-failed', `No screenshot yet. ${many}${first.message}`)
}
