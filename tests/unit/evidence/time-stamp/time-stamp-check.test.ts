import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealCaptures } from '../../../../lib/evidence/seal/seal-captures.ts'
import { stampLedger } from '../../../../lib/evidence/time-stamp/stamp-ledger.ts'
import type { TimeStamp } from '../../../../lib/evidence/time-stamp/time-stamp.ts'
import { verifyCapture } from '../../../../lib/evidence/verify-capture.ts'
import { captureWithScreenshot } from '../../../support/capture-with-screenshot.ts'
import { withBitTurned } from '../../../support/evidence-pack.ts'
import { openTestDatabase, type TestHouse } from '../../../support/open-test-database.ts'
import { makeTsa, type OpensslTsa, opensslMissing, tsaNames } from '../../../support/openssl-tsa.ts'
import { timeStampingOf } from '../../../support/time-stamping.ts'
import { verifySourceOf } from '../../../support/verify-source.ts'

describe.skipIf(opensslMissing)('verifying a capture that is time-stamped', () => {
  let tsa: OpensslTsa
  beforeAll(async () => {
    tsa = await makeTsa()
  })
  afterAll(() => tsa.close())

  /** A sealed capture (row 1), its stamp (row 2), and a second capture that no stamp covers. */
  async function stamped(): Promise<{ house: TestHouse; ids: string[]; stamp: TimeStamp }> {
    const house = await openTestDatabase()
    const first = await captureWithScreenshot(house, { comId: '1005007000000001' })
    await sealCaptures(house.sealing, [first])
    const stamp = await stampLedger(timeStampingOf(house, (_, query) => tsa.answer(query)))
    if (!stamp.ok) throw new Error(stamp.error.message)
    const second = await captureWithScreenshot(house, { comId: '1005007000000002' })
    await sealCaptures(house.sealing, [second])
    return { house, ids: [first, second], stamp: stamp.value }
  }

  const stampChecks = async (house: TestHouse, captureId = '') => {
    const checks = await Array.fromAsync(verifyCapture(verifySourceOf(house), captureId))
    return checks.filter(({ what }) => what === 'time-stamp')
  }

  test('tells the time that the authority signed; where no stamp covers the record, none is looked at', async () => {
    const { house, ids, stamp } = await stamped()
    const [check, ...others] = await stampChecks(house, ids[0])
    expect(others).toEqual([])
    expect(check).toMatchObject({ name: '1', outcome: 'right' })
    for (const told of [stamp.facts.time, tsaNames.authority]) expect(check?.message).toContain(told)
    expect(await stampChecks(house, ids[1])).toEqual([])
  })

  test.each<[string, (stamp: TimeStamp, house: TestHouse) => PromiseLike<unknown>, RegExp]>([
    [
      'a bit of its token',
      (stamp, { database }) =>
        database.timeStamps.update(stamp.stampId, {
          token: withBitTurned(stamp.token, stamp.token.length * 4),
        }),
      /not the one that came/,
    ],
    [
      'the time that is shown of it',
      (stamp, { database }) =>
        database.timeStamps.update(stamp.stampId, {
          facts: { ...stamp.facts, time: '2020-01-01T00:00:00Z' },
        }),
      /not what it states/,
    ],
    [
      'the row that it is of',
      (_, { database }) => database.ledger.update(1, { hash: 'b'.repeat(64) }),
      /not of this row/,
    ],
    [
      'the row that entered it',
      (_, { database }) => database.ledger.update(2, { payloadHash: 'b'.repeat(64) }),
      /has not entered/,
    ],
  ])('names %s', async (_name, damage, message) => {
    const { house, ids, stamp } = await stamped()
    await damage(stamp, house)
    expect(await stampChecks(house, ids[0])).toMatchObject([
      { outcome: 'wrong', message: expect.stringMatching(message) },
    ])
  })
})
