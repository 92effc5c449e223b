import type { LastVerification } from '../evidence/verify-all.ts'
import type { DocketDatabase, IncidentRow } from './database.ts'
import { dexieLedgerRepo } from './dexie-ledger-repo.ts'
import { storing } from './storage-refusal.ts'

/** How the stored evidence stands, by index and key alone. */
export interface StorageFacts {
  captures: number
  ledgerRows: number
  /** Judgements that the ledger has still to enter. */
  waitingActs: number
  /** Second copies by their state; empty where none are kept. */
  copies: ReadonlyMap<string, number>
  lastVerification: LastVerification | null
  incidents: number
  /** The newest ones. */
  newestIncidents: IncidentRow[]
}

const mostIncidents = 50
/** Counting further helps nobody. */
const mostWaiting = 1000

export async function readStorageFacts(database: DocketDatabase): Promise<StorageFacts> {
  const { captures, incidents, meta } = database
  const ledger = dexieLedgerRepo(database)
  const [captureCount, last, waiting, copies, verification, incidentCount, newestIncidents] =
    await Promise.all([
      captures.count(),
      ledger.lastRow(),
      ledger.waitingActs(mostWaiting),
      countCopies(database),
      meta.get('lastVerification'),
      incidents.count(),
      incidents.orderBy('atMs').reverse().limit(mostIncidents).toArray(),
    ])
  return {
    captures: captureCount,
    ledgerRows: last?.seq ?? 0,
    waitingActs: waiting.length,
    copies,
    lastVerification: verification?.key === 'lastVerification' ? verification.verification : null,
    incidents: incidentCount,
    newestIncidents,
  }
}

async function countCopies(database: DocketDatabase): Promise<Map<string, number>> {
  const copies = database.table<{ captureId: string; state: string }, string>('copies')
  const states = (await copies.orderBy('state').uniqueKeys()).map(String)
  const counts = await Promise.all(states.map((state) => copies.where('state').equals(state).count()))
  return new Map(states.map((state, index) => [state, counts[index] ?? 0]))
}

export async function saveLastVerification(
  { meta }: DocketDatabase,
  verification: LastVerification,
): Promise<void> {
  await storing(() => meta.put({ key: 'lastVerification', verification }))
}
