import { fromBase64 } from '../../core/base64.ts'
import { sha256Hex } from '../../core/digest.ts'
import { ExpectedError } from '../../core/expected-error.ts'
import { isRecord } from '../../core/hostile-json.ts'
import type { Failure } from '../../core/result.ts'
import { emptyLedgerAnchor, type LedgerAnchor, type LedgerRow } from '../../evidence/ledger/ledger.ts'
import type { AnchorStore } from '../../evidence/ledger/ledger-repo.ts'
import { fingerprintOf } from '../../evidence/seal/seal.ts'
import { readChunks } from './backup-chunks.ts'
import {
  type BackupBegin,
  type BackupEnd,
  type BackupFrame,
  readFrames,
  unreadable,
} from './backup-frames.ts'
import { type ChunkCipher, type deriveBackupKeys, unlockBackup } from './backup-keys.ts'
import type { BackupRow, BackupTarget } from './backup-repo.ts'
import { ledgerChain } from './ledger-chain.ts'

/** A backup that was read to its end once and found whole. */
export interface CheckedBackup {
  file: Blob
  opened: { cipher: ChunkCipher; chunksAt: number }
  begin: BackupBegin
  end: BackupEnd
  formerKey: { publicKeySha256: string; publicKey: Uint8Array<ArrayBuffer> } | null
  /** Rows of the ledger that were written in this profile after the backup was made, and are lost with it; 0 for none. */
  newerRows: number
  /** Why it cannot be restored here; null where it can. */
  refusal: Failure | null
}

type Progress = (done: number, of: number) => void

/**
 * Reads a backup from its first byte to its last: every chunk authenticated, every row readable, the ledger row by row,
 * every file by its hash. Nothing is written.
 * @throws ExpectedError as `unlockBackup`, `readChunks` and `readFrames` do; `backup-newer`, `backup-older`,
 *   `backup-unreadable`.
 */
export async function checkBackup(
  { target, anchors }: { target: BackupTarget; anchors: AnchorStore },
  file: Blob,
  passphrase: string,
  onProgress: Progress = () => undefined,
  derive?: typeof deriveBackupKeys,
): Promise<CheckedBackup> {
  const opened = await unlockBackup(file, passphrase, derive)
  const lost = await lostLedger(target, anchors)
  const ledger = ledgerChain(lost.count)
  const counts: Record<string, number> = {}
  const damaged: string[] = []
  let [begin, end]: [BackupBegin | null, BackupEnd | null] = [null, null]
  let fileBytes = 0
  for await (const frame of readFrames(readChunks(file, opened, onProgress))) {
    if (end || (frame.frame === 'begin') !== (begin === null)) throw unreadable('rows in no order')
    if (frame.frame === 'begin') {
      refuseVersion(frame.schemaVersion, target.schemaVersion)
      begin = frame
    } else if (frame.frame === 'end') {
      end = frame
    } else {
      const row = checkedRow(frame, target)
      counts[frame.table] = (counts[frame.table] ?? 0) + 1
      if (frame.table === 'ledger' && !(await ledger.takes(row as unknown as LedgerRow)))
        throw unreadable('a ledger that is not whole')
      if (frame.table === 'blobs') {
        const { sha256, bytes } = checkedBlob(row)
        fileBytes += bytes.byteLength
        if ((await sha256Hex(bytes)) !== sha256) damaged.push(sha256)
      }
    }
  }
  if (!begin || !end) throw unreadable('no end')
  const { blobs: files = 0, ...rows } = counts
  const agrees =
    files === end.files &&
    fileBytes === end.fileBytes &&
    sum(rows) === end.rows &&
    damaged.join() === end.damagedFiles.join() &&
    Object.entries(begin.tables).every(([table, many]) => (rows[table] ?? 0) === many) &&
    sum(rows) === sum(begin.tables)
  if (!agrees) throw unreadable('other numbers of rows than it says')
  const { count, head } = ledger.head()
  if (count !== begin.anchor.count || head !== begin.anchor.head) throw unreadable('a ledger without its end')
  const publicKey = begin.publicKey === null ? null : fromBase64(begin.publicKey)
  return {
    ...{ file, opened, begin, end },
    formerKey: publicKey && { publicKeySha256: await fingerprintOf(publicKey), publicKey },
    newerRows: Math.max(0, lost.count - count),
    refusal:
      (await target.refusal()) ??
      (lost.count > 0 && lost.count <= count && ledger.notedHash() !== lost.head ? otherLedger : null),
  }
}

/** Reads a backup that was just written to its end. @throws as `unlockBackup`, `readChunks` and `readFrames` do. */
export async function readBack(file: Blob, passphrase: string): Promise<BackupEnd> {
  let end: BackupEnd | null = null
  for await (const frame of readFrames(readChunks(file, await unlockBackup(file, passphrase)))) {
    if (frame.frame === 'end') end = frame
  }
  if (!end) throw unreadable('no end')
  return end
}

/** The rows of a backup that was checked, some at a time, files included. */
export async function* backupRows(
  { file, opened }: CheckedBackup,
  onProgress: Progress,
): AsyncGenerator<BackupRow[]> {
  let batch: BackupRow[] = []
  let bytes = 0
  for await (const frame of readFrames(readChunks(file, opened, onProgress))) {
    if (frame.frame !== 'row') continue
    const last = batch.at(-1)
    if (last && (last.table !== frame.table || batch.length >= 200 || bytes > 8 << 20)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push({ table: frame.table, value: frame.value })
    if (frame.table === 'blobs') bytes += (frame.value as { bytes: Uint8Array }).bytes.byteLength
  }
  if (batch.length > 0) yield batch
}

function checkedRow(
  { table, value }: Extract<BackupFrame, { frame: 'row' }>,
  { tables }: BackupTarget,
): Record<string, unknown> {
  if (!tables.has(table) || table === 'keys') throw unreadable(`a table ${table.slice(0, 40)}`)
  if (!isRecord(value)) throw unreadable(`a row of ${table} that is none`)
  return value
}

function checkedBlob({ sha256, bytes }: Record<string, unknown>): {
  sha256: string
  bytes: Uint8Array<ArrayBuffer>
} {
  if (typeof sha256 !== 'string' || !(bytes instanceof Uint8Array)) throw unreadable('a file that is none')
  return { sha256, bytes: bytes as Uint8Array<ArrayBuffer> }
}

function refuseVersion(found: number, own: number): void {
  if (found > own)
    throw new ExpectedError(
      'backup-newer',
      'A newer version of Docket made this backup. Update Docket, then restore it.',
    )
  if (found < own)
    throw new ExpectedError(
      'backup-older',
      `An older version of Docket made this backup (data of version ${found}, here ${own}). Install that version in a new profile, restore there, and let it update.`,
    )
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, many) => all + many, 0)

/**
 * The ledger that this profile has lost, by its anchor: rows that were written and are not here. Without any where none
 * is missing, or where the anchor cannot be read.
 */
export async function lostLedger(target: BackupTarget, anchors: AnchorStore): Promise<LedgerAnchor> {
  const anchor = await anchorOrNull(anchors)
  return anchor && anchor.count > (await target.ledgerRows()) ? anchor : emptyLedgerAnchor
}

/** Null where there is none or it cannot be read. */
export async function anchorOrNull(anchors: AnchorStore): Promise<LedgerAnchor | null> {
  try {
    return await anchors.read()
  } catch (error) {
    if (error instanceof ExpectedError) return null
    throw error
  }
}

const otherLedger: Failure = {
  code: 'restore-other-ledger',
  message:
    'This backup belongs to another ledger than the one that this profile has lost. Restore it in a new browser profile, and bring the lost evidence back here from its second copies.',
}
