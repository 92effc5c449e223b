import { expect, test, vi } from 'vitest'
import { serveMessages } from '../../../lib/messaging/serve-messages.ts'

type Listener = (message: unknown, sender: object, sendResponse: (answer: unknown) => void) => boolean

const { listeners } = vi.hoisted(() => ({ listeners: [] as Listener[] }))
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'docket',
      getURL: (path: string) => `chrome-extension://docket${path}`,
      onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
    },
  },
}))

const ask = (message: unknown) =>
  new Promise((resolve) => {
    for (const listener of listeners) listener(message, { id: 'stranger' }, resolve)
  })

test('an answer does not wait for its reason to be kept: a broken storage may never say that it is', async () => {
  listeners.length = 0
  const recordFailure = vi.fn(() => new Promise<void>(() => undefined))
  serveMessages({ fromPages: {}, fromExtension: {}, recordFailure } as never)
  expect(await ask({ type: 'flag.create' })).toMatchObject({ ok: false, error: { code: 'unknown-sender' } })
  expect(recordFailure).toHaveBeenCalledOnce()
})

test('nor is it lost where the reason cannot be kept', async () => {
  listeners.length = 0
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const recordFailure = vi.fn(() => Promise.reject(new Error('disk full')))
  serveMessages({ fromPages: {}, fromExtension: {}, recordFailure } as never)
  expect(await ask({ type: 'flag.create' })).toMatchObject({ ok: false, error: { code: 'unknown-sender' } })
  expect(told).toHaveBeenCalledOnce()
})
