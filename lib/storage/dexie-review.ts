import Dexie from 'dexie'
import type { Flag } from '../queue/flag.ts'
import type { PlayStore } from '../queue/review/play.ts'
import { type ReviewFilter, timeBounds } from '../queue/review/review-filter.ts'
import type { ReviewMarkRepo } from '../queue/review/review-mark.ts'
import type { JudgedListing, ReviewReader, ReviewRow } from '../queue/review/review-reader.ts'
import { firstSettings, type ReviewSettingsStore } from '../queue/review/review-settings.ts'
import { actEntry } from './act-entry.ts'
import type { DocketDatabase } from './database.ts'
import { flagOf } from './dexie-flag-repo.ts'
import { dexieSearched, storeNumbersOf } from './dexie-searched.ts'
import { readWhole } from './read-whole.ts'
import { storing } from './storage-refusal.ts'

/** Keeps in the database what was said in review; the ledger's acts wait there too. */
export function dexieReviewMarks(database: DocketDatabase): ReviewMarkRepo {
  const { flags, reviewMarks, meta } = database
  return {
    transact: (work) =>
      storing(() =>
        database.transaction('rw', [flags, reviewMarks, meta], () =>
          work({
            flag: (flagId) => flags.get(flagId).then((row) => (row ? flagOf(row) : null)),
            mark: (flagId) => reviewMarks.get(flagId).then((row) => row ?? null),
            putMark: (mark) => reviewMarks.put(mark).then(() => undefined),
            removeMark: (flagId) => reviewMarks.delete(flagId),
            operatorName: () =>
              meta.get('operatorName').then((row) => (row?.key === 'operatorName' ? row.name : null)),
            enterActs: actEntry(database),
          }),
        ),
      ),
  }
}

/** Keeps how far the person has gone through a filter. */
export function dexiePlayStore({ meta }: DocketDatabase): PlayStore {
  return {
    async read() {
      const [stored, at] = await meta.bulkGet(['play', 'playPlace'])
      if (stored?.key !== 'play') return null
      return { play: stored.play, place: at?.key === 'playPlace' ? at.place : 0 }
    },
    start: (play) =>
      storing(async () => {
        await meta.bulkPut([
          { key: 'play', play },
          { key: 'playPlace', place: 0 },
        ])
      }),
    moveTo: (place) => storing(() => meta.put({ key: 'playPlace', place }).then(() => undefined)),
  }
}

export function dexieReviewSettings(database: DocketDatabase): ReviewSettingsStore {
  const { meta } = database
  const read = () =>
    meta.get('reviewSettings').then((row) => (row?.key === 'reviewSettings' ? row.settings : firstSettings))
  return {
    read: async () => read(),
    change: (change) =>
      storing(() =>
        database.transaction('rw', meta, async () => {
          await meta.put({ key: 'reviewSettings', settings: change(await read()) })
        }),
      ),
  }
}

/** Reads for review: keys by index, rows only for what is in view or looked through. */
export function dexieReviewReader(database: DocketDatabase): ReviewReader {
  const { flags, listings, captures, captureJobs, reviewMarks } = database

  const idSet = async (ids: PromiseLike<string[]>) => new Set(await ids)

  /** What each choice of the filter lets through, as ids by index. */
  function choices({ verdict, type, right, sellerId }: ReviewFilter): Array<Promise<Set<string>>> {
    const sets: Array<Promise<Set<string>>> = []
    if (verdict !== 'all')
      sets.push(idSet(flags.where('[status+verdict]').equals(['current', verdict]).primaryKeys()))
    if (type === 'undecided') sets.push(idSet(flags.where('queueGroup').equals('undecided').primaryKeys()))
    else if (type !== 'all')
      sets.push(idSet(flags.where('[status+ipType]').equals(['current', type]).primaryKeys()))
    if (right === 'none') sets.push(infringingWithoutRight())
    else if (right !== 'all')
      sets.push(idSet(flags.where('[status+rightId]').equals(['current', right]).primaryKeys()))
    if (sellerId !== '') sets.push(ofSeller(sellerId))
    return sets
  }

  async function infringingWithoutRight(): Promise<Set<string>> {
    const [infringing, withRight] = await Promise.all([
      idSet(flags.where('[status+verdict]').equals(['current', 'infringing']).primaryKeys()),
      flags
        .where('[status+rightId]')
        .between(['current', Dexie.minKey], ['current', Dexie.maxKey])
        .primaryKeys(),
    ])
    for (const flagId of withRight) infringing.delete(flagId)
    return infringing
  }

  async function ofSeller(sellerId: string): Promise<Set<string>> {
    const comIds = await listings.where('sellerId').equals(sellerId).primaryKeys()
    return idSet(
      flags
        .where('[comId+status]')
        .anyOf(comIds.map((comId) => [comId, 'current']))
        .primaryKeys(),
    )
  }

  async function judged(flagIds: readonly string[]): Promise<Map<string, JudgedListing>> {
    const [rows, marks] = await Promise.all([flags.bulkGet([...flagIds]), reviewMarks.bulkGet([...flagIds])])
    const found = rows.flatMap((row): Flag[] => (row ? [flagOf(row)] : []))
    const known = await listings.bulkGet(found.map(({ comId }) => comId))
    const markOf = new Map(marks.flatMap((mark) => (mark ? [[mark.flagId, mark] as const] : [])))
    return new Map(
      found.map((flag, at) => [
        flag.flagId,
        { flag, listing: known[at] ?? null, mark: markOf.get(flag.flagId) ?? null },
      ]),
    )
  }

  async function capturesOf(entries: Iterable<JudgedListing>) {
    const ids = [...entries].flatMap(({ flag }) => flag.captureId ?? [])
    const rows = await captures.bulkGet(ids)
    return new Map(rows.flatMap((row) => (row ? [[row.captureId, row] as const] : [])))
  }

  return {
    total: () => standing(null, null).count(),
    async candidates(filter) {
      const { fromMs, beforeMs } = timeBounds(filter)
      const tables = filter.sellerId === '' ? [flags] : [flags, listings]
      const [ordered, ...sets] = await readWhole<[string[], ...Array<Set<string>>]>(tables, () =>
        Promise.all([standing(fromMs, beforeMs).primaryKeys(), ...choices(filter)]),
      )
      const chosen = ordered.filter((flagId) => sets.every((ids) => ids.has(flagId)))
      // Forwards and turned round: backwards the browser hands out one key at a time.
      return filter.sort === 'oldest' ? chosen : chosen.reverse()
    },
    judged,
    async rows(flagIds) {
      const entries = await judged(flagIds)
      const shot = await capturesOf(entries.values())
      const jobs = await captureJobs.bulkGet([...shot.keys()])
      const withScreenshot = new Set(
        jobs.flatMap((job) => (job?.screenshot.state === 'saved' ? [job.captureId] : [])),
      )
      return new Map(
        [...entries].map(([flagId, entry]): [string, ReviewRow] => {
          const capture = shot.get(entry.flag.captureId ?? '')
          return [
            flagId,
            {
              ...entry,
              hasScreenshot: withScreenshot.has(entry.flag.captureId ?? ''),
              keyword: capture?.sighting.keyword ?? null,
              storeNumbers: capture ? storeNumbersOf(capture) : [],
            },
          ]
        }),
      )
    },
    searched: dexieSearched(database),
    async first(sort, limit) {
      const ordered = standing(null, null)
      return (sort === 'oldest' ? ordered : ordered.reverse()).limit(limit).primaryKeys()
    },
    captureIdsWithScreenshot: () =>
      idSet(captureJobs.where('screenshot.state').equals('saved').primaryKeys()),
    captureIdsOfKeyword: (keyword) => idSet(captures.where('sighting.keyword').equals(keyword).primaryKeys()),
    keywords: async () => (await captures.orderBy('sighting.keyword').uniqueKeys()).map(String),
    standing: async (comId) =>
      (await flags.where('[comId+status]').equals([comId, 'current']).primaryKeys())[0] ?? null,
  }

  /** Judgements that stand, by the time of flagging. */
  function standing(fromMs: number | null, beforeMs: number | null) {
    return flags
      .where('[status+createdAtMs]')
      .between(['current', fromMs ?? Dexie.minKey], ['current', beforeMs ?? Dexie.maxKey], true, false)
  }
}
