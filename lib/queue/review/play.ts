import type { ReviewFilter } from './review-filter.ts'

/** Listings that are gone through one after the other: those that the filter found when it began, in their order. */
export interface Play {
  filter: ReviewFilter
  flagIds: string[]
  startedAtMs: number
}

/** Port: where a play is kept, so that it goes on where it was left. */
export interface PlayStore {
  /** Null where none was begun. */
  read(): Promise<{ play: Play; place: number } | null>
  /** Begins at the first; the former play is forgotten. */
  start(play: Play): Promise<void>
  moveTo(place: number): Promise<void>
}

/** A step to another listing; one beyond the last is the end. */
export const movedPlace = ({ flagIds }: Play, place: number, by: number): number =>
  Math.max(0, Math.min(place + by, flagIds.length))
