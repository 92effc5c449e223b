import type { Capture, CaptureJob } from '../../evidence/capture.ts'
import type { LedgerRow } from '../../evidence/ledger/ledger.ts'
import type { SealedRecord } from '../../evidence/seal/seal-repo.ts'

/** A public key that came with evidence. */
export interface ForeignKey {
  /** `fingerprintOf` it. */
  publicKeySha256: string
  publicKey: Uint8Array<ArrayBuffer>
}

/** A pack that captures were imported from, by the hashes of its papers, whose bytes lie with the artefacts'. */
export interface ImportedPack {
  packId: string
  publicKeySha256: string
  papers: Record<string, string>
}

/** Everything but bytes that an import brings. */
export interface Imported {
  captures: Capture[]
  jobs: CaptureJob[]
  records: SealedRecord[]
  keys: ForeignKey[]
  packs: ImportedPack[]
}

/** Port of importing to where evidence is kept. Nothing is ever written over. */
export interface ImportRepo {
  capture(captureId: string): Promise<Capture | null>
  record(recordId: string): Promise<SealedRecord | null>
  /** The bytes stored under this hash, freshly read; null where there are none. @throws where they cannot be read. */
  readBytes(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Stores bytes under their hash in a strict commit of their own; nothing points to them yet. */
  putBytes(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /**
   * Adds all of it and the ledger's row in one strict commit.
   * @throws ExpectedError `capture-taken` where a capture or record has come in meanwhile: then nothing is written.
   */
  addImported(imported: Imported, row: LedgerRow): Promise<void>
}
