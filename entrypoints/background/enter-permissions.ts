import { browser } from 'wxt/browser'
import { canonicalJson } from '../../lib/core/canonical-json.ts'
import { sha256Hex } from '../../lib/core/digest.ts'
import { appendToLedger } from '../../lib/evidence/ledger/append-to-ledger.ts'
import { docket } from './docket.ts'

/** The parts of the browser's message that say what was given or taken. */
interface Permissions {
  permissions?: string[] | undefined
  origins?: string[] | undefined
}

/** Enters in the ledger what Docket may do, whenever a person changes it, here or in the browser's settings. */
export function listenToPermissions(logged: (work: Promise<unknown>, doing: string) => void): void {
  const enter = (change: 'given' | 'taken') => (changed: Permissions) =>
    logged(enterPermissions(change, changed), 'entering a permission in the ledger')
  browser.permissions.onAdded.addListener(enter('given'))
  browser.permissions.onRemoved.addListener(enter('taken'))
}

async function enterPermissions(
  change: 'given' | 'taken',
  { permissions = [], origins = [] }: Permissions,
): Promise<void> {
  const { sealing } = await docket()
  const names = [...permissions, ...origins].sort()
  const payload = canonicalJson({ change, names })
  await appendToLedger(sealing, {
    actor: 'docket',
    action: 'permission-changed',
    subject: `${change}: ${names.join(' ')}`,
    payloadHash: await sha256Hex(new TextEncoder().encode(payload)),
  })
}
