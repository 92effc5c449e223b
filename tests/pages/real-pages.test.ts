import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ObservedListing } from '../../lib/extract/listing.ts'
import { observedListingSchema, resultRowSchema } from '../../lib/extract/listing-schema.ts'
import { readPage } from '../../lib/extract/read-page.ts'
import { readPageContext } from '../../lib/site/page-kind.ts'
import { parseSavedPage } from './read-saved-page.ts'

/** Pages that AliExpress served; third-party material that stays outside of the repository. */
const folder = fileURLToPath(new URL('../../../shared/pages/', import.meta.url))
const truthFile = join(folder, 'truth.json')
const isHere = existsSync(truthFile)

/** Share of the stated values that must be read, by field, in percent. Everything else must be 100. */
const thresholds: Record<string, number> = {
  'listing.price': 97,
  'listing.images': 97,
  'row.price': 97,
  'row.imageHash': 97,
}

interface Truth extends Record<string, unknown> {
  url: string
  state: string
}

function expectFragment(listing: ObservedListing | null, truth: Truth): void {
  const fields = ['comId', 'shownId', 'title', 'sellerId', 'storeNumbers', 'storeName', 'price'] as const
  for (const field of fields) {
    const observation = listing?.[field]
    const value = observation?.status === 'found' ? observation.value : null
    const stated = Array.isArray(truth[field]) && truth[field].length === 0 ? null : truth[field]
    expect(value, field).toEqual(stated)
  }
}

describe.skipIf(!isHere)('real pages in ../shared/pages', () => {
  const truth: Record<string, Truth> = isHere ? JSON.parse(readFileSync(truthFile, 'utf8')) : {}
  let output = ''

  beforeAll(() => {
    output = mkdtempSync(join(tmpdir(), 'docket-pages-'))
  })
  afterAll(() => rmSync(output, { recursive: true, force: true }))

  for (const [name, page] of Object.entries(truth)) {
    // Notes of what somebody saw in a DOM, not a page and not a state.
    if (name.includes('fragment-store-dom')) continue
    test(`${name} is read into valid facts`, () => {
      const url = new URL(page.url)
      const context = readPageContext(url)
      if (!context) throw new Error(`${url.host} is not known as a host of the site`)
      const { window } = parseSavedPage(join(folder, name), url)
      const reading = readPage(window.document, context)
      window.close()
      writeFileSync(join(output, `${name}.json`), JSON.stringify(reading))
      expect(reading.listing === null ? null : observedListingSchema.parse(reading.listing)).toEqual(
        reading.listing,
      )
      for (const row of reading.rows ?? []) expect(resultRowSchema.parse(row)).toEqual(row)
      // The score leaves fragments of aliexpress.ru out.
      if (page.state === 'fragment') expectFragment(reading.listing, page)
      if (reading.state !== 'ready') expect(reading).toMatchObject({ listing: null, rows: null })
    })
  }

  test('agree with their truth: no wrong value, and nearly none missing', () => {
    const run = spawnSync(process.execPath, [join(folder, 'score.mjs'), output], { encoding: 'utf8' })
    console.log(run.stdout)
    const missed = run.stdout.split('\n').flatMap((line) => {
      const [, field = '', share = ''] = /^((?:listing|row|page)\.\w+)\s+([\d.]+)/.exec(line) ?? []
      return field && Number(share) < (thresholds[field] ?? 100) ? [`${field} ${share} %`] : []
    })
    expect(run.stdout).toMatch(/ 0 wrong values/)
    expect(run.stdout).toMatch(/listing\.comId +100\.0/)
    expect(missed).toEqual([])
  })
})
