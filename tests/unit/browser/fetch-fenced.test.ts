import { afterEach, describe, expect, test, vi } from 'vitest'
import { fetchFenced } from '../../../lib/browser/fetch-fenced.ts'

const address = 'https://ae01.alicdn.com/kf/S1234567890abcdef.png'
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

/** An answer that a server gave at the end of its redirects. */
function answerFrom(url: string, body: BodyInit | null, init: ResponseInit = {}): Response {
  const response = new Response(body, init)
  Object.defineProperty(response, 'url', { value: url })
  return response
}

const serve = (answer: (init: RequestInit) => Response | Promise<Response>) => {
  const asked = vi.fn(async (_url: URL, init: RequestInit) => answer(init))
  vi.stubGlobal('fetch', asked)
  return asked
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('a picture comes with its type, its address and the server’s date', async () => {
  const asked = serve(() => answerFrom(address, png, { headers: { date: 'Wed, 25 Nov 2026 10:00:00 GMT' } }))
  const fetched = await fetchFenced(address, { kind: 'picture' })
  expect(fetched).toMatchObject({
    ok: true,
    value: { bytes: png, mediaType: 'image/png', url: address, serverDate: { url: address } },
  })
  expect(asked.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
})

test('an address off the list is never asked', async () => {
  const asked = serve(() => answerFrom(address, png))
  const fetched = await fetchFenced('https://internal.example/a.png', { kind: 'picture' })
  expect(fetched.ok || fetched.error.code).toBe('not-fetchable')
  expect(asked).not.toHaveBeenCalled()
})

describe('refused', () => {
  test.each([
    ['redirected-away', () => answerFrom('https://evil.example/a.png', png)],
    ['redirected-away', () => answerFrom('https://user@ae01.alicdn.com/a.png', png)],
    ['http-error', () => answerFrom(address, png, { status: 404 })],
    ['http-error', () => answerFrom(address, null)],
    ['wrong-content', () => answerFrom(address, '<html>', { headers: { 'content-type': 'image/png' } })],
    ['too-large', () => answerFrom(address, new Uint8Array(60))],
    ['not-reachable', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('%s', async (code, answer) => {
    serve(answer)
    const fetched = await fetchFenced(address, { kind: 'picture', maxBytes: 50 })
    expect(fetched.ok || fetched.error.code).toBe(code)
  })

  const silent = (init: RequestInit) =>
    new Promise<Response>((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
    })

  test('too-slow', async () => {
    const timeIsUp = new AbortController()
    vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(timeIsUp.signal)
    serve(silent)
    const fetching = fetchFenced(address, { kind: 'picture' })
    timeIsUp.abort()
    const fetched = await fetching
    expect(fetched.ok || fetched.error.code).toBe('too-slow')
  })

  test('stopped', async () => {
    const stop = new AbortController()
    serve(silent)
    const fetching = fetchFenced(address, { kind: 'picture', signal: stop.signal })
    stop.abort()
    const fetched = await fetching
    expect(fetched.ok || fetched.error.code).toBe('stopped')
  })
})
