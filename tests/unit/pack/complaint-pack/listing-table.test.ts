import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import {
  listingCells,
  listingColumns,
  listingsCsv,
} from '../../../../lib/pack/complaint-pack/listing-table.ts'
import { listingsXlsx } from '../../../../lib/pack/complaint-pack/listings-xlsx.ts'
import { packTitles } from '../../../support/complaint-pack-seed.ts'
import { buildPackedListing } from '../../../support/packed-listing.ts'
import { readWorkbook } from '../../../support/read-workbook.ts'

const header = listingColumns.map(({ name }) => name)

/** Texts as pages have them: any letters, and what spreadsheets run. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '＝', "'", '\t=', ' ='), fc.string({ maxLength: 30 }))
    .map((parts) => parts.join('')),
  fc.stringMatching(/^\d{16,20}$/),
)
/** As XML and its readers pass it on. */
const asXml = (text: string) =>
  text
    .replace(/(?![\t\n])\p{Cc}/gu, '\uFFFD')
    .toWellFormed()
    .replace(/[\uFFFE\uFFFF]/g, '')

describe('the table of listings', () => {
  test('as a workbook holds every cell as the text it is, and nothing to compute', async () => {
    const listings = packTitles.map((title, at) => buildPackedListing(at + 1, { title }))
    const { rows, formulas } = await readWorkbook(await listingsXlsx(listings))
    expect(formulas).toEqual([])
    expect(rows).toEqual([header, ...listings.map(listingCells)])
  })

  test('as a workbook gives any text back', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (title, storeName) => {
        const { rows, formulas } = await readWorkbook(
          await listingsXlsx([buildPackedListing(1, { title, storeName })]),
        )
        expect(formulas).toEqual([])
        const cell = (name: string) => rows[1]?.[header.indexOf(name)]?.replace(/[\uFFFE\uFFFF]/g, '')
        expect([cell('title'), cell('store_name')]).toEqual([asXml(title), asXml(storeName)])
      }),
      { numRuns: 60 },
    )
  })

  test('as CSV gives any text back once the apostrophe is taken away', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const { data } = Papa.parse<string[]>(listingsCsv([buildPackedListing(1, { title })]).slice(1), {
          skipEmptyLines: true,
        })
        expect(data[0]).toEqual(header)
        const cell = data[1]?.[header.indexOf('title')] ?? ''
        expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u)
        expect(cell.replace(/^'/, '')).toBe(title.replace(/(?![\t\r\n])\p{Cc}/gu, '\uFFFD').toWellFormed())
      }),
    )
  })
})
