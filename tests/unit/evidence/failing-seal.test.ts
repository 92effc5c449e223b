import { describe, expect, test } from 'vitest'
import type { SealStatus } from '../../../lib/evidence/capture.ts'
import { anchorOf, verifyLedger } from '../../../lib/evidence/ledger/ledger.ts'
import { checkRecordBytes } from '../../../lib/evidence/seal/check-record.ts'
import { type Sealing, sealCaptures } from '../../../lib/evidence/seal/seal-captures.ts'
import { captureWithScreenshot } from '../../support/capture-with-screenshot.ts'
import { type StorageFault, withFault } from '../../support/failing-storage.ts'
import { openTestDatabase, type TestHouse } from '../../support/open-test-database.ts'
import { tally } from '../../trials/tally.ts'

const counted = tally({
  plan: 'T4',
  name: 'failing-seal',
  what: 'The n-th request of the storage, and the n-th call of any port, fails while two captures are sealed, for every n. Nothing may be called sealed that is not, and the next run finishes what was left.',
  seed: null,
})

/** Whatever went wrong before: what is called sealed verifies, and record and ledger row come in pairs. */
async function expectSound(house: TestHouse, statuses: Map<string, SealStatus>): Promise<void> {
  const rows = await house.database.ledger.toArray()
  const records = await house.database.records.toArray()
  expect(await verifyLedger(rows, house.anchors.anchor ?? { count: 0, head: '0'.repeat(64) })).toBeNull()
  expect(records.map(({ ledgerSeq, sha256 }) => [ledgerSeq, sha256]).sort()).toEqual(
    rows.map(({ seq, payloadHash }) => [seq, payloadHash]).sort(),
  )
  const { publicKey } = await house.sealing.keys.signingKey()
  for (const record of records)
    expect(await checkRecordBytes(record.bytes, { ...record, publicKey })).toBeNull()
  const jobs = await house.database.captureJobs.toArray()
  const said = [...statuses].filter(([, { state }]) => state === 'sealed').map(([captureId]) => captureId)
  const stored = jobs.filter(({ seal }) => seal.state === 'sealed').map(({ captureId }) => captureId)
  expect(stored).toEqual(expect.arrayContaining(said))
  for (const { seal } of jobs) {
    if (seal.state === 'sealed') expect(records.map(({ recordId }) => recordId)).toContain(seal.recordId)
  }
}

/** After the fault is gone, the next run finishes what it left, with one record a capture. */
async function expectRecovery(house: TestHouse, captureIds: string[]): Promise<void> {
  const statuses = await sealCaptures(house.sealing, captureIds)
  expect([...statuses.values()].map(({ state }) => state)).toEqual(captureIds.map(() => 'sealed'))
  await expectSound(house, statuses)
  expect(await house.database.records.count()).toBe(captureIds.length)
  expect(house.anchors.anchor).toEqual(anchorOf((await house.database.ledger.toArray()).at(-1) ?? null))
  expect(await house.database.blobs.count()).toBe(captureIds.length)
}

async function houseWithCaptures() {
  const house = await openTestDatabase()
  return { house, captureIds: [await captureWithScreenshot(house), await captureWithScreenshot(house)] }
}

const none = new Map<string, SealStatus>()

describe('when the storage fails', () => {
  const faults: StorageFault[] = [
    { kind: 'refused', name: 'QuotaExceededError' },
    { kind: 'refused', name: 'UnknownError' },
    { kind: 'refused', name: 'DataError' },
    { kind: 'undone' },
  ]
  for (const fault of faults) {
    const name = fault.kind === 'refused' ? fault.name : fault.kind
    test(`at its n-th request (${name}), nothing is called sealed that is not, and nothing is lost`, async () => {
      let reached = true
      let tried = 0
      for (let n = 1; reached; n++) {
        const { house, captureIds } = await houseWithCaptures()
        const run = await withFault(fault, n, () => sealCaptures(house.sealing, captureIds))
        reached = run.reached
        if (!reached) break
        tried += 1
        await expectSound(house, run.outcome.status === 'fulfilled' ? run.outcome.value : none)
        await expectRecovery(house, captureIds)
        house.database.close()
      }
      expect(tried).toBeGreaterThan(20)
      counted('storage requests that failed', tried)
    }, 60_000)
  }
})

describe('when a call of the ports fails', () => {
  /** Lets the n-th call of any port fail, before or after it was done. */
  function failing(sealing: Sealing, n: number, moment: 'before' | 'after') {
    const state = { calls: 0 }
    const wrap = <T extends object>(port: T): T =>
      new Proxy(port, {
        get(target, name) {
          const member: unknown = Reflect.get(target, name)
          if (typeof member !== 'function') return member
          return async (...args: unknown[]) => {
            state.calls += 1
            const fails = state.calls === n
            if (fails && moment === 'before') throw new Error('the call failed')
            const answer: unknown = await member.apply(target, args)
            if (fails) throw new Error('the answer was lost')
            return answer
          }
        },
      })
    const { seals, ledger, keys, anchors } = sealing
    return {
      state,
      sealing: {
        ...sealing,
        seals: wrap(seals),
        ledger: wrap(ledger),
        keys: wrap(keys),
        anchors: wrap(anchors),
      },
    }
  }

  for (const moment of ['before', 'after'] as const) {
    test(`${moment} it is done, nothing is called sealed that is not, and nothing is lost`, async () => {
      let tried = 0
      for (let n = 1; ; n++) {
        const { house, captureIds } = await houseWithCaptures()
        const { sealing, state } = failing(house.sealing, n, moment)
        const statuses = await sealCaptures(sealing, captureIds).catch(() => none)
        if (state.calls < n) break
        tried += 1
        await expectSound(house, statuses)
        await expectRecovery(house, captureIds)
        house.database.close()
      }
      expect(tried).toBeGreaterThan(25)
      counted('port calls that failed', tried)
    }, 60_000)
  }
})
