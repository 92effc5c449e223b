import type { Failure } from '../../core/result.ts'

/** Port to how much the browser's storage can still take. */
export interface StorageRoom {
  /** Bytes; null where the browser does not tell. */
  freeBytes(): Promise<number | null>
}

/** RELIABILITY.md §2.3: below the first a person is warned, below the second no capture is begun. */
export const roomLimits = { warnBytes: 1_000_000_000, refuseBytes: 200_000_000 } as const

/**
 * Why no capture may be begun now, or null where it may. The judgement is stored all the same: it is small. Where the
 * browser does not tell, every write is still read back.
 */
export async function roomRefusal(room: StorageRoom): Promise<Failure | null> {
  const free = await room.freeBytes()
  if (free === null || free >= roomLimits.refuseBytes) return null
  return {
    code: 'no-room',
    message: `Not begun: only ${Math.floor(free / 1_000_000)} MB of storage are free, and evidence that is half written is worth nothing. The flag is saved. Free some disk space and open the listing to try again.`,
  }
}
