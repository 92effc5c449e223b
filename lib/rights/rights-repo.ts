import type { Holder, Right } from './right.ts'

/** When the version was saved that the person saw; null where there was none; undefined where it does not matter. */
export type SeenVersion = number | null | undefined

/** Holders and rights that are stored together, and what the person saw in their place. */
export interface RightsChange {
  holders: Array<{ holder: Holder; seen: SeenVersion }>
  rights: Array<{ right: Right; seen: SeenVersion }>
}

/** Port of the rights room to where holders, rights and their files are kept. */
export interface RightsRepo {
  holders(): Promise<Holder[]>
  rights(): Promise<Right[]>
  right(rightId: string): Promise<Right | null>
  holder(holderId: string): Promise<Holder | null>
  /**
   * Stores in one strict commit. Files must be stored before with `keepFile`.
   * @throws ExpectedError `right-changed`, `holder-changed` where it is not the version that was seen.
   */
  saveHolder(holder: Holder, seen?: SeenVersion): Promise<void>
  saveRight(right: Right, seen?: SeenVersion): Promise<void>
  /** The same for many, all or none. */
  saveAll(change: RightsChange): Promise<void>
  /** @throws ExpectedError `right-in-use` where a complaint rests on it, `holder-in-use` where a right does. */
  removeRight(rightId: string): Promise<void>
  removeHolder(holderId: string): Promise<void>
  /** Stores bytes under their hash; storing them again changes nothing. */
  keepFile(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  readFile(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Deletes these bytes where no holder, right, complaint or capture names them any more. */
  dropFiles(sha256s: readonly string[]): Promise<void>
}
