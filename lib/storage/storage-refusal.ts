import { ExpectedError } from '../core/expected-error.ts'

/**
 * Names under which browsers refuse to store: disk or quota full, a store that cannot be read or written.
 * Chromium gives a full disk four names (QuotaExceededError, DataError, ConstraintError, InvalidStateError).
 */
const refusals = new Set([
  'QuotaExceededError',
  'DataError',
  'ConstraintError',
  'InvalidStateError',
  'UnknownError',
  'AbortError',
  'TimeoutError',
  'OpenFailedError',
  'DatabaseClosedError',
])

/**
 * Runs a write, or its read-back, and says in the person's words why the browser refused it. Whatever else is thrown goes
 * through: it is a bug, or an expected error already.
 * @throws ExpectedError `storage-refused`; nothing of the write is stored then.
 */
export async function storing<T>(write: () => PromiseLike<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof Error) || error instanceof ExpectedError || !refusals.has(error.name)) throw error
    throw new ExpectedError(
      'storage-refused',
      `Not saved: the browser’s storage refused (${error.name}). Free some disk space and try again; what was saved before is still there.`,
      { cause: error },
    )
  }
}
