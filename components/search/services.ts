import type { Found } from '../../lib/search/found.ts'
import type { HitAddresses } from './palette-entries.ts'

/** What the palette needs of the world around it. */
export interface SearchServices {
  /** As lib/search says it; rejects where the storage cannot be opened. */
  search(text: string, signal: AbortSignal): AsyncIterable<Found>
  /**
   * Reads what captures state of sellers and was not read yet. Resolves to whether there was something: then a
   * search finds more.
   */
  catchUp(signal: AbortSignal): Promise<boolean>
  addresses: HitAddresses
  /** Goes to another page of the dashboard. */
  go(hash: string): void
}
