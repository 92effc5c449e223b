import { fail, type Result } from '../../lib/core/result.ts'
import type { TimeStampFacts } from '../../lib/evidence/time-stamp/time-stamp.ts'

/**
 * Stands in for the check of time stamps in the verifier page of packs that have none: it is as large as all the rest
 * of that page. Given another pack it says so instead of passing it.
 */
export const verifyTimeStampToken = async (): Promise<Result<TimeStampFacts>> =>
  fail(
    'time-stamp-unchecked',
    'This page cannot check time stamps. Use the verify.html that lies in the pack itself.',
  )
