import type { Result } from '../../core/result.ts'
import type { PageStanding, SnapshotCopy, StatesCopy } from './page-copy.ts'

/** What the script that copies a page (entrypoints/page-copy.ts) offers in the world of Docket's own scripts. */
export interface PageCopies {
  readStanding(): Result<PageStanding>
  copyStates(): Result<StatesCopy>
  draftSnapshot(): Result<SnapshotCopy>
  /** Takes Docket's own controls out of their places; the value is false where that cannot be done now. */
  setOwnTreesAside(): Result<boolean>
  putOwnTreesBack(): Result<null>
}

/** Name of the symbol under which it stands there; the page does not share that world. */
export const pageCopyName = 'docket-page-copy'
