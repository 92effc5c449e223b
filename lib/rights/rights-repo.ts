import type { Holder, Right } from './right.ts'

/** Port of the rights room to where holders, rights and their files are kept. */
export interface RightsRepo {
  holders(): Promise<Holder[]>
  rights(): Promise<Right[]>
  right(rightId: string): Promise<Right | null>
  /** Stores in one strict commit. Files must be stored before with `keepFile`. */
  saveHolder(holder: Holder): Promise<void>
  saveRight(right: Right): Promise<void>
  /** @throws ExpectedError `right-in-use` where a complaint rests on it, `holder-in-use` where a right does. */
  removeRight(rightId: string): Promise<void>
  removeHolder(holderId: string): Promise<void>
  /** Stores bytes under their hash; storing them again changes nothing. */
  keepFile(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  readFile(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
}
