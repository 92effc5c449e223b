import type { CaptureCheck, VerifySource } from './capture-check.ts'
import type { EvidenceReader } from './evidence-reader.ts'
import { ledgerCheck } from './ledger/ledger-check.ts'
import { verifyCapture } from './verify-capture.ts'

/** What is not as it was sealed, and in which capture; the ledger belongs to none. */
export interface FoundFlaw {
  captureId: string | null
  check: CaptureCheck
}

export interface VerifiedSoFar {
  done: number
  of: number
  flaws: FoundFlaw[]
}

/** When all evidence was last looked through, and what came of it. */
export interface LastVerification {
  atMs: number
  captures: number
  flaws: number
}

/** Looks through the whole ledger and every capture, newest first, and tells how far it is after each. */
export async function* verifyAll(
  source: VerifySource,
  reader: Pick<EvidenceReader, 'captureIds'>,
  signal: AbortSignal,
): AsyncGenerator<VerifiedSoFar> {
  const captureIds = await reader.captureIds()
  const flaws: FoundFlaw[] = []
  const ledger = await ledgerCheck(source)
  if (ledger.outcome === 'wrong') flaws.push({ captureId: null, check: ledger })
  const of = captureIds.length
  yield { done: 0, of, flaws: [...flaws] }
  for (const [index, captureId] of captureIds.entries()) {
    if (signal.aborted) return
    for await (const check of verifyCapture(source, captureId, { withLedger: false })) {
      if (check.outcome === 'wrong') flaws.push({ captureId, check })
    }
    yield { done: index + 1, of, flaws: [...flaws] }
  }
}
