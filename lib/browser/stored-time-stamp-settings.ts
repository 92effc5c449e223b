import { browser } from 'wxt/browser'
import { ExpectedError } from '../core/expected-error.ts'
import { isRecord } from '../core/hostile-json.ts'
import {
  parseTsaUrl,
  type TimeStampSettings,
  type TimeStampSettingsStore,
  type TimeStampTry,
} from '../evidence/time-stamp/time-stamp-settings.ts'

const settingsKey = 'timeStamps'
const tryKey = 'timeStampTry'

/** Keeps settings of time stamps in `storage.local`, where they can be read and changed also while the database is read-only. */
export const storedTimeStampSettings: TimeStampSettingsStore = {
  async read() {
    const { [settingsKey]: stored } = await browser.storage.local.get(settingsKey)
    if (stored === undefined) return { isOn: false, url: null }
    if (isSettings(stored)) return { isOn: stored.isOn, url: stored.url }
    throw unreadable
  },
  async save({ isOn, url }) {
    await browser.storage.local.set({ [settingsKey]: { isOn, url } })
    await browser.storage.local.remove(tryKey)
  },
  async lastTry() {
    const { [tryKey]: stored } = await browser.storage.local.get(tryKey)
    if (stored === undefined) return null
    if (isTry(stored)) return stored
    throw unreadable
  },
  noteTry: ({ atMs, failure }) => browser.storage.local.set({ [tryKey]: { atMs, failure } }),
}

function isSettings(stored: unknown): stored is TimeStampSettings {
  if (!isRecord(stored) || typeof stored.isOn !== 'boolean') return false
  if (stored.url === null) return !stored.isOn
  if (typeof stored.url !== 'string') return false
  const url = parseTsaUrl(stored.url)
  return url.ok && url.value === stored.url
}

const isTry = (stored: unknown): stored is TimeStampTry =>
  isRecord(stored) &&
  Number.isSafeInteger(stored.atMs) &&
  (stored.failure === null ||
    (isRecord(stored.failure) &&
      typeof stored.failure.code === 'string' &&
      typeof stored.failure.message === 'string'))

const unreadable = new ExpectedError(
  'settings-unreadable',
  'The settings of time stamps are damaged, so none is made. Set the address anew in the settings.',
)
