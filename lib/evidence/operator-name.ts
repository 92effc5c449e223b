import { fail, ok, type Result } from '../core/result.ts'

/** Port to where the name is kept that evidence records state as the operator's. */
export interface OperatorNameStore {
  /** Null where none is set. */
  read(): Promise<string | null>
  /** Null takes it away. Records that are sealed already keep what they state. */
  save(name: string | null): Promise<void>
}

export const maxOperatorNameLength = 100

/**
 * The name as typed, made fit to be stated: NFC, spaces at the ends gone; null where nothing is left. Fails with
 * `name-too-long` and `name-unreadable` (line breaks and characters that nobody sees: a record must show what
 * it says).
 */
export function parseOperatorName(text: string): Result<string | null> {
  const name = text.normalize('NFC').trim()
  if (name.length > maxOperatorNameLength) {
    return fail('name-too-long', `A name may have ${maxOperatorNameLength} characters. Shorten it.`)
  }
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)) {
    return fail(
      'name-unreadable',
      'The name has characters that cannot be seen. Type it instead of pasting it.',
    )
  }
  return ok(name === '' ? null : name)
}
