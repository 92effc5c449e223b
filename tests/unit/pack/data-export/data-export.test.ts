import 'fake-indexeddb/auto'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { sealCaptures } from '../../../../lib/evidence/seal/seal-captures.ts'
import { buildDataExport } from '../../../../lib/pack/data-export/data-export.ts'
import { tableTexts } from '../../../../lib/pack/data-export/table-texts.ts'
import { dexieDataSource } from '../../../../lib/storage/dexie-backup-source.ts'
import { captureWithScreenshot } from '../../../support/capture-with-screenshot.ts'
import { deskSeed } from '../../../support/desk-seed.ts'
import { unpacked } from '../../../support/evidence-pack.ts'
import { openTestDatabase } from '../../../support/open-test-database.ts'

const text = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

async function exported() {
  const house = await openTestDatabase()
  for (const [table, rows] of Object.entries(await deskSeed([{ listings: 5, state: 'filed' }]))) {
    if (table !== 'meta' && table !== 'keys') await house.database.table(table).bulkPut(rows)
  }
  await sealCaptures(house.sealing, [await captureWithScreenshot(house, { note: '=1+1' })])
  const { stream } = buildDataExport(await dexieDataSource(house.database), house.clock())
  const files = await unpacked(await new Response(stream).blob())
  return { house, files }
}

test('every row is in it as JSON and as CSV, every file under its hash, and the schema fits all of them', async () => {
  const { house, files } = await exported()
  const document = JSON.parse(text(files.get('schema.json')))
  for (const table of house.database.tables) {
    const { name } = table
    if (name === 'keys' || name === 'blobs') continue
    const rows = await table.toArray()
    const lines = text(files.get(`tables/${name}.jsonl`))
      .split('\n')
      .slice(0, -1)
    const wanted = rows.map((row) =>
      JSON.stringify(row, (_, value) =>
        value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('base64') } : value,
      ),
    )
    expect(lines.sort(), name).toEqual(wanted.sort())
    const schema = z.fromJSONSchema(document.$defs[name])
    for (const line of lines) expect(schema.safeParse(JSON.parse(line)).error, name).toBeUndefined()
    if (rows.length === 0) continue
    expect(schema.safeParse({ ...JSON.parse(lines[0] ?? ''), strange: 1 }).success, name).toBe(false)
    const csv = Papa.parse<string[]>(text(files.get(`csv/${name}.csv`)).slice(1), {
      skipEmptyLines: true,
    }).data
    expect(csv, name).toHaveLength(rows.length + 1)
    expect(csv.every((row) => row.length === csv[0]?.length)).toBe(true)
  }
  for (const { sha256, bytes } of await house.database.blobs.toArray()) {
    expect(files.get(`files/${sha256}`)).toEqual(bytes)
  }
  expect([...files.keys()].some((name) => name.includes('keys'))).toBe(false)
  const notes = Papa.parse<Record<string, string>>(text(files.get('csv/flags.csv')).slice(1), {
    header: true,
  }).data
  expect(notes.map(({ note }) => note)).toContain("'=1+1")
})

test('says of every table what it holds', async () => {
  const { database } = await openTestDatabase()
  const told = database.tables.map(({ name }) => name).filter((name) => name !== 'keys' && name !== 'blobs')
  expect(Object.keys(tableTexts).sort()).toEqual(told.sort())
})
