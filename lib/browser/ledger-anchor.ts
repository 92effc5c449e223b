import { browser } from 'wxt/browser'
import { ExpectedError } from '../core/expected-error.ts'
import { isRecord } from '../core/hostile-json.ts'
import type { AnchorStore } from '../evidence/ledger/ledger-repo.ts'
import { isDemoPage } from './demo-page.ts'

/** Keeps head and length of a ledger in `storage.local`, which does not share the database's fate. */
const anchorAt = (key: string): AnchorStore => ({
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
})

const demoKey = 'demoLedgerAnchor'

/** Of the demo's ledger. */
export const demoAnchor: AnchorStore = anchorAt(demoKey)

export const removeDemoAnchor = (): Promise<void> => browser.storage.local.remove(demoKey)

/** Of the ledger that this page works with. */
export const storedAnchor: AnchorStore = isDemoPage ? demoAnchor : anchorAt('ledgerAnchor')
