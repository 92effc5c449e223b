import { type Flag, queueGroupOf } from '../queue/flag.ts'
import type { FlagRepo, FlagTransaction } from '../queue/flag-repo.ts'
import { actEntry } from './act-entry.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'
import type { FlagRow } from './stored-rows.ts'

/** Keeps flags in the database. */
export function dexieFlagRepo(database: DocketDatabase): FlagRepo {
  const { flags, listings, captures, captureJobs, meta } = database

  // Plain Dexie promises: an async wrapper around each call adds turns in which the transaction may commit too soon.
  const calls: Omit<FlagTransaction, 'enterActs'> = {
    flag: (flagId) => flags.get(flagId).then(flagOrNull),
    currentFlag: (comId) => flags.where('[comId+status]').equals([comId, 'current']).first().then(flagOrNull),
    putFlag: (flag) => flags.put(rowOf(flag)).then(nothing),
    flags: (flagIds) => flags.bulkGet([...flagIds]).then(flagsOf),
    currentFlags: (comIds) =>
      flags
        .where('[comId+status]')
        .anyOf(comIds.map((comId) => [comId, 'current']))
        .toArray()
        .then(flagsOf),
    putFlags: (many) => flags.bulkPut(many.map(rowOf)).then(nothing),
    listings: (comIds) =>
      listings.bulkGet([...comIds]).then((rows) => rows.flatMap((row) => (row ? [row] : []))),
    putListings: (many) => listings.bulkPut([...many]).then(nothing),
    listing: (comId) => listings.get(comId).then(orNull),
    putListing: (listing) => listings.put(listing).then(nothing),
    capture: (captureId) => captures.get(captureId).then(orNull),
    putCapture: (capture) => captures.add(capture).then(nothing),
    putCaptureJob: (job) => captureJobs.put(job).then(nothing),
    rememberIpType: (ipType) => meta.put({ key: 'lastIpType', ipType }).then(nothing),
  }

  return {
    transact: (work) =>
      storing(() =>
        database.transaction('rw', [flags, listings, captures, captureJobs, meta], () =>
          work({ ...calls, enterActs: actEntry(database) }),
        ),
      ),
    readBack: (flagId) =>
      storing(async () => {
        const flag = flagOrNull(await flags.get(flagId))
        const capture = flag?.captureId ? await captures.get(flag.captureId) : undefined
        return { flag, capture: capture ?? null }
      }),
    storedFlags: (flagIds) => storing(() => flags.bulkGet([...flagIds]).then(flagsOf)),
    storedCapture: (captureId) => storing(() => captures.get(captureId).then(orNull)),
    countQueued: () => flags.where('queueGroup').above('').count(),
  }
}

/** The flag as stored, with what the index needs. */
export function rowOf(flag: Flag): FlagRow {
  const queueGroup = queueGroupOf(flag)
  return queueGroup ? { ...flag, queueGroup } : flag
}

const nothing = () => undefined

const orNull = <T>(row: T | undefined): T | null => row ?? null

const flagsOf = (rows: ReadonlyArray<FlagRow | undefined>) =>
  rows.flatMap((row) => (row ? [flagOf(row)] : []))

const flagOrNull = (row: FlagRow | undefined) => (row ? flagOf(row) : null)

/** The flag without what exists for the index alone. */
export function flagOf(row: FlagRow): Flag {
  const { queueGroup: _index, ...flag } = row
  return flag
}
