import type { PortalRules } from '../../lib/complaints/portal-rules.ts'
import { calendarDateOf } from '../../lib/rights/expiry.ts'
import type { CalendarDate, Holder, Right } from '../../lib/rights/right.ts'
import type { ComplaintServices } from './services.ts'

/** What every page about complaints rests on, read at one time. */
export interface Known {
  rights: Right[]
  rightOf: ReadonlyMap<string, Right>
  holderOf: ReadonlyMap<string, Holder>
  rules: PortalRules
  today: CalendarDate
  nowMs: number
}

export async function readKnown({
  rights,
  rules,
  clock,
}: Pick<ComplaintServices, 'rules' | 'clock'> & {
  rights: Pick<ComplaintServices['rights'], 'rights' | 'holders'>
}): Promise<Known> {
  const [known, holders, read] = await Promise.all([rights.rights(), rights.holders(), rules.read()])
  const { wallMs, offsetMinutes } = clock()
  return {
    rights: known,
    rightOf: new Map(known.map((right) => [right.rightId, right])),
    holderOf: new Map(holders.map((holder) => [holder.holderId, holder])),
    rules: read.rules,
    today: calendarDateOf(wallMs, offsetMinutes),
    nowMs: wallMs,
  }
}
