import { sha256Hex } from '../core/digest.ts'
import { appendToLedger, type LedgerWriter } from './ledger/append-to-ledger.ts'
import type { LedgerRow } from './ledger/ledger.ts'
import type { SealRepo } from './seal/seal-repo.ts'

/**
 * What left in one pack, kept beside the ledger: its row names no more than a hash, so that an excerpt of the ledger
 * tells nothing of other captures. A lost profile gets the row back, and this not.
 */
export interface Departure {
  packId: string
  /** Number of the ledger row by which it left. */
  ledgerSeq: number
  captureIds: string[]
  /** What the row's `payloadHash` is the SHA-256 of, in UTF-8. */
  payload: string
}

/** Enters in the ledger that a pack leaves, before its first byte does. @throws as `appendToLedger`. */
export async function enterDeparture(
  writer: LedgerWriter & { seals: Pick<SealRepo, 'addDeparture'> },
  { actor, packId, captureIds, payload }: { actor: string } & Omit<Departure, 'ledgerSeq'>,
): Promise<LedgerRow> {
  const entry = { actor, action: 'exported', subject: packId, payloadHash: await hashOf(payload) } as const
  return appendToLedger(writer, entry, (row) =>
    writer.seals.addDeparture(row, { packId, ledgerSeq: row.seq, captureIds, payload }),
  )
}

/** True where the ledger's row is of exactly this: only then may it be said that a capture left with the pack. */
export const isDepartureOf = async (
  { packId, payload }: Departure,
  { action, subject, payloadHash }: LedgerRow,
): Promise<boolean> => action === 'exported' && subject === packId && payloadHash === (await hashOf(payload))

const hashOf = (payload: string): Promise<string> => sha256Hex(new TextEncoder().encode(payload))
