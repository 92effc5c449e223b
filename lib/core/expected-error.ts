import type { Failure } from './result.ts'

/**
 * An error whose message is written for the person in front of the screen. Anything else that is thrown is
 * a bug and is reported with what was being done.
 */
export class ExpectedError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ExpectedError'
    this.code = code
  }
}

/** Turns whatever was thrown while `doing` something into a failure that can be stored and shown. */
export function failureFrom(thrown: unknown, doing: string): Failure {
  if (thrown instanceof ExpectedError) return { code: thrown.code, message: thrown.message }
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
  return { code: 'unexpected', message: `Docket failed while ${doing} (${detail}).` }
}
