import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { askInitData } from '../../../lib/site/init-data.ts'

type Callback = (resolve: (data: unknown) => void, reject: () => void) => void

/** As the browser injects it: the function's text, run where nothing of this module is in reach. */
const askInPage = (callback?: unknown) => {
  const pageWindow = { __INIT_DATA_CALLBACK__: callback }
  const injected = new Function('window', 'setTimeout', `return (${askInitData.toString()})(800, 100)`)
  return injected(pageWindow, setTimeout) as ReturnType<typeof askInitData>
}

describe("the page's own data call", () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('gives its answer as text', async () => {
    const callback: Callback = (resolve) => resolve({ a: 1 })
    expect(await askInPage(callback)).toEqual({ json: '{"a":1}', reason: null })
  })

  test.each<[string, unknown]>([
    ['no-callback', undefined],
    ['no-callback', 'not a function'],
    ['rejected', ((_, reject) => reject()) satisfies Callback],
    [
      'rejected',
      () => {
        throw new Error('the page failed')
      },
    ],
    ['too-big', ((resolve) => resolve('x'.repeat(101))) satisfies Callback],
    ['not-json', ((resolve) => resolve(undefined)) satisfies Callback],
    [
      'not-json',
      ((resolve) => {
        const loop: unknown[] = []
        loop.push(loop)
        resolve(loop)
      }) satisfies Callback,
    ],
  ])('says why there is none: %s', async (reason, callback) => {
    expect(await askInPage(callback)).toEqual({ json: null, reason })
  })

  test('is not waited for longer than asked', async () => {
    const answer = askInPage(() => {})
    vi.advanceTimersByTime(799)
    const early = await Promise.race([answer, Promise.resolve('waiting')])
    vi.advanceTimersByTime(1)
    expect([early, await answer]).toEqual(['waiting', { json: null, reason: 'timeout' }])
  })
})
