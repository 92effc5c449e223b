import type { VerifySource } from '../capture-check.ts'
import type { FoundFlaw } from '../verify-all.ts'
import { verifyCapture } from '../verify-capture.ts'

/** What looking at one capture found. */
export interface Looked {
  files: number
  flaws: FoundFlaw[]
}

/**
 * Everything that "verify now" looks at in a capture, but the ledger's chain. What is wrong is looked at once more:
 * files may be deleted on the person's word, or a newer record sealed, in the middle of it. Captures that are not
 * sealed yet have nothing to be held against. Null where `goesOn` says, after any of the checks, that it is to stop.
 */
export async function lookAtCapture(
  source: VerifySource,
  captureId: string,
  goesOn: () => Promise<boolean>,
): Promise<Looked | null> {
  const stored = await source.seals.capture(captureId)
  if (stored?.job.seal.recordId === null) return { files: 0, flaws: [] }
  const first = await look(source, captureId, goesOn)
  return first && first.flaws.length > 0 ? look(source, captureId, goesOn) : first
}

async function look(
  source: VerifySource,
  captureId: string,
  goesOn: () => Promise<boolean>,
): Promise<Looked | null> {
  const looked: Looked = { files: 0, flaws: [] }
  for await (const check of verifyCapture(source, captureId, { withLedger: false })) {
    if (check.outcome === 'wrong') looked.flaws.push({ captureId, check })
    if (check.what === 'file' && check.outcome === 'right') looked.files += 1
    if (!(await goesOn())) return null
  }
  return looked
}
