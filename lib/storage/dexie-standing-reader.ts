import { isQueued } from '../queue/flag.ts'
import type { Standing, StandingReader } from '../queue/listed-standing.ts'
import type { DocketDatabase } from './database.ts'

/** So many numbers a query. */
const batchSize = 500

/** Reads how listings of a list stand. What was filed stays filed, whatever was judged since. */
export function dexieStandingReader(database: DocketDatabase): StandingReader {
  const { flags, complaints, complaintLines } = database
  return {
    standings: (comIds) =>
      database.transaction('r', [flags, complaints, complaintLines], async () => {
        const found = new Map<string, Standing>()
        const filedIn = new Map<string, string>()
        for (let start = 0; start < comIds.length; start += batchSize) {
          const batch = comIds.slice(start, start + batchSize)
          const judged = await flags
            .where('[comId+status]')
            .anyOf(batch.map((comId) => [comId, 'current']))
            .toArray()
          for (const flag of judged) {
            const { comId, verdict, changedAtMs } = flag
            if (isQueued(flag)) found.set(comId, { state: 'queued' })
            else if (flag.filedIn !== null) filedIn.set(comId, flag.filedIn)
            else found.set(comId, { state: 'cleared', verdict, atMs: changedAtMs })
          }
          const lines = await complaintLines.where('comId').anyOf(batch).toArray()
          for (const { comId, state, complaintId } of lines) {
            if (state === 'filed') filedIn.set(comId, complaintId)
          }
        }
        const named = await complaints.bulkGet([...new Set(filedIn.values())])
        const dayOf = new Map(named.flatMap((row) => (row ? [[row.complaintId, row.filedOn] as const] : [])))
        for (const [comId, complaintId] of filedIn) {
          found.set(comId, { state: 'filed', on: dayOf.get(complaintId) ?? null })
        }
        return found
      }),
  }
}
