import { toBase64 } from '../../core/base64.ts'
import type { Moment } from '../../core/clock.ts'
import { sha256Hex } from '../../core/digest.ts'
import { ExpectedError } from '../../core/expected-error.ts'
import { newId } from '../../core/ids.ts'
import type { Failure } from '../../core/result.ts'
import { appendToLedger, type LedgerWriter } from '../../evidence/ledger/append-to-ledger.ts'
import type { LedgerRow } from '../../evidence/ledger/ledger.ts'
import { payloadHashOf, unnamedOperator } from '../../evidence/ledger/ledger-act.ts'
import { backupName } from '../pack-names.ts'
import { chunkWriter } from './backup-chunks.ts'
import { type BackupBegin, type BackupEnd, frameBytes, rowFrame } from './backup-frames.ts'
import { beginBackup } from './backup-keys.ts'
import type { BackupSource } from './backup-repo.ts'
import { ledgerChain } from './ledger-chain.ts'
import { writeValue } from './stored-value.ts'

/** All that a backup needs. */
export interface BackingUp extends LedgerWriter {
  source: BackupSource
  /** Why the storage only shows what is there; null where all is well. */
  readOnlyBecause: Failure | null
  operatorName(): Promise<string | null>
  /** What lies beside the database, as JSON texts by their name. */
  readSettings(): Promise<Record<string, string>>
  docketVersion(): Promise<string>
}

export interface MadeBackup {
  name: string
  stream: ReadableStream<Uint8Array<ArrayBuffer>>
  /** What is in it; settles when the stream has ended. */
  facts: Promise<{ begin: BackupBegin; end: BackupEnd }>
}

/** Fewer characters can be guessed by a machine; see NIST SP 800-63B, which asks for 8 where guesses are counted. */
export const leastPassphraseCharacters = 12

/**
 * One encrypted file with every row, every file, the settings and the ledger's anchor, made while it is read. It is
 * entered in the ledger before its first byte. The signing key is not in it: the browser hands it to nobody.
 * @throws ExpectedError `passphrase-short`, `backup-not-whole`.
 */
export async function makeBackup(
  backing: BackingUp,
  passphrase: string,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<MadeBackup> {
  if ([...passphrase].length < leastPassphraseCharacters)
    throw new ExpectedError(
      'passphrase-short',
      `Take at least ${leastPassphraseCharacters} characters, best several words.`,
    )
  if (backing.readOnlyBecause)
    throw new ExpectedError(backing.readOnlyBecause.code, backing.readOnlyBecause.message)
  const made = backing.clock()
  const backupId = newId(made.wallMs)
  await appendToLedger(backing, {
    actor: (await backing.operatorName()) ?? unnamedOperator,
    action: 'backed-up',
    subject: backupId,
    payloadHash: await payloadHashOf({ backupId, atMs: made.wallMs }),
  })
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>()
  const writer = writable.getWriter()
  const facts = write(backing, { passphrase, backupId, made, onProgress }, (bytes) =>
    writer.write(bytes),
  ).then(async (written) => {
    await writer.close()
    return written
  })
  // Whoever reads the stream meets the error there; the stream may be broken from that side already.
  facts.catch((error: unknown) => writer.abort(error).catch(() => undefined))
  return { name: backupName(made), stream: readable, facts }
}

interface Wanted {
  passphrase: string
  backupId: string
  made: Moment
  onProgress(done: number, of: number): void
}

async function write(
  backing: BackingUp,
  { passphrase, backupId, made, onProgress }: Wanted,
  out: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<{ begin: BackupBegin; end: BackupEnd }> {
  const { source } = backing
  const { bytes, cipher } = await beginBackup(passphrase)
  await out(bytes)
  const chunks = chunkWriter(cipher, out)
  const put = async (frame: Uint8Array[]) => {
    for (const part of frame) await chunks.write(part)
  }
  const [publicKey, settings, docket] = await Promise.all([
    source.publicKey(),
    backing.readSettings(),
    backing.docketVersion(),
  ])
  const ledger = ledgerChain()
  let begin: BackupBegin | null = null
  let [rows, of] = [0, 0]
  await source.readRows(
    async (tables, anchor) => {
      of = Object.values(tables).reduce((sum, many) => sum + many, 0)
      begin = {
        ...{ frame: 'begin', backupId, docket, tables, anchor, settings },
        made: { wallMs: made.wallMs, offsetMinutes: made.offsetMinutes },
        schemaVersion: source.schemaVersion,
        publicKey: publicKey && toBase64(publicKey),
      }
      await put(frameBytes(begin))
    },
    async (batch) => {
      for (const { table, value } of batch) {
        if (table === 'ledger' && !(await ledger.takes(value as LedgerRow)))
          throw notWhole((value as LedgerRow).seq)
        await put(rowFrame(table, await writeValue(value)))
      }
      rows += batch.length
      onProgress(rows, of)
    },
  )
  if (!begin) throw new Error('The storage gave no beginning.')
  const end = await writeFiles(backing, ledger.head().count, put)
  const last = { ...end, rows }
  await put(frameBytes(last))
  await chunks.close()
  return { begin, end: last }
}

/** Files never change, so they need no moment of their own; only a purge takes them away. */
async function writeFiles(
  { source }: BackingUp,
  ledgerSeq: number,
  put: (frame: Uint8Array[]) => Promise<void>,
): Promise<BackupEnd> {
  const end: BackupEnd = { frame: 'end', rows: 0, files: 0, fileBytes: 0, damagedFiles: [] }
  for await (const blob of source.blobs()) {
    if ((await sha256Hex(blob.bytes)) !== blob.sha256) end.damagedFiles.push(blob.sha256)
    await put(rowFrame('blobs', await writeValue(blob)))
    end.files += 1
    end.fileBytes += blob.bytes.byteLength
  }
  if (await source.wasPurgedSince(ledgerSeq))
    throw new ExpectedError(
      'backup-outrun',
      'Files were deleted while the backup was made, so it is not complete and was thrown away. Make it again.',
    )
  return end
}

const notWhole = (seq: number) =>
  new ExpectedError(
    'backup-not-whole',
    `Row ${seq} of the ledger is not the one that was written, so a backup would not be worth anything. Look at “Bring evidence back”.`,
  )
