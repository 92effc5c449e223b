import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../lib/core/digest.ts'
import { appendToLedger, enterWaitingActs } from '../../../lib/evidence/ledger/append-to-ledger.ts'
import { emptyLedgerAnchor, type LedgerRow, verifyLedger } from '../../../lib/evidence/ledger/ledger.ts'
import { changeJudgements } from '../../../lib/queue/change-judgement.ts'
import { decideRights } from '../../../lib/queue/decide-right.ts'
import { ipTypes, verdicts } from '../../../lib/queue/flag.ts'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { removeFlags, restoreFlags, undoFlag } from '../../../lib/queue/undo-flag.ts'
import { type StorageFault, withFault } from '../../support/failing-storage.ts'
import { openTestDatabase, type TestHouse } from '../../support/open-test-database.ts'
import { buildNewFlag } from '../../support/records.ts'

const hashOf = (text: string) => sha256Hex(new TextEncoder().encode(text))

const waiting = (house: TestHouse) => house.sealing.ledger.waitingActs(10_000)

const step = fc.oneof(
  fc.record({
    do: fc.constant('flag' as const),
    listing: fc.nat(2),
    verdict: fc.constantFrom(...verdicts),
    ipType: fc.option(fc.constantFrom(...ipTypes)),
  }),
  fc.record({
    do: fc.constantFrom('undo', 'remove', 'restore', 'repeat', 'note', 'type', 'right', 'enter' as const),
    which: fc.nat(20),
  }),
)

interface Replayed {
  status: string
  verdict: string
  ipType: string | null
  rightId: string | null
  reasonId: string | null
  note: string
}

/** What stands after the acts, told by nothing but their payloads. */
function replay(payloads: string[]): Map<string, Replayed> {
  const flags = new Map<string, Replayed>()
  const set = (flagId: string | null, status: string) => {
    const flag = flagId === null ? undefined : flags.get(flagId)
    if (flag) flag.status = status
  }
  for (const payload of payloads) {
    const { change, flagId, after, note, otherFlagId } = JSON.parse(payload)
    if (change === undefined) {
      const flag = flags.get(flagId)
      if (flag) flag.note = after
      continue
    }
    flags.set(flagId, { ...after, note: note ?? flags.get(flagId)?.note })
    set(otherFlagId, change === 'made' || change === 'restored' ? 'replaced' : 'current')
  }
  return flags
}

test('whatever a person does, the acts tell how every judgement stands, and the ledger has them all in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const house = await openTestDatabase()
      const deps = { repo: house.flags, clock: house.clock }
      const made: ReturnType<typeof buildNewFlag>[] = []
      const payloads: string[] = []
      const enter = async () => {
        payloads.push(...(await waiting(house)).map(({ act }) => act.payload))
        await enterWaitingActs(house.sealing)
      }
      for (const action of steps) {
        if (action.do === 'flag') {
          const comId = `100500700000000${action.listing}`
          const flag = buildNewFlag({
            comId,
            verdict: action.verdict,
            ipType: action.ipType,
            note: 'at first',
          })
          made.push(flag)
          await flagListing(deps, flag)
          continue
        }
        if (action.do === 'enter') await enter()
        const flag = made[action.which % Math.max(1, made.length)]
        if (!flag) continue
        const { flagId } = flag
        if (action.do === 'undo') await undoFlag(deps, flag)
        if (action.do === 'repeat') await flagListing(deps, flag)
        if (action.do === 'remove') await removeFlags(deps, [flagId])
        if (action.do === 'restore') await restoreFlags(deps, [flagId])
        if (action.do === 'note') {
          await changeJudgements(deps, [{ flagId, judgement: { note: `note ${action.which}` } }])
        }
        if (action.do === 'type') {
          await changeJudgements(deps, [{ flagId, judgement: { ipType: ipTypes[action.which % 3] ?? null } }])
        }
        if (action.do === 'right') {
          const rightId = action.which % 2 === 0 ? `right-${action.which}` : null
          await decideRights(deps, [
            { flagId, rightId, reasonId: null, ipType: ipTypes[action.which % 3] ?? null },
          ])
        }
      }
      await enter()
      const stored = await house.database.flags.toArray()
      const told = replay(payloads)
      expect(told.size).toBe(stored.length)
      for (const { flagId, status, verdict, ipType, rightId, reasonId, note } of stored) {
        expect(told.get(flagId)).toEqual({ status, verdict, ipType, rightId, reasonId, note })
      }
      const rows = await house.database.ledger.toArray()
      expect(rows.map(({ payloadHash }) => payloadHash)).toEqual(await Promise.all(payloads.map(hashOf)))
      expect(await waiting(house)).toEqual([])
      expect(await verifyLedger(rows, house.anchors.anchor ?? emptyLedgerAnchor)).toBeNull()
      house.database.close()
    }),
    { numRuns: 60 },
  )
})

describe('an act', () => {
  test('has the name of the person as set, the time at which it was done, and the flag as its subject', async () => {
    const house = await openTestDatabase()
    const flag = buildNewFlag()
    await flagListing({ repo: house.flags, clock: house.clock }, flag)
    await house.database.meta.put({ key: 'operatorName', name: 'Anna Müller' })
    await removeFlags({ repo: house.flags, clock: house.clock }, [flag.flagId])
    const [stored] = await house.database.flags.toArray()
    await enterWaitingActs(house.sealing)
    const rows = await house.database.ledger.toArray()
    expect(rows).toMatchObject([
      {
        action: 'verdict-changed',
        subject: flag.flagId,
        actor: 'operator',
        at: { wallMs: stored?.createdAtMs },
      },
      {
        action: 'verdict-changed',
        subject: flag.flagId,
        actor: 'Anna Müller',
        at: { wallMs: stored?.changedAtMs },
      },
    ])
  })

  test('stands before whatever is entered later, though nobody asked for it to be entered', async () => {
    const house = await openTestDatabase()
    await flagListing({ repo: house.flags, clock: house.clock }, buildNewFlag())
    await appendToLedger(house.sealing, {
      actor: 'docket',
      action: 'permission-changed',
      subject: 'x',
      payloadHash: 'a'.repeat(64),
    })
    const rows = await house.database.ledger.toArray()
    expect(rows.map(({ action }) => action)).toEqual(['verdict-changed', 'permission-changed'])
    expect(rows[0]?.at.wallMs).toBeLessThan(rows[1]?.at.wallMs ?? 0)
  })

  test('keeps its place where the clock was set back', async () => {
    const house = await openTestDatabase()
    const flag = buildNewFlag()
    await flagListing({ repo: house.flags, clock: house.clock }, flag)
    const early = () => ({ wallMs: 1000, monotonicMs: 1, offsetMinutes: 0 })
    await removeFlags({ repo: house.flags, clock: early }, [flag.flagId])
    const changes = (await waiting(house)).map(({ act }) => JSON.parse(act.payload).change)
    expect(changes).toEqual(['made', 'removed'])
  })

  test('is not made where nothing changed, or where a change was refused', async () => {
    const house = await openTestDatabase()
    const deps = { repo: house.flags, clock: house.clock }
    const flag = buildNewFlag({ ipType: 'patent' })
    await flagListing(deps, flag)
    await flagListing(deps, flag)
    await changeJudgements(deps, [{ flagId: flag.flagId, judgement: { ipType: 'patent' } }])
    await changeJudgements(deps, [
      { flagId: flag.flagId, judgement: { ipType: 'copyright' } },
      { flagId: 'unknown', judgement: { ipType: 'copyright' } },
    ])
    expect(await waiting(house)).toHaveLength(1)
  })
})

const faults: StorageFault[] = [
  { kind: 'refused', name: 'QuotaExceededError' },
  { kind: 'refused', name: 'UnknownError' },
  { kind: 'undone' },
]

describe.each(faults)('where the storage fails at its n-th request ($kind $name)', (fault) => {
  test('a judgement and its act are both there or both not', async () => {
    for (let n = 1; ; n++) {
      const house = await openTestDatabase()
      const deps = { repo: house.flags, clock: house.clock }
      const former = buildNewFlag({ verdict: 'genuine', ipType: null })
      await flagListing(deps, former)
      const wanted = buildNewFlag()
      const { reached } = await withFault(fault, n, () => flagListing(deps, wanted))
      const isStored = (await house.database.flags.get(wanted.flagId)) !== undefined
      expect(await waiting(house), `request ${n}`).toHaveLength(isStored ? 2 : 1)
      house.database.close()
      if (!reached) break
    }
  })

  test('entering loses no act, enters none twice, and keeps their order', async () => {
    for (let n = 1; ; n++) {
      const house = await openTestDatabase()
      const deps = { repo: house.flags, clock: house.clock }
      const flags = Array.from({ length: 4 }, (_, index) =>
        buildNewFlag({ comId: `100500700000000${index}` }),
      )
      for (const flag of flags) await flagListing(deps, flag)
      const { reached } = await withFault(fault, n, () => enterWaitingActs(house.sealing))
      const entered = await house.database.ledger.count()
      expect((await waiting(house)).length + entered, `request ${n}`).toBe(flags.length)
      await enterWaitingActs(house.sealing)
      const rows = await house.database.ledger.toArray()
      expect(rows.map(({ subject }) => subject)).toEqual(flags.map(({ flagId }) => flagId))
      expect(await verifyLedger(rows, house.anchors.anchor ?? emptyLedgerAnchor)).toBeNull()
      house.database.close()
      if (!reached) break
    }
  })
})

describe('a kill', () => {
  test('between the ledger and its anchor leaves the anchor behind, and the next entry goes on from the ledger', async () => {
    const house = await openTestDatabase()
    const deps = { repo: house.flags, clock: house.clock }
    await flagListing(deps, buildNewFlag({ comId: '1005007000000001' }))
    const dying = {
      ...house.sealing,
      anchors: { ...house.anchors, write: () => Promise.reject(new Error('killed')) },
    }
    house.anchors.anchor = emptyLedgerAnchor
    await expect(enterWaitingActs(dying)).rejects.toThrow('killed')
    expect(house.anchors.anchor).toEqual(emptyLedgerAnchor)
    expect(await house.database.ledger.count()).toBe(1)
    await flagListing(deps, buildNewFlag({ comId: '1005007000000002' }))
    await enterWaitingActs(house.sealing)
    const rows: LedgerRow[] = await house.database.ledger.toArray()
    expect(rows).toHaveLength(2)
    expect(await verifyLedger(rows, house.anchors.anchor ?? emptyLedgerAnchor)).toBeNull()
  })

  test('thousands judged at once are entered in a few commits', async () => {
    const house = await openTestDatabase()
    const deps = { repo: house.flags, clock: house.clock }
    const flags = Array.from({ length: 450 }, (_, index) =>
      buildNewFlag({ comId: String(1_005_007_000_000_000 + index) }),
    )
    for (const flag of flags) await flagListing(deps, flag)
    await enterWaitingActs(house.sealing)
    await removeFlags(
      deps,
      flags.map(({ flagId }) => flagId),
    )
    let commits = 0
    const ledger = { ...house.sealing.ledger }
    const counting = {
      ...house.sealing,
      ledger: {
        ...ledger,
        enterActs: (...args: Parameters<typeof ledger.enterActs>) => {
          commits += 1
          return ledger.enterActs(...args)
        },
      },
    }
    await enterWaitingActs(counting)
    expect(commits).toBe(3)
    expect(await house.database.ledger.count()).toBe(900)
  })
})
