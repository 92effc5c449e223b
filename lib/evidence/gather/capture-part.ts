import type { Failure } from '../../core/result.ts'
import type { Artefact } from '../capture.ts'

/** What is gathered from an item page beside the viewport screenshot, in the order in which it is gathered. */
export const partKinds = [
  'page-state',
  'page-snapshot',
  'mhtml',
  'product-images',
  'full-page-screenshot',
] as const
export type PartKind = (typeof partKinds)[number]

/**
 * One part of a capture's job, stored before and after each step so that an interruption loses nothing.
 * - `due`: to be done (again); `failure` says why the last try did not succeed.
 * - `running`: begun. Found after an interruption it counts as a try.
 * - `done`: all there is; `problems` name single files that are missing.
 * - `not-wanted`: cannot or need not be had here; `failure` says why.
 * - `failed`: given up; `failure` says why. `cancelled`: stopped by the person.
 */
export interface CapturePart {
  state: 'due' | 'running' | 'done' | 'not-wanted' | 'failed' | 'cancelled'
  /** How often it was begun. */
  tries: number
  failure: Failure | null
  problems: Failure[]
  /** Files that are stored already; kept whatever becomes of the rest. */
  artefacts: Artefact[]
}

export type CaptureParts = Partial<Record<PartKind, CapturePart>>

const duePart = (): CapturePart => ({ state: 'due', tries: 0, failure: null, problems: [], artefacts: [] })

/** Every part, due: what an item page's capture begins with. */
export const allPartsDue = (): CaptureParts => Object.fromEntries(partKinds.map((kind) => [kind, duePart()]))

export const isOpenPart = ({ state }: CapturePart): boolean => state === 'due' || state === 'running'

/** Parts that exist, in their order. */
export const partsOf = (parts: CaptureParts): Array<[PartKind, CapturePart]> =>
  partKinds.flatMap((kind): Array<[PartKind, CapturePart]> => {
    const part = parts[kind]
    return part ? [[kind, part]] : []
  })

/** What `CaptureJob.gathering` says of these parts. */
export function gatheringOf(parts: CaptureParts): 'none' | 'open' | 'ended' {
  const all = partsOf(parts)
  if (all.length === 0) return 'none'
  return all.some(([, part]) => isOpenPart(part)) ? 'open' : 'ended'
}
