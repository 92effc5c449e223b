import { ExpectedError } from '../core/expected-error.ts'
import type { AskTsa } from '../evidence/time-stamp/time-stamp.ts'

/** What an authority may take and send; tokens have 2,000 to 20,000 bytes. */
const tsaLimits = { timeoutMs: 15_000, answerBytes: 100_000 } as const

/**
 * Asks a time-stamp authority over HTTP (RFC 3161, 3.4). It gets the query and nothing else: no cookies, no
 * referrer, and it cannot send Docket on to another address.
 * @throws ExpectedError `tsa-unreachable`, `tsa-refused`, `tsa-slow`, `tsa-too-long`
 */
export const askTsa =
  (limits: { timeoutMs: number; answerBytes: number } = tsaLimits): AskTsa =>
  async (url, query) => {
    const signal = AbortSignal.timeout(limits.timeoutMs)
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
        body: query,
        signal,
        redirect: 'error',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      })
      if (!response.ok) {
        await response.body?.cancel()
        throw new ExpectedError(
          'tsa-refused',
          `The time-stamp authority answered with HTTP ${response.status}. Check its address in the settings.`,
        )
      }
      return await readAtMost(response, limits.answerBytes)
    } catch (error) {
      if (error instanceof ExpectedError) throw error
      if (signal.aborted) {
        throw new ExpectedError(
          'tsa-slow',
          `The time-stamp authority did not answer within ${limits.timeoutMs / 1000} seconds. Try again later.`,
          { cause: error },
        )
      }
      throw new ExpectedError(
        'tsa-unreachable',
        'The time-stamp authority cannot be reached. Check the network and its address in the settings.',
        { cause: error },
      )
    }
  }

/** Counted while it comes: a declared length may lie. */
async function readAtMost(response: Response, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(mostBytes)
  let length = 0
  for await (const piece of response.body ?? []) {
    if (length + piece.length > mostBytes) {
      throw new ExpectedError(
        'tsa-too-long',
        `The time-stamp authority sent more than ${mostBytes.toLocaleString('en')} bytes, which is no time stamp.`,
      )
    }
    bytes.set(piece, length)
    length += piece.length
  }
  return bytes.subarray(0, length)
}
