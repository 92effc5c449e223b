import { BlobReader, TextWriter, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { expect, test } from 'vitest'
import { sealCaptures } from '../../../../lib/evidence/seal/seal-captures.ts'
import { buildSalvage } from '../../../../lib/pack/second-copy/salvage.ts'
import { dexieSalvageSource } from '../../../../lib/storage/dexie-salvage-source.ts'
import { captureWithScreenshot } from '../../../support/capture-with-screenshot.ts'
import { openTestDatabase } from '../../../support/open-test-database.ts'

test('everything that is stored is saved but the key, and what cannot be read is named', async () => {
  const house = await openTestDatabase()
  const captureIds = [
    await captureWithScreenshot(house),
    await captureWithScreenshot(house, { comId: '1005007000000002' }),
  ]
  await sealCaptures(house.sealing, captureIds)
  const source = dexieSalvageSource(house.database)
  const [unreadable, readable] = await house.database.blobs.toArray()
  const { name, stream } = buildSalvage(
    {
      ...source,
      row: async (table, key) => {
        if (key === unreadable?.sha256) throw new DOMException('blob is gone', 'NotReadableError')
        return source.row(table, key)
      },
    },
    { made: house.clock(), because: { code: 'ledger-tail-missing', message: 'Rows are missing.' } },
  )
  expect(name).toMatch(/^docket-everything-2026-11-23-\d{4}\.zip$/)
  const entries = await new ZipReader(new BlobReader(await new Response(stream).blob())).getEntries()
  const files = entries.filter((entry) => !entry.directory)
  const text = async (path: string) =>
    (await files.find(({ filename }) => filename === path)?.getData(new TextWriter())) ?? ''
  const names = files.map(({ filename }) => filename)
  expect(names).toContain('tables/flags.jsonl')
  expect(names.filter((path) => path.startsWith('files/'))).toEqual([`files/${readable?.sha256}`])
  expect(names.join()).not.toContain('keys')
  expect(
    await files.find(({ filename }) => filename.startsWith('files/'))?.getData(new Uint8ArrayWriter()),
  ).toEqual(readable?.bytes)
  const records = (await text('tables/records.jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const stored = await house.database.records.toArray()
  expect(records.map(({ bytes }) => Buffer.from(bytes.$bytes, 'base64'))).toEqual(
    stored.map(({ bytes }) => Buffer.from(bytes)),
  )
  const readme = await text('README.txt')
  expect(readme).toContain('Rows are missing.')
  expect(readme).toContain(`blobs ${unreadable?.sha256}: NotReadableError`)
})
