import type { Moment } from '../core/clock.ts'
import { sha256Hex } from '../core/digest.ts'
import { ExpectedError } from '../core/expected-error.ts'
import { newId } from '../core/ids.ts'
import { ok, type Result } from '../core/result.ts'
import { appendToLedger, type LedgerWriter } from '../evidence/append-to-ledger.ts'
import type { Installation } from '../evidence/evidence-record.ts'
import { type LedgerRow, ledgerLine } from '../evidence/ledger.ts'
import { fingerprintOf, type KeyStore, type SigningKey } from '../evidence/seal.ts'
import type { SealRepo } from '../evidence/seal-repo.ts'
import { exportPayload, type PackContents } from './evidence-pack-layout.ts'
import { type ChosenCapture, chooseCaptures } from './sealed-captures.ts'

/** Where the evidence of an export comes from, and the ledger that it enters. */
export interface ExportSource extends LedgerWriter {
  seals: Pick<SealRepo, 'capture' | 'record' | 'readBytes' | 'operatorName'>
  keys: KeyStore
  describeInstallation(): Promise<Installation>
}

export interface ExportOptions {
  captureIds: string[]
  /** Told after every capture: how many are in, of how many. */
  onProgress?: (done: number, of: number) => void
}

/** An export that stands in the ledger; its bytes have yet to be written. */
export interface EnteredExport {
  key: SigningKey
  chosen: ChosenCapture[]
  contents: Pick<PackContents, 'packId' | 'records' | 'earlierRecords'>
  /** The person's name as set; null where none is set. */
  operator: string | null
  exported: LedgerRow
  made: Moment
}

/**
 * Checks what is to be exported and enters the export in the ledger, before its first byte: what got out
 * always left a trace. Fails as `chooseCaptures` does; then nothing is entered.
 */
export async function enterExport(
  source: ExportSource,
  captureIds: string[],
): Promise<Result<EnteredExport>> {
  const key = await source.keys.signingKey()
  const chosen = await chooseCaptures(source, key, captureIds)
  if (!chosen.ok) return chosen
  const packId = newId(source.clock().wallMs)
  const contents = {
    packId,
    records: chosen.value.map(({ record }) => record),
    earlierRecords: chosen.value.flatMap(({ earlier }) => earlier),
  }
  const operator = await source.seals.operatorName()
  const exported = await appendToLedger(source, {
    actor: operator ?? 'docket',
    action: 'exported',
    subject: packId,
    payloadHash: await sha256Hex(encode(exportPayload(contents))),
  })
  return ok({ key, chosen: chosen.value, contents, operator, exported, made: source.clock() })
}

/** What the export holds, and where its piece of the ledger begins and ends. */
export async function contentsOf(
  source: ExportSource,
  { key, chosen, contents, exported, made }: EnteredExport,
): Promise<PackContents> {
  const first = await source.ledger.row(firstSeqOf(chosen))
  if (!first) throw new ExpectedError('ledger-row-missing', 'The ledger lacks the row of a capture.')
  const { extension } = await source.describeInstallation()
  return {
    ...contents,
    madeAt: { wallMs: made.wallMs, offsetMinutes: made.offsetMinutes },
    docketVersion: extension.version,
    publicKeySha256: await fingerprintOf(key.publicKey),
    ledger: {
      firstSeq: first.seq,
      previousHash: first.previousHash,
      headSeq: exported.seq,
      headHash: exported.hash,
    },
  }
}

const rowsAtOnce = 200

/** The ledger from the first row of the exported captures to the export itself, one row a line. */
export async function* ledgerLines(
  { ledger }: Pick<ExportSource, 'ledger'>,
  { chosen, exported }: EnteredExport,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let seq = firstSeqOf(chosen); seq <= exported.seq; ) {
    const rows = await ledger.rowsFrom(seq, Math.min(rowsAtOnce, exported.seq - seq + 1))
    if (rows.length === 0)
      throw new ExpectedError('ledger-row-missing', `Row ${seq} of the ledger is missing.`)
    yield encode(rows.map(ledgerLine).join(''))
    seq += rows.length
  }
}

const firstSeqOf = (chosen: ChosenCapture[]) => Math.min(...chosen.flatMap(({ ledgerSeqs }) => ledgerSeqs))

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
