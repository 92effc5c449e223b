import {
  type LookingThrough,
  lookThroughSlice,
  noteUnread,
  UnreadCapture,
} from '../evidence/rounds/look-through-slice.ts'
import type { DocketDatabase } from '../storage/database.ts'
import { dexieRoundRepo } from '../storage/dexie-round-repo.ts'
import { capturesBeingGathered } from './gathering-lock.ts'
import { storedAnchor } from './ledger-anchor.ts'
import { sealingOn } from './sealing-on.ts'
import { verifySourceOn } from './verify-source-on.ts'

const lookingThroughOn = (database: DocketDatabase): LookingThrough => ({
  ...sealingOn(database),
  anchors: storedAnchor,
  rounds: dexieRoundRepo(database),
  source: verifySourceOn(database),
  isBusy: async () => (await capturesBeingGathered()).size > 0,
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
})

/**
 * Looks through the next captures where their turn has come, or at once with `isDue`; one context at a time. Does
 * nothing where nothing may be written: what was found could not be kept. `open` gives the database, opened anew
 * where reading a damaged capture made the browser close it.
 */
export async function lookThrough(
  open: () => Promise<DocketDatabase>,
  { isDue = false }: { isDue?: boolean } = {},
): Promise<void> {
  await navigator.locks.request('docket-look-through', { ifAvailable: true }, async (lock) => {
    const database = await open()
    if (!lock || database.readOnlyBecause) return
    try {
      await lookThroughSlice(lookingThroughOn(database), { isDue })
    } catch (error) {
      if (!(error instanceof UnreadCapture)) throw error
      await noteUnread(lookingThroughOn(await open()), error)
    }
  })
}
