import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { type ExportServices, exportQueue } from '../../../components/pack/export-queue.ts'
import { sealCaptures } from '../../../lib/evidence/seal/seal-captures.ts'
import { dexieEvidenceReader } from '../../../lib/storage/dexie-evidence-reader.ts'
import { dexiePortalRules } from '../../../lib/storage/dexie-portal-rules.ts'
import { dexieQueueReader } from '../../../lib/storage/dexie-queue-reader.ts'
import { captureWithScreenshot } from '../../support/capture-with-screenshot.ts'
import { exportPack, unpacked } from '../../support/evidence-pack.ts'
import { openTestDatabase, type TestHouse } from '../../support/open-test-database.ts'

const servicesOf = (house: TestHouse): ExportServices => ({
  reader: dexieQueueReader(house.database),
  rules: dexiePortalRules(house.database),
  readBytes: house.evidence.readBytes,
  entering: house.sealing,
  clock: house.clock,
  version: '0.1.0',
  openEvidence: () => {},
  writeFile: async (stream) => ({ file: await new Response(stream).blob(), remove: async () => {} }),
  saveDownload: () => Promise.reject(new Error('not asked for')),
  showDownload: () => Promise.reject(new Error('not asked for')),
  copyText: () => Promise.reject(new Error('not asked for')),
})

const manifestOf = async (file: Blob) =>
  JSON.parse(new TextDecoder().decode((await unpacked(file)).get('manifest.json')))

test('a pack of the queue stands in the ledger, names its head, and is told of with each capture in it', async () => {
  const house = await openTestDatabase()
  const captureId = await captureWithScreenshot(house)
  const elsewhere = await captureWithScreenshot(house, { comId: '1005007000000002', ipType: 'patent' })
  await sealCaptures(house.sealing, [captureId, elsewhere])
  const pack = await exportQueue(servicesOf(house), 'trademark', () => {})
  const manifest = await manifestOf(pack?.file ?? new Blob())
  expect(manifest.ledger).toEqual(house.anchors.anchor)
  await exportPack(house, [captureId, elsewhere])

  const { ledgerRows, stored } = dexieEvidenceReader(house.database)
  const exitsOf = async (id: string) => {
    const capture = (await stored([id])).get(id)?.capture
    if (!capture) throw new Error('not stored')
    return (await ledgerRows(capture)).filter(({ action }) => action === 'exported')
  }
  const exits = await exitsOf(captureId)
  expect(exits.map(({ subject }) => subject)).toEqual([manifest.packId, expect.any(String)])
  expect(exits[0]).toMatchObject({ seq: manifest.ledger.count, actor: 'operator' })
  expect(await exitsOf(elsewhere)).toEqual([exits[1]])

  // What the row's hash does not prove is not said.
  await house.database.departures.update(manifest.packId, { payload: '{}' })
  expect(await exitsOf(captureId)).toEqual([exits[1]])
})

test('a storage that is only shown is exported too, and the pack says that no ledger entered it', async () => {
  const house = await openTestDatabase()
  await captureWithScreenshot(house)
  const rows = await house.database.ledger.count()
  const pack = await exportQueue({ ...servicesOf(house), entering: null }, 'trademark', () => {})
  expect(await manifestOf(pack?.file ?? new Blob())).toMatchObject({ packId: null, ledger: null })
  expect(await house.database.ledger.count()).toBe(rows)
})
