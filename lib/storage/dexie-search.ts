import type { SearchReader } from '../search/search-reader.ts'
import type { Seller } from '../sellers/fold-seller.ts'
import type { DocketDatabase } from './database.ts'
import { flagOf } from './dexie-flag-repo.ts'

/** Traces of one store that are read: the accounts that it ever had are among them. */
const tracesOfStore = 300

/** Reads for the search over everything: by index, or slices of small rows; captures by their keys alone. */
export function dexieSearch(database: DocketDatabase): SearchReader {
  const { flags, listings, captures, sellers, sellerTraces, sellerMarks, complaints, rights, holders } =
    database

  async function withMarks(rows: readonly Seller[]) {
    const marks = await sellerMarks.bulkGet(rows.map(({ sellerId }) => sellerId))
    return rows.map((seller, at) => ({ seller, mark: marks[at] ?? null }))
  }

  return {
    listings: async (comIds) => present(await listings.bulkGet([...comIds])),
    listingsAfter: (comId, many) =>
      listings
        .where('comId')
        .above(comId ?? '')
        .limit(many)
        .toArray(),
    judgements: async (comIds) => {
      const rows = await flags
        .where('[comId+status]')
        .anyOf(comIds.map((comId) => [comId, 'current']))
        .toArray()
      return new Map(rows.map((row) => [row.comId, flagOf(row)]))
    },
    notedIds: () => flags.where('note').above('').primaryKeys(),
    flags: async (flagIds) => present(await flags.bulkGet([...flagIds])).map(flagOf),
    sellers: async (sellerIds) => withMarks(present(await sellers.bulkGet([...sellerIds]))),
    sellersAfter: async (sellerId, many) =>
      withMarks(
        await sellers
          .where('sellerId')
          .above(sellerId ?? '')
          .limit(many)
          .toArray(),
      ),
    ofStores: async (storeNumbers) => {
      const rows = (
        await Promise.all(
          storeNumbers.map((number) =>
            sellerTraces.where('statedStoreNumbers').equals(number).limit(tracesOfStore).toArray(),
          ),
        )
      ).flat()
      return {
        sellerIds: unique(rows.flatMap(({ sellerId }) => sellerId ?? [])),
        comIds: unique(rows.flatMap(({ sellerId, comId }) => (sellerId === null ? comId : []))),
      }
    },
    complaints: async (complaintIds) => present(await complaints.bulkGet([...complaintIds])),
    complaintsAfter: (complaintId, many) =>
      complaints
        .where('complaintId')
        .above(complaintId ?? '')
        .limit(many)
        .toArray(),
    casesBeginning: (text, many) =>
      complaints.where('caseNumber').startsWithIgnoreCase(text).limit(many).toArray(),
    listingOfCaptures: async (captureIds) =>
      new Map(
        present(await captures.bulkGet([...captureIds])).map(({ captureId, comId }) => [captureId, comId]),
      ),
    captureIdsOf: async (comId) =>
      (await captures.where('comId').equals(comId).primaryKeys()).sort().reverse(),
    rights: () => rights.toArray(),
    holders: () => holders.toArray(),
  }
}

const present = <Row>(rows: ReadonlyArray<Row | undefined>): Row[] => rows.flatMap((row) => row ?? [])

const unique = (values: readonly string[]): string[] => [...new Set(values)]
