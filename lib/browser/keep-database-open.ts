import { systemClock } from '../core/clock.ts'
import { openDatabase } from '../storage/database.ts'
import { keepOpen } from '../storage/keep-open.ts'
import { storedAnchor } from './ledger-anchor.ts'

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** The database of a page of the extension, opened at the first `get`. */
export const keepDatabaseOpen = (open = openDatabase) =>
  keepOpen(() => open(storedAnchor), { clock: systemClock, pause })
