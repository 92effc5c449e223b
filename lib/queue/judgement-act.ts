import { canonicalJson } from '../core/canonical-json.ts'
import type { Moment } from '../core/clock.ts'
import type { LedgerAct } from '../evidence/ledger/ledger-act.ts'
import type { Flag } from './flag.ts'

type Act = Omit<LedgerAct, 'actor'>

/**
 * What happened to a judgement, in the words of its ledger payload.
 * - `made`: the listing was judged; `otherFlagId` names the judgement that it replaced.
 * - `changed`: verdict, type, or the right and reason that were chosen.
 * - `undone`: taken back on the page; `otherFlagId` names the judgement that stands again.
 * - `removed`: taken back in the queue, likewise.
 * - `restored`: the removal was undone; `otherFlagId` names the judgement that it replaces again.
 */
type VerdictChange = 'made' | 'changed' | 'undone' | 'removed' | 'restored'

/** The ledger's word of a verdict that was made, changed, taken back or put back. `flag` is as it stands then. */
export const verdictAct = (
  change: VerdictChange,
  flag: Flag,
  { before, otherFlagId, at }: { before: Flag | null; otherFlagId: string | null; at: Moment },
): Act => ({
  action: 'verdict-changed',
  subject: flag.flagId,
  payload: canonicalJson({
    change,
    ...identityOf(flag),
    before: before && verdictOf(before),
    after: verdictOf(flag),
    note: change === 'made' ? flag.note : null,
    otherFlagId,
    atMs: at.wallMs,
  }),
  at: timeOf(at),
})

/** The ledger's word of a note that was written, changed or emptied. */
export const noteAct = (flag: Flag, { before, at }: { before: Flag; at: Moment }): Act => ({
  action: 'note-changed',
  subject: flag.flagId,
  payload: canonicalJson({
    ...identityOf(flag),
    before: before.note,
    after: flag.note,
    atMs: at.wallMs,
  }),
  at: timeOf(at),
})

const identityOf = ({ flagId, comId, captureId }: Flag) => ({ flagId, comId, captureId })

const verdictOf = ({ status, verdict, ipType, rightId, reasonId }: Flag) => ({
  status,
  verdict,
  ipType,
  rightId,
  reasonId,
})

const timeOf = ({ wallMs, offsetMinutes }: Moment) => ({ wallMs, offsetMinutes })

/** Whether a change is one of the verdict, and so the ledger's to enter. */
export const changesVerdict = (before: Flag, after: Flag): boolean =>
  canonicalJson(verdictOf(before)) !== canonicalJson(verdictOf(after))
