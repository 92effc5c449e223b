import { beforeEach, describe, expect, test } from 'vitest'
import { sealCaptures } from '../../../lib/evidence/seal-captures.ts'
import { verifyEvidencePack } from '../../../lib/pack/verify-evidence-pack.ts'
import { captureWithScreenshot } from '../../support/capture-with-screenshot.ts'
import { exportPack, packFilesOf, unpacked } from '../../support/evidence-pack.ts'
import { openTestDatabase, type TestHouse } from '../../support/open-test-database.ts'

let house: TestHouse

beforeEach(async () => {
  house = await openTestDatabase()
})

describe('an evidence pack', () => {
  test('of one capture passes every check', async () => {
    const captureId = await captureWithScreenshot(house)
    await sealCaptures(house.sealing, [captureId])
    const files = await unpacked(await exportPack(house, [captureId]))
    expect([...files.keys()]).toEqual([
      `captures/${captureId}/record.json`,
      `captures/${captureId}/signature.der`,
      `captures/${captureId}/viewport-screenshot.png`,
      'ledger.jsonl',
      'pack.json',
      'public-key.pem',
      'README.txt',
      'certificate-fre-902.txt',
      'eidas-note.txt',
      'verify.html',
      'SHA256SUMS',
      'SHA256SUMS.der',
    ])
    expect(await verifyEvidencePack(packFilesOf(files))).toMatchObject({ flaw: null })
  })
})
