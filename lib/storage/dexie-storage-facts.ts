import Dexie from 'dexie'
import { type CopyState, copyStates } from '../evidence/copy-state.ts'
import type { Rounds } from '../evidence/rounds/rounds.ts'
import type { LastVerification } from '../evidence/verify-all.ts'
import type { DocketDatabase } from './database.ts'
import { dexieLedgerRepo } from './dexie-ledger-repo.ts'
import { dexieRoundRepo } from './dexie-round-repo.ts'
import { storing } from './storage-refusal.ts'
import type { IncidentRow } from './stored-rows.ts'

/** How the stored evidence stands, by index and key alone. */
export interface StorageFacts {
  captures: number
  ledgerRows: number
  /** Judgements that the ledger has still to enter. */
  waitingActs: number
  /** Second copies by their state; empty where none are kept. */
  copies: ReadonlyMap<CopyState, number>
  lastVerification: LastVerification | null
  /** From looking through everything by itself. */
  rounds: Rounds
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
  const [captureCount, last, waiting, copies, verification, rounds, incidentCount, newestIncidents] =
    await Promise.all([
      captures.count(),
      ledger.lastRow(),
      ledger.waitingActs(mostWaiting),
      countCopies(database),
      meta.get('lastVerification'),
      dexieRoundRepo(database).read(),
      incidents.count(),
      incidents.orderBy('atMs').reverse().limit(mostIncidents).toArray(),
    ])
  return {
    captures: captureCount,
    ledgerRows: last?.seq ?? 0,
    waitingActs: waiting.length,
    copies,
    lastVerification: verification?.key === 'lastVerification' ? verification.verification : null,
    rounds,
    incidents: incidentCount,
    newestIncidents,
  }
}

async function countCopies({ copies }: DocketDatabase): Promise<Map<CopyState, number>> {
  const counts = await Promise.all(
    copyStates.map((state) =>
      copies.where('[state+dueSinceMs]').between([state, Dexie.minKey], [state, Dexie.maxKey]).count(),
    ),
  )
  return new Map(
    copyStates.flatMap((state, index): Array<[CopyState, number]> => {
      const many = counts[index] ?? 0
      return many === 0 ? [] : [[state, many]]
    }),
  )
}

export async function saveLastVerification(
  { meta }: DocketDatabase,
  verification: LastVerification,
): Promise<void> {
  await storing(() => meta.put({ key: 'lastVerification', verification }))
}
