import type { Failure } from '../core/result.ts'
import type { CaptureJob } from './capture.ts'
import { isOpenPart, type PartKind, partsOf } from './gather/capture-part.ts'

type Gathered = Pick<CaptureJob, 'gathering' | 'parts' | 'screenshot'>

/** A file of a capture that is not there (yet). */
export interface MissingPart {
  part: 'viewport-screenshot' | PartKind
  /** Why; null where it was just not done yet. */
  failure: Failure | null
  /** The part is there; only single files of it are not. */
  isInPart: boolean
}

/** Something that a limit left out: another try would end at the same place. */
export interface Cut {
  part: MissingPart['part']
  /** One sentence. */
  message: string
}

/**
 * What was gathered of one capture.
 * - `not-wanted`: the listing was judged genuine or out of scope, which needs no evidence.
 * - `complete`: all there is; where a limit was reached, all up to there, and `cuts` say what was left out.
 * - `open`: something is still to come. Whether somebody is at it the store does not say.
 * - `interrupted`: the page was left or time was up; opening the page again completes it.
 * - `incomplete`: something else is missing, each with its reason.
 */
export type Completeness =
  | { state: 'not-wanted' }
  | { state: 'complete'; cuts: Cut[] }
  | { state: 'open' | 'interrupted' | 'incomplete'; missing: MissingPart[]; cuts: Cut[] }

export function completenessOf(job: Gathered): Completeness {
  const missing = missingParts(job)
  const cuts = cutsOf(job)
  const isOpen = job.gathering === 'open' || job.screenshot.state === 'pending'
  if (isOpen) return { state: 'open', missing, cuts }
  if (job.gathering === 'none' && job.screenshot.state === 'not-wanted') return { state: 'not-wanted' }
  if (missing.length === 0) return { state: 'complete', cuts }
  return { state: isInterrupted(job) ? 'interrupted' : 'incomplete', missing, cuts }
}

/** Of a picture, of a capture's bytes, of the number of its pictures. Time is none: the next try may be faster. */
const limits = new Set(['too-large', 'capture-full', 'too-many-pictures'])

/** Whether a file is not there because of a limit. */
export const isCut = ({ code }: Pick<Failure, 'code'>): boolean => limits.has(code)

/** What limits left out: whole files, and the rest of files that end before their end. */
function cutsOf({ parts }: Gathered): Cut[] {
  return partsOf(parts).flatMap(([part, { failure, problems, artefacts }]) => [
    ...[failure, ...problems].flatMap((reason) =>
      reason && isCut(reason) ? [{ part, message: reason.message }] : [],
    ),
    ...artefacts.flatMap(({ cut }) => (cut === null ? [] : [{ part, message: cut }])),
  ])
}

const interruptions = new Set(['interrupted', 'page-gone', 'time-up'])

/** True where something is missing because the page was left, the browser closed or time was up. */
export const isInterrupted = (job: Gathered): boolean =>
  missingParts(job).some(({ failure }) => failure !== null && interruptions.has(failure.code))

function missingParts({ screenshot, parts }: Gathered): MissingPart[] {
  const missing: MissingPart[] = []
  const part = 'viewport-screenshot'
  if (screenshot.state === 'failed') missing.push({ part, failure: screenshot.failure, isInPart: false })
  if (screenshot.state === 'pending') missing.push({ part, failure: null, isInPart: false })
  if (screenshot.state === 'no-permission') missing.push({ part, failure: noPermission, isInPart: false })
  for (const [kind, { state, failure, problems }] of partsOf(parts)) {
    if (state === 'not-wanted') continue
    if (state !== 'done' && !(failure && isCut(failure))) {
      missing.push({ part: kind, failure, isInPart: false })
    }
    for (const problem of problems) {
      if (!isCut(problem)) missing.push({ part: kind, failure: problem, isInPart: state === 'done' })
    }
  }
  return missing
}

const noPermission: Failure = {
  code: 'no-permission',
  message:
    'The browser did not allow it. Open the listing and click the toolbar button of Docket, or allow screenshots in the settings.',
}

/** How far the gathering of an item page's parts is. */
export interface PartsProgress {
  /** Parts that came to an end, of how many. */
  done: number
  of: number
  /** The one that is being gathered, or comes next; null at the end. */
  current: PartKind | null
}

export function partsProgress({ parts }: Pick<CaptureJob, 'parts'>): PartsProgress {
  const all = partsOf(parts)
  const open = all.filter(([, part]) => isOpenPart(part))
  return { done: all.length - open.length, of: all.length, current: open[0]?.[0] ?? null }
}
