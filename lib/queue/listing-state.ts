import type { CaptureJob } from '../evidence/capture.ts'
import { partsOf } from '../evidence/capture-part.ts'
import type { Flag, IpType, ListingSummary } from './flag.ts'

/**
 * What was gathered on the listing's item page.
 * - `none`: it was never opened since it was flagged; a results card alone states too little.
 * - `gathering`: a part is due or running.
 * - `interrupted`: the page was left or time was up; opening the page again completes it by itself.
 * - `partial`: something else is missing; trying again may help, and is the person's choice.
 */
export type ItemEvidence = 'none' | 'gathering' | 'interrupted' | 'partial' | 'complete'

/** How the asked listings stand, read in one go. */
export interface JudgedListing {
  flag: Flag
  listing: ListingSummary
  /** Null while no page of it was captured. */
  job: CaptureJob | null
  itemEvidence: ItemEvidence
}

/** Port: current judgements of the given listings. */
export interface JudgedListingReader {
  judged(comIds: string[]): Promise<JudgedListing[]>
  /** IP type that was used last, null before the first. */
  lastIpType(): Promise<IpType | null>
}

/** From all captures of one listing: one complete item page is enough. */
export function itemEvidenceOf(
  jobs: Array<Pick<CaptureJob, 'gathering' | 'parts' | 'screenshot'>>,
): ItemEvidence {
  const items = jobs.filter(({ gathering }) => gathering !== 'none')
  if (items.length === 0) return 'none'
  if (items.some(isComplete)) return 'complete'
  if (items.some(({ gathering }) => gathering === 'open')) return 'gathering'
  return items.some(isInterrupted) ? 'interrupted' : 'partial'
}

const interruptions = new Set(['interrupted', 'page-gone', 'time-up'])

const isInterrupted = ({ parts, screenshot }: Pick<CaptureJob, 'parts' | 'screenshot'>) =>
  (screenshot.state === 'failed' && interruptions.has(screenshot.failure.code)) ||
  partsOf(parts).some(
    ([, { state, failure }]) => state === 'failed' && interruptions.has(failure?.code ?? ''),
  )

const isComplete = ({
  gathering,
  parts,
  screenshot,
}: Pick<CaptureJob, 'gathering' | 'parts' | 'screenshot'>) =>
  gathering === 'ended' &&
  screenshot.state === 'saved' &&
  partsOf(parts).every(
    ([, { state, problems }]) => state === 'not-wanted' || (state === 'done' && problems.length === 0),
  )
