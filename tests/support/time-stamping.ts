import type { TimeStamping } from '../../lib/evidence/time-stamp/stamp-ledger.ts'
import { stampLedger } from '../../lib/evidence/time-stamp/stamp-ledger.ts'
import type { AskTsa } from '../../lib/evidence/time-stamp/time-stamp.ts'
import type {
  TimeStampSettings,
  TimeStampSettingsStore,
  TimeStampTry,
} from '../../lib/evidence/time-stamp/time-stamp-settings.ts'
import type { PackTimeStampSource } from '../../lib/pack/evidence-pack/pack-time-stamps.ts'
import type { TestHouse } from './open-test-database.ts'

/** Settings in memory; `tries` has every attempt that was noted. */
export function memorySettings(
  settings: TimeStampSettings,
): TimeStampSettingsStore & { settings: TimeStampSettings; tries: TimeStampTry[] } {
  const store = {
    settings,
    tries: [] as TimeStampTry[],
    read: async () => store.settings,
    save: async (changed: TimeStampSettings) => {
      store.settings = changed
    },
    lastTry: async () => store.tries.at(-1) ?? null,
    noteTry: async (made: TimeStampTry) => {
      store.tries.push(made)
    },
  }
  return store
}

export const testTsaUrl = 'https://tsa.example/tsr'

/** Time-stamping of a test's ledger, on, by whatever answers. */
export function timeStampingOf(house: TestHouse, askTsa: AskTsa) {
  return {
    ...house.sealing,
    stamps: house.stamps,
    settings: memorySettings({ isOn: true, url: testTsaUrl }),
    askTsa,
  } satisfies TimeStamping
}

/** What the background does for an export, without a browser between. */
export const packStampsOf = (stamping: TimeStamping): PackTimeStampSource => ({
  stamps: stamping.stamps,
  async stampRow(seq) {
    const stamped = await stampLedger(stamping, seq)
    return stamped.ok ? { state: 'stamped' } : { state: 'failed', failure: stamped.error }
  },
})
