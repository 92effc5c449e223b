/** The outcome of something that may fail for a reason a person can act on. */
export type Result<T, E = Failure> = { ok: true; value: T } | { ok: false; error: E }

/** Why something failed, in the machine's and the person's words. */
export interface Failure {
  /** Stable and kebab-case; stored and tested. */
  code: string
  /** One sentence: what happened and what to do. Shown as it stands. */
  message: string
}

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

export const fail = (code: string, message: string): Result<never> => ({
  ok: false,
  error: { code, message },
})
