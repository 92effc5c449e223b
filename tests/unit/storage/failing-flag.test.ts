import { expect, test } from 'vitest'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { undoFlag } from '../../../lib/queue/undo-flag.ts'
import { type StorageFault, withFault } from '../../support/failing-storage.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
import { buildNewFlag } from '../../support/records.ts'
import { tally } from '../../trials/tally.ts'

const counted = tally({
  plan: 'T4',
  name: 'failing-flag',
  what: 'The n-th request of the storage fails while a listing is judged again, for every n. There may never be half a flag, nor "saved" without one, and the same click repeated saves.',
  seed: null,
})

const comId = '1005007000000001'
const faults: StorageFault[] = [
  { kind: 'refused', name: 'QuotaExceededError' },
  { kind: 'refused', name: 'UnknownError' },
  { kind: 'refused', name: 'DataError' },
  { kind: 'refused', name: 'InvalidStateError' },
  { kind: 'undone' },
]

for (const fault of faults) {
  const name = fault.kind === 'refused' ? fault.name : 'a commit that is undone'
  test(`${name} at any request: never half a flag, never "saved" without it, and the same click repeated saves`, async () => {
    let n = 1
    for (; ; n++) {
      const { database, flags: repo, clock } = await openTestDatabase()
      const deps = { repo, clock }
      const former = buildNewFlag({ comId, verdict: 'genuine', ipType: null })
      await flagListing(deps, former)
      const wanted = buildNewFlag({ comId, documentKey: former.documentKey })

      const { reached, outcome } = await withFault(fault, n, () => flagListing(deps, wanted))
      const stored = await database.flags.get(wanted.flagId)
      const isWhole = stored?.status === 'current' && (await database.captures.get(wanted.capture.captureId))
      const formerStatus = (await database.flags.get(former.flagId))?.status
      expect(formerStatus, `request ${n}`).toBe(stored ? 'replaced' : 'current')
      if (stored) expect(isWhole, `request ${n}`).toBeTruthy()
      const saidSaved = outcome.status === 'fulfilled' && outcome.value.ok
      if (saidSaved) expect(stored, `request ${n}`).toBeDefined()
      if (outcome.status === 'rejected') {
        expect(outcome.reason, `request ${n}`).toMatchObject({ code: 'storage-refused' })
        expect(outcome.reason.message).toContain('Free some disk space')
      }

      expect((await flagListing(deps, wanted)).ok, `repeated after request ${n}`).toBe(true)
      expect(await repo.countQueued()).toBe(1)
      expect((await undoFlag(deps, wanted)).ok).toBe(true)
      expect((await database.flags.get(former.flagId))?.status).toBe('current')
      database.close()
      if (!reached) break
    }
    expect(n).toBeGreaterThan(8)
    counted('storage requests that failed', n - 1)
  })
}
