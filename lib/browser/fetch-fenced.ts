import { fail, ok } from '../core/result.ts'
import {
  type FetchResource,
  fetchLimits,
  notFetchable,
  readAtMost,
  readFetchableUrl,
  readMediaType,
  readServerDate,
} from '../evidence/gather/fetch-fence.ts'

/**
 * Fetches one picture, stylesheet or font for evidence: without cookies, referrer or anything else of the
 * person, from the site's asset hosts alone (see evidence/fetch-fence.ts).
 *
 * An extension cannot see where a redirect leads before it is followed, so none is: a file that has moved is a
 * file that is missing, with that reason. tests/e2e has the redirect that must not arrive.
 *
 * Fails with `not-fetchable`, `http-error`, `too-large`, `too-slow`, `wrong-content`,
 * `stopped` and `not-reachable`.
 */
export const fetchFenced: FetchResource = async (address, wish) => {
  const url = readFetchableUrl(address)
  if (!url) return { ok: false, error: notFetchable }
  const timeIsUp = AbortSignal.timeout(fetchLimits.timeMs)
  const signals = wish.signal ? [timeIsUp, wish.signal] : [timeIsUp]
  try {
    const response = await fetch(url, {
      method: 'GET',
      mode: 'cors',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any(signals),
    })
    return await readResponse(response, wish)
  } catch (error) {
    if (wish.signal?.aborted) return fail('stopped', 'It was stopped before it came.')
    if (timeIsUp.aborted) {
      return fail('too-slow', `It did not come within ${fetchLimits.timeMs / 1000} seconds.`)
    }
    return fail(
      'not-reachable',
      `It could not be fetched (${error instanceof Error ? error.message : error}).`,
    )
  }
}

async function readResponse(
  response: Response,
  { kind, maxBytes = fetchLimits.bytes }: Parameters<FetchResource>[1],
): ReturnType<FetchResource> {
  const receivedAtMs = Date.now()
  if (!response.ok || !response.body) {
    await response.body?.cancel()
    return fail('http-error', `The server answered with status ${response.status}.`)
  }
  const read = await readAtMost(response.body, Math.min(maxBytes, fetchLimits.bytes))
  if (!read.ok) return read
  const mediaType = readMediaType(kind, read.value, response.headers.get('content-type') ?? '')
  if (!mediaType) return fail('wrong-content', `What came is no ${kind}.`)
  return ok({
    bytes: read.value,
    mediaType,
    url: response.url,
    serverDate: readServerDate(response.headers, response.url, receivedAtMs),
  })
}
