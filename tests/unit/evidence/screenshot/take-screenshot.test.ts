import { describe, expect, test } from 'vitest'
import type { PageCheck } from '../../../../lib/evidence/screenshot/page-check.ts'
import { type ScreenshotPorts, takeScreenshot } from '../../../../lib/evidence/screenshot/take-screenshot.ts'

const url = 'https://www.aliexpress.com/w/wholesale-velmora.html'
const page: PageCheck = {
  sameDocument: true,
  url,
  pageState: 'ready',
  visible: true,
  controlsHidden: true,
  itemComId: null,
  account: null,
  subjects: { '1005007000000001': { x: 10, y: 20, width: 200, height: 300 } },
}
const png = new Uint8Array([1, 2, 3])

function ports(overrides: Partial<ScreenshotPorts> = {}): ScreenshotPorts & { shots: number } {
  const house = {
    shots: 0,
    tab: async () => ({ isInFront: true, url }),
    checkPage: async () => page,
    whenAllowed: <T>(take: () => Promise<T>) => take(),
    photograph: async () => {
      house.shots += 1
      return { outcome: 'taken' as const, png }
    },
    watch: () => ({ happened: () => null, stop: () => undefined }),
    nowMs: () => 1000,
    ...overrides,
  }
  return house
}

/** Answers the n-th call with the n-th value, the last one for ever. */
function inTurn<T>(...answers: T[]): () => Promise<T> {
  let calls = 0
  return async () => {
    const answer = answers[Math.min(calls++, answers.length - 1)]
    if (answer === undefined) throw new Error('no answer given')
    return answer
  }
}

describe('taking a screenshot', () => {
  test('takes it when nothing changes', async () => {
    expect(await takeScreenshot(ports())).toEqual({ ok: true, value: { png, takenAtMs: 1000, page } })
  })

  const changes: Record<string, Partial<PageCheck>> = {
    'another address': { url: 'https://www.aliexpress.com/item/1005007000000009.html' },
    'another item': { itemComId: '1005007000000009' },
    'another state': { pageState: 'challenge' },
    'a moved card': { subjects: { '1005007000000001': { x: 10, y: 80, width: 200, height: 300 } } },
    'a card gone': { subjects: { '1005007000000001': null } },
  }
  for (const [name, change] of Object.entries(changes)) {
    test(`refuses a picture with ${name} after it, and takes the next that agrees`, async () => {
      const house = ports({ checkPage: inTurn<PageCheck>(page, { ...page, ...change }, page, page) })
      expect((await takeScreenshot(house)).ok).toBe(true)
      expect(house.shots).toBe(2)
    })
  }

  test('refuses a picture during which the tab was switched, even if it is back in front', async () => {
    const answers = ['Another tab came to the front.', null]
    const house = ports({ watch: () => ({ happened: () => answers.shift() ?? null, stop: () => undefined }) })
    expect((await takeScreenshot(house)).ok).toBe(true)
    expect(house.shots).toBe(2)
  })

  test('gives up after three tries with the reason', async () => {
    const house = ports({
      watch: () => ({ happened: () => 'Another tab came to the front.', stop: () => undefined }),
    })
    expect(await takeScreenshot(house)).toMatchObject({
      ok: false,
      error: { code: 'page-changed', tries: 3, message: expect.stringContaining('Another tab') },
    })
    expect(house.shots).toBe(3)
  })

  for (const pageState of ['challenge', 'login', 'loading', 'unknown'] as const) {
    test(`never photographs a ${pageState} page`, async () => {
      const house = ports({ checkPage: async () => ({ ...page, pageState }) })
      expect(await takeScreenshot(house)).toMatchObject({
        ok: false,
        error: { code: 'page-not-evidence', tries: 1 },
      })
      expect(house.shots).toBe(0)
    })
  }

  test('a removed page is evidence of its own kind', async () => {
    const house = ports({ checkPage: async () => ({ ...page, pageState: 'removed' as const }) })
    expect((await takeScreenshot(house)).ok).toBe(true)
  })

  test('never photographs while another tab is in front, and asks its page nothing', async () => {
    const checkPage = () => Promise.reject(new Error('asked'))
    const house = ports({ tab: async () => ({ isInFront: false, url }), checkPage })
    expect(await takeScreenshot(house)).toMatchObject({
      ok: false,
      error: { code: 'tab-switched', tries: 3 },
    })
    expect(house.shots).toBe(0)
  })

  test('a closed tab, a page that left and a missing permission end it at once', async () => {
    expect(await takeScreenshot(ports({ tab: async () => null }))).toMatchObject({
      error: { code: 'tab-closed', tries: 1 },
    })
    expect(await takeScreenshot(ports({ checkPage: async () => null }))).toMatchObject({
      error: { code: 'page-gone' },
    })
    const other = { ...page, sameDocument: false }
    expect(await takeScreenshot(ports({ checkPage: async () => other }))).toMatchObject({
      error: { code: 'page-gone' },
    })
    const refused = ports({ photograph: async () => ({ outcome: 'no-permission' }) })
    expect(await takeScreenshot(refused)).toMatchObject({ error: { code: 'no-permission', tries: 1 } })
  })

  test('a refusal while another tab was in front says nothing of this page: it is taken again', async () => {
    const refusedOnce = () => {
      const answers = [{ outcome: 'no-permission' }, { outcome: 'taken', png }] as const
      return inTurn<(typeof answers)[number]>(...answers)
    }
    const switched = ['Another tab came to the front.', null]
    const watch = () => ({ happened: () => switched.shift() ?? null, stop: () => undefined })
    expect((await takeScreenshot(ports({ watch, photograph: refusedOnce() }))).ok).toBe(true)

    const behind = inTurn({ isInFront: true, url }, { isInFront: false, url }, { isInFront: true, url })
    expect((await takeScreenshot(ports({ tab: behind, photograph: refusedOnce() }))).ok).toBe(true)

    // A page that merely moved: the browser's word on the permission counts.
    const moved = { ...page, subjects: {} }
    const house = ports({
      checkPage: inTurn<PageCheck>(page, moved),
      photograph: async () => ({ outcome: 'no-permission' }),
    })
    expect(await takeScreenshot(house)).toMatchObject({ error: { code: 'no-permission', tries: 1 } })
  })

  test('never photographs with our own controls in view', async () => {
    const house = ports({ checkPage: async () => ({ ...page, controlsHidden: false }) })
    expect(await takeScreenshot(house)).toMatchObject({ ok: false, error: { code: 'controls-shown' } })
    expect(house.shots).toBe(0)
  })

  test('stops listening however it ends', async () => {
    let watching = 0
    const watch = () => {
      watching += 1
      const stop = () => {
        watching -= 1
      }
      return { happened: () => null, stop }
    }
    await takeScreenshot(ports({ watch }))
    await takeScreenshot(ports({ watch, photograph: () => Promise.reject(new Error('GPU')) })).catch(
      () => undefined,
    )
    expect(watching).toBe(0)
  })
})
