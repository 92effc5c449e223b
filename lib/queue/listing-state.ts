import type { CaptureJob } from '../evidence/capture.ts'
import { completenessOf, isInterrupted, type PartsProgress, partsProgress } from '../evidence/completeness.ts'
import type { Flag, IpType, ListingSummary } from './flag.ts'

/**
 * What was gathered on the listing's item page.
 * - `none`: it was never opened since it was flagged; a results card alone states too little.
 * - `gathering`: a part is due or running.
 * - `interrupted`: the page was left or time was up; opening the page again completes it by itself.
 * - `cut`: complete up to a limit, which another try would meet again.
 * - `partial`: something else is missing; trying again may help, and is the person's choice.
 */
export type ItemEvidence = 'none' | 'gathering' | 'interrupted' | 'partial' | 'cut' | 'complete'

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

/** How far the gathering is, where it is under way. */
export interface ItemEvidenceNow {
  state: ItemEvidence
  /** The capture that is being completed; null where none is open. */
  openCaptureId: string | null
  progress: PartsProgress | null
}

/** Port: what was gathered on the item pages of these listings, by comId. */
export type ReadItemEvidence = (comIds: string[]) => Promise<Map<string, ItemEvidenceNow>>

type Gathered = Pick<CaptureJob, 'gathering' | 'parts' | 'screenshot'>

/** From all captures of one listing: one complete item page is enough, and one without cuts counts first. */
export function itemEvidenceOf(jobs: Gathered[]): ItemEvidence {
  const items = jobs.filter(({ gathering }) => gathering !== 'none')
  if (items.length === 0) return 'none'
  const whole = items.map(completenessOf).filter((item) => item.state === 'complete')
  if (whole.some(({ cuts }) => cuts.length === 0)) return 'complete'
  if (whole.length > 0) return 'cut'
  if (items.some(({ gathering }) => gathering === 'open')) return 'gathering'
  return items.some(isInterrupted) ? 'interrupted' : 'partial'
}

/** The same with how far it is. */
export function itemEvidenceNow(jobs: CaptureJob[]): ItemEvidenceNow {
  const state = itemEvidenceOf(jobs)
  const open = state === 'gathering' ? jobs.find(({ gathering }) => gathering === 'open') : undefined
  return { state, openCaptureId: open?.captureId ?? null, progress: open ? partsProgress(open) : null }
}
