import type { SealRepo } from '../seal/seal-repo.ts'
import { appendToLedger, type LedgerWriter } from './append-to-ledger.ts'
import type { LedgerRow } from './ledger.ts'
import { payloadHashOf, unnamedOperator } from './ledger-act.ts'

/** Enters in the ledger that a person looks at a capture, and at which of its records. */
export async function enterView(
  writer: LedgerWriter & { seals: Pick<SealRepo, 'capture' | 'operatorName'> },
  captureId: string,
): Promise<LedgerRow> {
  const [stored, name] = await Promise.all([writer.seals.capture(captureId), writer.seals.operatorName()])
  return appendToLedger(writer, {
    actor: name ?? unnamedOperator,
    action: 'capture-viewed',
    subject: captureId,
    payloadHash: await payloadHashOf({
      captureId,
      recordId: stored?.job.seal.recordId ?? null,
      atMs: writer.clock().wallMs,
    }),
  })
}
