import type { QueueGroup } from '../../queue/flag.ts'

/** One file of a pack, as the manifest states it. */
export interface PackFile {
  path: string
  bytes: number
  sha256: string
  mediaType: string
}

/** Something that a pack lacks and a person must know of. */
export interface PackProblem {
  comId: string
  /**
   * - `no-screenshot`: none was taken; `message` says why.
   * - `screenshot-missing`: it is recorded as saved, but its bytes are not stored.
   * - `screenshot-changed`: the stored bytes are not those that were taken.
   * - `screenshot-unreadable`: the storage failed while reading it.
   * - `listing-missing`, `capture-missing`: the stored data is damaged.
   */
  code:
    | 'no-screenshot'
    | 'screenshot-missing'
    | 'screenshot-changed'
    | 'screenshot-unreadable'
    | 'listing-missing'
    | 'capture-missing'
  message: string
}

/** What went into a pack. */
export interface PackReport {
  group: QueueGroup
  listings: number
  /** In the order in which they lie in the ZIP, the manifest itself excepted. */
  files: PackFile[]
  problems: PackProblem[]
  /** Item numbers of the listings whose seller the pages did not name. */
  sellerUnknown: string[]
}
