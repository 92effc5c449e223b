import { type FiledListing, memberOfFiled } from './filed-listing.ts'
import type { Member } from './member.ts'
import { isWithin, type Span } from './span.ts'

/** Rejected listings with one reason, as the portal gave it and the person entered it. */
export interface RejectionRow {
  /** Empty where none was entered. */
  reason: string
  reasonId: string
  members: Member[]
}

/** Listings filed in these days that stand as rejected, the most frequent reason first. */
export function rejections(filed: readonly FiledListing[], span: Span): RejectionRow[] {
  const own = filed.filter(({ standing, filedOn }) => standing === 'rejected' && isWithin(span, filedOn))
  const spelled = (line: FiledListing) => line.reason.normalize('NFC').trim().replace(/\s+/g, ' ')
  const groups = Map.groupBy(own, (line) => JSON.stringify([spelled(line).toLowerCase(), line.reasonId]))
  const rows = [...groups.values()].flatMap((lines): RejectionRow[] => {
    const [first] = lines
    if (!first) return []
    return [
      {
        reason: spelled(first),
        reasonId: first.reasonId,
        members: lines.map((line) => memberOfFiled(line, line.since ?? line.filedOn)),
      },
    ]
  })
  return rows.sort(
    (one, other) => other.members.length - one.members.length || one.reason.localeCompare(other.reason),
  )
}
