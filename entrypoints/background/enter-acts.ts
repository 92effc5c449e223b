import { failureFrom } from '../../lib/core/expected-error.ts'
import { enterWaitingActs } from '../../lib/evidence/ledger/append-to-ledger.ts'
import { docket } from './docket.ts'

/**
 * Enters in the ledger what was just judged. Nobody waits for it: the acts are stored already, and whatever
 * fails or is interrupted here is made good by the alarm or by the next row.
 */
export function enterActs(): void {
  enter().catch((error: unknown) => console.error('Docket could not enter judgements in the ledger', error))
}

async function enter(): Promise<void> {
  const { sealing, recordFailure } = await docket()
  try {
    await enterWaitingActs(sealing)
  } catch (error) {
    const doing = 'entering judgements in the ledger'
    await recordFailure(doing, failureFrom(error, doing), null)
  }
}
