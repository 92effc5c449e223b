import { type Flag, queueGroupOf } from '../queue/flag.ts'
import type { FlagRepo, FlagTransaction } from '../queue/flag-repo.ts'
import type { DocketDatabase, FlagRow } from './database.ts'

/** Keeps flags in the database. */
export function dexieFlagRepo(database: DocketDatabase): FlagRepo {
  const { flags, listings, captures, captureJobs, meta } = database

  const transaction: FlagTransaction = {
    flag: async (flagId) => flagOrNull(await flags.get(flagId)),
    currentFlag: async (comId) =>
      flagOrNull(await flags.where('[comId+status]').equals([comId, 'current']).first()),
    putFlag: async (flag) => void (await flags.put(rowOf(flag))),
    listing: async (comId) => (await listings.get(comId)) ?? null,
    putListing: async (listing) => void (await listings.put(listing)),
    capture: async (captureId) => (await captures.get(captureId)) ?? null,
    putCapture: async (capture) => void (await captures.add(capture)),
    putCaptureJob: async (job) => void (await captureJobs.put(job)),
    rememberIpType: async (ipType) => void (await meta.put({ key: 'lastIpType', ipType })),
  }

  return {
    transact: (work) =>
      database.transaction('rw', [flags, listings, captures, captureJobs, meta], () => work(transaction)),
    async readBack(flagId) {
      const flag = flagOrNull(await flags.get(flagId))
      const capture = flag ? await captures.get(flag.captureId) : undefined
      return { flag, capture: capture ?? null }
    },
    countQueued: () => flags.where('queueGroup').above('').count(),
  }
}

function rowOf(flag: Flag): FlagRow {
  const queueGroup = queueGroupOf(flag)
  return queueGroup ? { ...flag, queueGroup } : flag
}

const flagOrNull = (row: FlagRow | undefined) => (row ? flagOf(row) : null)

/** The flag without what exists for the index alone. */
export function flagOf(row: FlagRow): Flag {
  const { queueGroup: _index, ...flag } = row
  return flag
}
