import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import {
  type EvidenceExportServices,
  exportEvidence,
  prepareEvidence,
} from '../../../components/pack/export-evidence.ts'
import { sha256Hex } from '../../../lib/core/digest.ts'
import { newId } from '../../../lib/core/ids.ts'
import type { Capture } from '../../../lib/evidence/capture.ts'
import { fingerprintOf } from '../../../lib/evidence/seal/seal.ts'
import { sealCaptures } from '../../../lib/evidence/seal/seal-captures.ts'
import { captureOpenedListing } from '../../../lib/queue/capture-opened-listing.ts'
import { flagListing } from '../../../lib/queue/flag-listing.ts'
import { dexieKeyStore } from '../../../lib/storage/dexie-key-store.ts'
import { dexieQueueReader } from '../../../lib/storage/dexie-queue-reader.ts'
import { captureWithScreenshot } from '../../support/capture-with-screenshot.ts'
import { packSource, unpacked } from '../../support/evidence-pack.ts'
import { openTestDatabase, type TestHouse } from '../../support/open-test-database.ts'
import { buildNewFlag } from '../../support/records.ts'

const servicesOf = (house: TestHouse): EvidenceExportServices => ({
  reader: dexieQueueReader(house.database),
  sealing: house.sealing,
  verifierPage: packSource(house).verifierPage,
  webArchiveKeys: dexieKeyStore(house.database),
  timeStamps: packSource(house).timeStamps,
  pictures: packSource(house).pictures,
  writeReport: packSource(house).writeReport,
  papersOf: packSource(house).papersOf,
  writeFile: async (stream) => ({ file: await new Response(stream).blob(), remove: async () => {} }),
  saveDownload: () => Promise.reject(new Error('not asked for')),
  showDownload: () => Promise.reject(new Error('not asked for')),
  copyText: () => Promise.reject(new Error('not asked for')),
})

const ignore = () => {}
const never = (): never => {
  throw new Error('not stored')
}

describe('preparing an evidence pack', () => {
  test('seals what is not sealed yet, of the whole group', async () => {
    const house = await openTestDatabase()
    const first = await captureWithScreenshot(house)
    const second = await captureWithScreenshot(house, { comId: '1005007000000002' })
    await captureWithScreenshot(house, { comId: '1005007000000003', ipType: 'patent' })
    await sealCaptures(house.sealing, [first])
    const told: number[][] = []
    const choice = { group: 'trademark', captureIds: null } as const
    const prepared = await prepareEvidence(servicesOf(house), choice, (...now) => told.push(now))
    expect(prepared).toEqual({ ready: [second, first], blocked: [] })
    expect(told).toEqual([
      [0, 2],
      [1, 2],
    ])
    expect((await house.sealing.seals.capture(second))?.job.seal.state).toBe('sealed')
  })

  test('takes in the item page that was opened after the card was flagged, and no imported capture', async () => {
    const house = await openTestDatabase()
    const card = await captureWithScreenshot(house)
    const judged = await captureWithScreenshot(house, { comId: '1005007000000002' })
    const opened: Capture = {
      ...(await house.sealing.seals.capture(card).then((stored) => stored?.capture ?? never())),
      captureId: newId(),
      mode: 'completed-on-opening',
    }
    const request = { capture: opened, shownId: opened.comId, documentKey: newId() }
    const made = await captureOpenedListing({ repo: house.flags, clock: house.clock }, request)
    expect(made.ok).toBe(true)
    await house.evidence.saveStatuses(
      new Map([[opened.captureId, { state: 'no-permission' }]]),
      house.clock().wallMs,
    )
    const [job] = await house.evidence.jobs([judged])
    if (job) await house.database.captureJobs.put({ ...job, captureId: newId(), imported: true })
    const services = servicesOf(house)
    const choice = { group: 'trademark', captureIds: null } as const
    const prepared = await prepareEvidence(services, choice, ignore)
    expect(prepared).toEqual({ ready: [judged, card, opened.captureId], blocked: [] })
    const { captures, listings, file } = await exportEvidence(services, 'evidence', prepared.ready, ignore)
    expect({ captures, listings }).toEqual({ captures: 3, listings: 2 })
    expect([...(await unpacked(file)).keys()]).toContain(`captures/${opened.captureId}/record.json`)
  })

  test('names listings that were added from a list and never opened, and leaves none out in silence', async () => {
    const house = await openTestDatabase()
    const captured = await captureWithScreenshot(house)
    const listed = await captureWithScreenshot(house, { comId: '1005007000000002' })
    const [flag] = await house.database.flags.filter(({ captureId }) => captureId === listed).toArray()
    if (flag) await house.database.flags.put({ ...flag, captureId: null })
    await house.database.captureJobs.delete(listed)
    const choice = { group: 'trademark', captureIds: null } as const
    const prepared = await prepareEvidence(servicesOf(house), choice, ignore)
    expect(prepared.ready).toEqual([captured])
    expect(prepared.blocked).toEqual([
      { captureId: null, comId: '1005007000000002', message: expect.stringMatching(/^No page .+ Open it/) },
    ])
  })

  test('names what cannot go in, each with its reason, and packs nothing', async () => {
    const house = await openTestDatabase()
    const good = await captureWithScreenshot(house)
    const pending = buildNewFlag({ comId: '1005007000000002' })
    await flagListing({ repo: house.flags, clock: house.clock }, pending)
    const png = new Uint8Array([1, 2, 3, 4])
    const damaged = await captureWithScreenshot(house, { comId: '1005007000000003' }, png)
    await sealCaptures(house.sealing, [damaged])
    await house.database.blobs.put({ sha256: await sha256Hex(png), bytes: new Uint8Array([9]) })
    const lost = newId()
    const captureIds = [good, pending.capture.captureId, damaged, lost]
    const prepared = await prepareEvidence(servicesOf(house), { group: 'trademark', captureIds }, ignore)
    expect(prepared.ready).toEqual([good])
    expect(prepared.blocked).toEqual([
      {
        captureId: pending.capture.captureId,
        comId: '1005007000000002',
        message: expect.stringMatching(/^The screenshot is not finished/),
      },
      { captureId: damaged, comId: '1005007000000003', message: expect.stringMatching(/leave it out/) },
      { captureId: lost, comId: null, message: expect.stringMatching(/not stored/) },
    ])
    expect((await house.database.ledger.toArray()).map(({ action }) => action)).not.toContain('exported')
  })

  test('tries once for each wish where sealing fails, and says why', async () => {
    const house = await openTestDatabase()
    const captureId = await captureWithScreenshot(house)
    const services = servicesOf(house)
    services.sealing = { ...house.sealing, describeInstallation: () => Promise.reject(new Error('broken')) }
    const choice = { group: 'trademark', captureIds: [captureId] } as const
    const prepared = await prepareEvidence(services, { ...choice, captureIds: [captureId] }, ignore)
    expect(prepared.blocked[0]?.message).toMatch(/could not be sealed:.*broken/)
    expect((await house.sealing.seals.capture(captureId))?.job.seal).toMatchObject({ state: 'due', tries: 1 })
  })

  test('tries once more what sealing had given up, and gives it up again where that fails', async () => {
    const house = await openTestDatabase()
    const captureId = await captureWithScreenshot(house)
    const broken = { ...house.sealing, describeInstallation: () => Promise.reject(new Error('broken')) }
    for (let run = 0; run < 3; run++) await sealCaptures(broken, [captureId])
    const services = servicesOf(house)
    const choice = { group: 'trademark' as const, captureIds: [captureId] }
    const failed = await prepareEvidence({ ...services, sealing: broken }, choice, ignore)
    expect(failed.blocked[0]?.message).toMatch(/could not be sealed:.*broken/)
    const given = await house.sealing.seals.capture(captureId)
    expect(given?.job.seal).toMatchObject({ state: 'failed', tries: 3 })
    expect(await prepareEvidence(services, choice, ignore)).toEqual({ ready: [captureId], blocked: [] })
  })

  test('takes up what something else changes in the middle of sealing', async () => {
    const house = await openTestDatabase()
    const captureId = await captureWithScreenshot(house)
    const services = servicesOf(house)
    let isFirst = true
    services.sealing = {
      ...house.sealing,
      describeInstallation: async () => {
        // The background seals the same capture at this very moment.
        if (isFirst) {
          isFirst = false
          await sealCaptures(house.sealing, [captureId])
        }
        return house.sealing.describeInstallation()
      },
    }
    const prepared = await prepareEvidence(services, { group: 'trademark', captureIds: [captureId] }, ignore)
    expect(prepared).toEqual({ ready: [captureId], blocked: [] })
    expect(await house.database.records.count()).toBe(1)
  })
})

test('an exported pack states its own hash and the fingerprint of its key, and stands in the ledger', async () => {
  const house = await openTestDatabase()
  const captureId = await captureWithScreenshot(house)
  await sealCaptures(house.sealing, [captureId])
  const pack = await exportEvidence(servicesOf(house), 'evidence', [captureId], ignore)
  expect(pack.sha256).toBe(await sha256Hex(new Uint8Array(await pack.file.arrayBuffer())))
  const { publicKey } = await house.sealing.keys.signingKey()
  expect(pack).toMatchObject({ captures: 1, fingerprint: await fingerprintOf(publicKey) })
  expect([...(await unpacked(pack.file)).keys()]).toContain(`captures/${captureId}/record.json`)
  expect((await house.database.ledger.toArray()).at(-1)?.action).toBe('exported')
})

test('the same captures go out as a web archive, which stands in the ledger too', async () => {
  const house = await openTestDatabase()
  const captureId = await captureWithScreenshot(house)
  await sealCaptures(house.sealing, [captureId])
  const pack = await exportEvidence(servicesOf(house), 'web-archive', [captureId], ignore)
  expect(pack.name).toMatch(/^docket-web-archive-.+-1-capture\.wacz$/)
  expect(pack.sha256).toBe(await sha256Hex(new Uint8Array(await pack.file.arrayBuffer())))
  const { publicKey } = await house.sealing.keys.signingKey()
  expect(pack).toMatchObject({
    kind: 'web-archive',
    captures: 1,
    fingerprint: await fingerprintOf(publicKey),
  })
  expect([...(await unpacked(pack.file)).keys()]).toContain('archive/data.warc.gz')
  expect((await house.database.ledger.toArray()).map(({ action }) => action)).toEqual([
    'capture-sealed',
    'exported',
  ])
})
