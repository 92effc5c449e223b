import { canonicalJson } from '../../core/canonical-json.ts'
import type { Clock } from '../../core/clock.ts'
import { ExpectedError } from '../../core/expected-error.ts'
import { emptyLedgerAnchor, type LedgerAnchor } from '../../evidence/ledger/ledger.ts'
import { unnamedOperator } from '../../evidence/ledger/ledger-act.ts'
import type { AnchorStore, InLedgerLine } from '../../evidence/ledger/ledger-repo.ts'
import { fingerprintOf } from '../../evidence/seal/seal.ts'
import type { BackupTarget } from './backup-repo.ts'
import { anchorOrNull, backupRows, type CheckedBackup, lostLedger } from './check-backup.ts'

/** All that restoring a backup needs. */
export interface RestoringBackup {
  target: BackupTarget
  anchors: AnchorStore
  inLedgerLine: InLedgerLine
  clock: Clock
}

/**
 * Puts a checked backup where nothing is left, in one commit: killed at any moment, either all of it is there or the
 * former state. The ledger goes on from the backup's last row with `restored`, which names the key that signed until
 * then and the one that signs from now on. Where rows are known that were written after the backup, the anchor stays:
 * evidence is then shown only, until the second copies bring these rows or the person accepts their loss.
 * @throws ExpectedError with the code of the backup's refusal; `restore-not-empty`, `storage-refused`.
 */
export async function restoreBackup(
  { target, anchors, inLedgerLine, clock }: RestoringBackup,
  checked: CheckedBackup,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<void> {
  if (checked.refusal) throw new ExpectedError(checked.refusal.code, checked.refusal.message)
  const { begin, formerKey } = checked
  const key = await target.nextKey()
  const now = clock()
  await inLedgerLine(async () => {
    const anchor = await anchorOrNull(anchors)
    const lost = await lostLedger(target, anchors)
    const act = await actOf(checked, anchor, await fingerprintOf(key.publicKey), now)
    // Both the former ledger and the backup's are longer than nothing: neither looks cut, wherever this ends.
    if (lost.count === 0 && (await isReadable(anchors))) await anchors.write(emptyLedgerAnchor)
    await target.takeAll(backupRows(checked, onProgress), {
      ...{ key, formerKey, act },
      settings: begin.settings,
    })
    if (lost.count <= begin.anchor.count) await anchors.write(begin.anchor)
  })
}

async function isReadable(anchors: AnchorStore): Promise<boolean> {
  try {
    await anchors.read()
    return true
  } catch (error) {
    if (error instanceof ExpectedError) return false
    throw error
  }
}

async function actOf(
  { begin, formerKey }: CheckedBackup,
  formerAnchor: LedgerAnchor | null,
  keySha256: string,
  { wallMs, offsetMinutes }: { wallMs: number; offsetMinutes: number },
) {
  return {
    actor: unnamedOperator,
    action: 'restored' as const,
    subject: `backup ${begin.backupId}, signed with ${keySha256} from here on`,
    payload: canonicalJson({
      backupId: begin.backupId,
      backupMade: begin.made,
      anchor: { count: begin.anchor.count, head: begin.anchor.head },
      formerKeySha256: formerKey?.publicKeySha256 ?? null,
      keySha256,
      replacedAnchor: formerAnchor && { count: formerAnchor.count, head: formerAnchor.head },
    }),
    at: { wallMs, offsetMinutes },
  }
}
