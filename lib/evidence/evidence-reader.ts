import type { Capture, CaptureJob } from './capture.ts'
import type { CopyState } from './copy-state.ts'
import type { LedgerRow } from './ledger/ledger.ts'

/** One capture as it is stored. */
export interface StoredCapture {
  capture: Capture
  /** Null only where stored data is damaged: the two are committed together. */
  job: CaptureJob | null
}

/** One capture as lists show it. */
export interface EvidenceEntry extends StoredCapture {
  /** The tombstone where its files were deleted on the person's word. */
  purge: LedgerRow | null
  /** How its copy outside the browser stands; null where none is kept. */
  copyState: CopyState | null
}

/** Port of the evidence pages to where captures are read from. Nothing here reads a whole table of large rows. */
export interface EvidenceReader {
  /** Ids of all captures, newest first: keys alone, so that a hundred thousand are read at once. */
  captureIds(): Promise<string[]>
  /** The first few of them, for a page that is to show something at once. */
  newestIds(limit: number): Promise<string[]>
  /** Ids of captures that are not sealed, by index. */
  unsealedIds(): Promise<Set<string>>
  /** Ids of the captures of one listing, newest first, by index. */
  captureIdsOfItem(comId: string): Promise<string[]>
  /** By capture id; what is not stored is missing. */
  stored(captureIds: string[]): Promise<Map<string, StoredCapture>>
  /** The same with all that a row of a list shows. */
  entries(captureIds: string[]): Promise<Map<string, EvidenceEntry>>
  /**
   * Rows of the ledger about this capture, its listing's judgements and its records, the import that brought it and the
   * packs with which it left, in order.
   */
  ledgerRows(capture: Pick<Capture, 'captureId' | 'comId' | 'importedFrom'>): Promise<LedgerRow[]>
}
