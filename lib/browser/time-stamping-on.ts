import { ExpectedError } from '../core/expected-error.ts'
import type { TimeStamping } from '../evidence/time-stamp/stamp-ledger.ts'
import type { AskTsa } from '../evidence/time-stamp/time-stamp.ts'
import type { DocketDatabase } from '../storage/database.ts'
import { dexieTimeStampRepo } from '../storage/dexie-time-stamp-repo.ts'
import { askTsa } from './ask-tsa.ts'
import { hasAddressPermission } from './permissions.ts'
import { sealingOn } from './sealing-on.ts'
import { storedTimeStampSettings } from './stored-time-stamp-settings.ts'

/** What time-stamping needs, joined to this browser and its one open database. */
export function timeStampingOn(database: DocketDatabase): TimeStamping {
  const { ledger, anchors, inLedgerLine, clock } = sealingOn(database)
  return {
    ledger,
    anchors,
    inLedgerLine,
    clock,
    stamps: dexieTimeStampRepo(database),
    settings: storedTimeStampSettings,
    askTsa: askAllowed,
  }
}

const ask = askTsa()

/** The person may have taken the permission back in the browser's own settings. */
const askAllowed: AskTsa = async (url, query) => {
  if (await hasAddressPermission(url)) return ask(url, query)
  throw new ExpectedError(
    'tsa-not-allowed',
    'The browser does not let Docket ask the time-stamp authority any more. Turn time stamps on again in the settings.',
  )
}
