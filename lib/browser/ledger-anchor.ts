import { browser } from 'wxt/browser'
import { ExpectedError } from '../core/expected-error.ts'
import { isRecord } from '../core/hostile-json.ts'
import type { AnchorStore } from '../evidence/ledger/ledger-repo.ts'

const key = 'ledgerAnchor'

/** Keeps head and length of the ledger in `storage.local`, which does not share the database's fate. */
export const storedAnchor: AnchorStore = {
  async read() {
    const { [key]: stored } = await browser.storage.local.get(key)
    if (stored === undefined) return null
    if (isRecord(stored) && Number.isSafeInteger(stored.count) && typeof stored.head === 'string') {
      return { count: Number(stored.count), head: stored.head }
    }
    throw new ExpectedError(
      'anchor-unreadable',
      'What tells whether evidence is missing is damaged, so Docket changes nothing. Export the evidence and ask for help before you go on.',
    )
  },
  write: ({ count, head }) => browser.storage.local.set({ [key]: { count, head } }),
}
