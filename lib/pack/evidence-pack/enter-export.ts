import type { Moment } from '../../core/clock.ts'
import { sha256Hex } from '../../core/digest.ts'
import { ExpectedError } from '../../core/expected-error.ts'
import { newId } from '../../core/ids.ts'
import { ok, type Result } from '../../core/result.ts'
import { enterDeparture } from '../../evidence/departure.ts'
import { appendToLedger, type LedgerWriter } from '../../evidence/ledger/append-to-ledger.ts'
import { type LedgerRow, ledgerLine } from '../../evidence/ledger/ledger.ts'
import { unnamedOperator } from '../../evidence/ledger/ledger-act.ts'
import type { Installation } from '../../evidence/seal/evidence-record.ts'
import { fingerprintOf, type SigningKey } from '../../evidence/seal/seal.ts'
import type { SealRepo } from '../../evidence/seal/seal-repo.ts'
import { type CarriedPaperSource, type CarriedPapers, carriedPapers } from './carried-papers.ts'
import { type EvidencePackManifest, exportPayload, type PackContents } from './evidence-pack-layout.ts'
import { type ChosenCapture, chooseCaptures } from './sealed-captures.ts'

/** Where the evidence of an export comes from, and the ledger that it enters. */
export interface ExportSource extends LedgerWriter, CarriedPaperSource {
  seals: Pick<SealRepo, 'capture' | 'record' | 'readBytes' | 'operatorName' | 'addDeparture'>
  describeInstallation(): Promise<Installation>
}

export interface ExportOptions {
  captureIds: string[]
  /** Told after every capture: how many are in, of how many. */
  onProgress?: (done: number, of: number) => void
}

/** The ledger row by which a copy leaves. */
export interface CopyEntry {
  packId: string
  ledgerSeq: number
}

/**
 * Makes the second copy of one capture instead of an export: its row is entered once for all tries, and its piece
 * of the ledger begins no later than `ledgerFrom`, so that all copies together hold every row.
 */
export interface CopyOptions {
  entry: CopyEntry | null
  ledgerFrom: number
}

/** An export that stands in the ledger; its bytes have yet to be written. */
export interface EnteredExport {
  key: SigningKey
  /** `fingerprintOf` it. */
  fingerprint: string
  chosen: ChosenCapture[]
  carried: CarriedPapers
  contents: ExportContents
  purpose: NonNullable<EvidencePackManifest['purpose']>
  /** The person's name as set; null where none is set. */
  operator: string | null
  /** Number of the first row in its piece of the ledger. */
  firstSeq: number
  /** The ledger row by which it leaves, the last one there. */
  departed: LedgerRow
  made: Moment
}

type ExportContents = Pick<PackContents, 'packId' | 'records' | 'earlierRecords'>

/**
 * Checks what is to be exported and enters the export in the ledger, before its first byte: what got out
 * always left a trace. Fails as `chooseCaptures` and `carriedPapers` do; then nothing is entered.
 */
export async function enterExport(
  source: ExportSource,
  captureIds: string[],
  copy: CopyOptions | null = null,
): Promise<Result<EnteredExport>> {
  const key = await source.keys.signingKey()
  const fingerprint = await fingerprintOf(key.publicKey)
  const chosen = await chooseCaptures(source, captureIds)
  if (!chosen.ok) return chosen
  const carried = await carriedPapers(source, chosen.value, fingerprint)
  if (!carried.ok) return carried
  const contents = {
    packId: copy?.entry?.packId ?? newId(source.clock().wallMs),
    records: chosen.value.map(({ record }) => record),
    earlierRecords: chosen.value.flatMap(({ earlier }) => earlier),
  }
  const operator = await source.seals.operatorName()
  const departed = await depart(source, contents, operator, copy)
  return ok({
    key,
    fingerprint,
    chosen: chosen.value,
    carried: carried.value,
    contents,
    purpose: copy ? 'copy' : 'export',
    operator,
    firstSeq: Math.min(
      copy?.ledgerFrom ?? departed.seq,
      ...chosen.value.flatMap(({ ledgerSeqs }) => ledgerSeqs),
    ),
    departed,
    made: source.clock(),
  })
}

/** Enters in the ledger that the export leaves. A copy that was begun before has its row already. */
async function depart(
  source: ExportSource,
  contents: ExportContents,
  operator: string | null,
  copy: CopyOptions | null,
): Promise<LedgerRow> {
  if (!copy) {
    const actor = operator ?? unnamedOperator
    const captureIds = contents.records.map(({ captureId }) => captureId)
    const payload = exportPayload(contents)
    return enterDeparture(source, { actor, packId: contents.packId, captureIds, payload })
  }
  const payloadHash = await sha256Hex(encode(exportPayload(contents)))
  const subject = contents.records[0]?.captureId ?? ''
  const begun = copy.entry && (await source.ledger.row(copy.entry.ledgerSeq))
  if (begun?.action === 'copied' && begun.subject === subject && begun.payloadHash === payloadHash) {
    return begun
  }
  return appendToLedger(source, { actor: 'docket', action: 'copied', subject, payloadHash })
}

/** What the export holds, and where its piece of the ledger begins and ends. */
export async function contentsOf(
  source: ExportSource,
  { fingerprint, carried, contents, firstSeq, departed, made }: EnteredExport,
): Promise<PackContents> {
  const first = await source.ledger.row(firstSeq)
  if (!first) throw new ExpectedError('ledger-row-missing', 'The ledger lacks the row of a capture.')
  const { extension } = await source.describeInstallation()
  return {
    ...contents,
    keys: [...carried.keys.keys()],
    origins: [...carried.origins.keys()],
    madeAt: { wallMs: made.wallMs, offsetMinutes: made.offsetMinutes },
    docketVersion: extension.version,
    publicKeySha256: fingerprint,
    ledger: {
      firstSeq: first.seq,
      previousHash: first.previousHash,
      headSeq: departed.seq,
      headHash: departed.hash,
    },
  }
}

const rowsAtOnce = 200

/** The export's piece of the ledger, from the first row of its captures to the one by which it leaves, one row a line. */
export async function* ledgerLines(
  { ledger }: Pick<ExportSource, 'ledger'>,
  { firstSeq, departed }: EnteredExport,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let seq = firstSeq; seq <= departed.seq; ) {
    const rows = await ledger.rowsFrom(seq, Math.min(rowsAtOnce, departed.seq - seq + 1))
    if (rows.length === 0)
      throw new ExpectedError('ledger-row-missing', `Row ${seq} of the ledger is missing.`)
    yield encode(rows.map(ledgerLine).join(''))
    seq += rows.length
  }
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
