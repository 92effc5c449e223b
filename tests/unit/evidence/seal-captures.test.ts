import { beforeEach, describe, expect, test } from 'vitest'
import { sealCaptures } from '../../../lib/evidence/seal-captures.ts'
import { captureWithScreenshot } from '../../support/capture-with-screenshot.ts'
import { openTestDatabase, type TestHouse } from '../../support/open-test-database.ts'

let house: TestHouse

beforeEach(async () => {
  house = await openTestDatabase()
})

describe('sealing', () => {
  test('a capture with its screenshot becomes a signed record and a row of the ledger', async () => {
    const captureId = await captureWithScreenshot(house)
    const statuses = await sealCaptures(house.sealing, [captureId])
    expect(statuses.get(captureId)).toMatchObject({ state: 'sealed' })
    const [record] = await house.database.records.toArray()
    const [row] = await house.database.ledger.toArray()
    expect(row).toMatchObject({
      seq: 1,
      action: 'capture-sealed',
      subject: captureId,
      payloadHash: record?.sha256,
    })
    expect(house.anchors.anchor).toEqual({ count: 1, head: row?.hash })
    expect(JSON.parse(new TextDecoder().decode(record?.bytes))).toMatchObject({
      format: 'docket-evidence-record',
      captureId,
      supersedes: null,
      artefacts: [{ name: 'viewport-screenshot.png', bytes: 40 }],
      failures: [{ part: 'page-data' }],
    })
  })
})
