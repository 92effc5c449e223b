import type { Failure } from '../../core/result.ts'
import type { LedgerAnchor } from '../../evidence/ledger/ledger.ts'
import type { LedgerAct } from '../../evidence/ledger/ledger-act.ts'
import type { SigningKey } from '../../evidence/seal/seal.ts'

/** A row of a table, as it is stored. */
export interface BackupRow {
  table: string
  value: unknown
}

/** Port of backing up to everything that is stored. */
export interface BackupSource {
  schemaVersion: number
  /** Of the key that seals; null where none was made. */
  publicKey(): Promise<Uint8Array<ArrayBuffer> | null>
  /**
   * Gives every row of every table but `blobs` and `keys`, all as they stand at one moment; nobody else writes until it
   * is done. `begin` is told how many there are. Handles of folders are left out: no file can hold one.
   */
  readRows(
    begin: (tables: Record<string, number>, last: LedgerAnchor) => Promise<void>,
    onRows: (rows: BackupRow[]) => Promise<void>,
  ): Promise<void>
  /** Every file, a few at a time. */
  blobs(): AsyncIterable<{ sha256: string; bytes: Uint8Array<ArrayBuffer> }>
  /** Whether files were deleted after this row of the ledger. */
  wasPurgedSince(ledgerSeq: number): Promise<boolean>
}

/** Port of restoring to the database that takes the place of a lost one. */
export interface BackupTarget {
  schemaVersion: number
  tables: ReadonlySet<string>
  /** Rows of the ledger that are here. */
  ledgerRows(): Promise<number>
  /** Why nothing can be restored here; null where nothing is here that could be lost. */
  refusal(): Promise<Failure | null>
  /** The signing key of this profile, made where there is none; nothing is stored by it. */
  nextKey(): Promise<SigningKey>
  /**
   * Takes all rows in one strict commit, together with `restored`. Either all of it is stored afterwards or nothing,
   * whatever happens in between.
   * @throws ExpectedError `restore-not-empty`, and whatever reading `rows` throws.
   */
  takeAll(rows: AsyncIterable<BackupRow[]>, restored: Restored): Promise<void>
}

/** What a restore adds by itself. */
export interface Restored {
  key: SigningKey
  /** The key that sealed before, so that its records can be verified. */
  formerKey: { publicKeySha256: string; publicKey: Uint8Array<ArrayBuffer> } | null
  /** Entered in the ledger as soon as it may be. */
  act: LedgerAct
  /** To be put beside the database when it is opened next; see `BackupBegin`. */
  settings: Record<string, string>
}
