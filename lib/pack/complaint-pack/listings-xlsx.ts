import { writeXlsx } from 'hucre/xlsx'
import { listingCells, listingColumns } from './listing-table.ts'
import type { PackedListing } from './packed-listing.ts'

/** What a cell of a workbook holds at most (Excel's specification). */
const maxCellChars = 32_767

/**
 * `listings.xlsx`: one sheet whose cells are all texts, so that nothing in a title runs and no number loses a digit.
 * Load this file when one is written, not before: the library is large.
 */
export async function listingsXlsx(listings: readonly PackedListing[]): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Listings',
        columns: listingColumns.map(({ name, width }) => ({ header: name, key: name, width, numFmt: '@' })),
        rows: [
          listingColumns.map(({ name }) => name),
          ...listings.map((listing) => listingCells(listing).map(textCell)),
        ],
        freezePane: { rows: 1 },
      },
    ],
  })
  return new Uint8Array(bytes)
}

/** XML has no place for control characters and halves of characters; what a cell cannot hold ends in "…". */
function textCell(text: string): string {
  const clean = text.replace(/(?![\t\n])\p{Cc}/gu, '\uFFFD').toWellFormed()
  return clean.length <= maxCellChars ? clean : `${clean.slice(0, maxCellChars - 1)}…`.toWellFormed()
}
