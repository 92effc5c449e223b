import { beforeEach, expect, test, vi } from 'vitest'
import { storedTimeStampSettings } from '../../../lib/browser/stored-time-stamp-settings.ts'

const stored = vi.hoisted(() => new Map<string, unknown>())

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => (stored.has(key) ? { [key]: stored.get(key) } : {}),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, value)
        },
        remove: async (key: string) => void stored.delete(key),
      },
    },
  },
}))

const url = 'https://tsa.example/tsr'

beforeEach(() => stored.clear())

test('time stamps are off until a person sets an address', async () => {
  expect(await storedTimeStampSettings.read()).toEqual({ isOn: false, url: null })
  expect(await storedTimeStampSettings.lastTry()).toBeNull()
})

test('settings and the last try are kept; new settings forget the try', async () => {
  await storedTimeStampSettings.save({ isOn: true, url })
  expect(await storedTimeStampSettings.read()).toEqual({ isOn: true, url })
  const made = { atMs: 5, failure: { code: 'tsa-slow', message: 'No answer.' } }
  await storedTimeStampSettings.noteTry(made)
  expect(await storedTimeStampSettings.lastTry()).toEqual(made)
  await storedTimeStampSettings.save({ isOn: false, url })
  expect(await storedTimeStampSettings.lastTry()).toBeNull()
})

test.each([
  [{ isOn: true, url: 'http://tsa.example/' }],
  [{ isOn: true, url: null }],
  [{ isOn: 'yes', url }],
  [{ isOn: true, url: 'https://tsa.example/#x' }],
  [null],
  ['on'],
])('damaged settings %j are told, not replaced by others', async (damaged) => {
  stored.set('timeStamps', damaged)
  await expect(storedTimeStampSettings.read()).rejects.toMatchObject({ code: 'settings-unreadable' })
})

test.each([[{ atMs: 'now', failure: null }], [{ atMs: 1, failure: 'no' }], [{}]])(
  'a damaged try %j is told',
  async (damaged) => {
    stored.set('timeStampTry', damaged)
    await expect(storedTimeStampSettings.lastTry()).rejects.toMatchObject({ code: 'settings-unreadable' })
  },
)
