import { type Observation, observedValue } from '../core/observation.ts'
import {
  type Searched,
  type SearchedFlag,
  type SearchedListing,
  searchedFlag,
  searchedListing,
} from '../queue/review/searched-text.ts'
import { type CompactTable, compactTable } from './compact-table.ts'
import type { DocketDatabase } from './database.ts'

interface SearchTables {
  flags: CompactTable<SearchedFlag>
  listings: CompactTable<SearchedListing>
  storeNumbers: CompactTable<readonly string[]>
}

/** One for each connection: going to another place of the dashboard and back reads nothing anew. */
const tablesOf = new WeakMap<DocketDatabase, SearchTables>()

function searchTables(database: DocketDatabase): SearchTables {
  const known = tablesOf.get(database)
  if (known) return known
  const made = {
    flags: compactTable(database.flags, searchedFlag),
    listings: compactTable(database.listings, searchedListing),
    storeNumbers: compactTable(database.sellerTraces, ({ storeNumbers }) =>
      storeNumbers.map(({ value }) => value),
    ),
  }
  tablesOf.set(database, made)
  return made
}

/** So many are looked up one by one while nothing was read yet: the first hits wait for nothing else. */
const mostFew = 500

/** Reads what is searched of judgements, see `ReviewReader.searched`. */
export const dexieSearched =
  (database: DocketDatabase) =>
  async (flagIds: readonly string[], wants: { storeNumbers: boolean }): Promise<Map<string, Searched>> => {
    const tables = searchTables(database)
    const isFew = flagIds.length <= mostFew && !(tables.flags.isRead() && tables.listings.isRead())
    const flagOf = isFew ? await fewFlags(database, flagIds) : await tables.flags.rows()
    const found = flagIds.flatMap((flagId) => {
      const flag = flagOf.get(flagId)
      return flag ? [{ flagId, flag }] : []
    })
    const listingOf = isFew
      ? await fewListings(
          database,
          found.map(({ flag }) => flag.comId),
        )
      : await tables.listings.rows()
    const captureIds = found.flatMap(({ flag }) => flag.captureId ?? [])
    const numbersOf = wants.storeNumbers ? await storeNumbers(database, tables, captureIds, isFew) : null
    return new Map(
      found.map(({ flagId, flag }) => [
        flagId,
        {
          flag,
          listing: listingOf.get(flag.comId) ?? null,
          storeNumbers: numbersOf?.get(flag.captureId ?? '') ?? [],
        },
      ]),
    )
  }

async function fewFlags({ flags }: DocketDatabase, flagIds: readonly string[]) {
  const rows = await flags.bulkGet([...flagIds])
  return new Map(rows.flatMap((row) => (row ? [[row.flagId, searchedFlag(row)] as const] : [])))
}

async function fewListings({ listings }: DocketDatabase, comIds: string[]) {
  const rows = await listings.bulkGet(comIds)
  return new Map(rows.flatMap((row) => (row ? [[row.comId, searchedListing(row)] as const] : [])))
}

/**
 * What captures state, by capture: from their traces, which are small; from captures only where those were not read
 * for their sellers yet.
 */
async function storeNumbers(
  { captures }: DocketDatabase,
  tables: SearchTables,
  captureIds: string[],
  isFew: boolean,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const traced = isFew ? new Map<string, readonly string[]>() : await tables.storeNumbers.rows()
  const rows = await captures.bulkGet(captureIds.filter((captureId) => !traced.has(captureId)))
  const read = rows.flatMap((row) => (row ? [[row.captureId, storeNumbersOf(row)] as const] : []))
  return read.length === 0 ? traced : new Map([...traced, ...read])
}

/** The store numbers that a capture states. */
export function storeNumbersOf({
  listing,
  row,
}: {
  listing: { storeNumbers: Observation<string[]> } | null
  row: { storeNumber: Observation<string> } | null
}): string[] {
  const many = listing ? observedValue(listing.storeNumbers) : null
  const one = row ? observedValue(row.storeNumber) : null
  return [...(many ?? []), ...(one === null ? [] : [one])]
}
