import { lastSeen } from '../../lib/tracking/track.ts'
import type { FiledComplaint } from '../../lib/tracking/track-repo.ts'
import type { Visit } from '../../lib/tracking/visit-list.ts'
import { exactTime } from '../queue/row-facts.ts'
import { caseHash } from './follow-up-view.ts'
import { Section } from './section.tsx'
import { visitWords as words } from './visit-words.ts'
import { followUpWords } from './words.ts'

interface VisitedListProps {
  visited: readonly Visit[]
  filed: readonly FiledComplaint[]
  titleOf(comId: string): string
}

/** What was opened, the newest first, and what its page showed. */
export function VisitedList({ visited, filed, titleOf }: VisitedListProps) {
  if (visited.length === 0) return null
  const tracks = filed.flatMap(({ lines }) => lines.map(({ track }) => track))
  const seenSince = ({ comId, openedAtMs }: Visit) => {
    const track = tracks.find((one) => one.comId === comId && (lastSeen(one)?.at.wallMs ?? 0) >= openedAtMs)
    return track ? { track, seen: lastSeen(track) } : null
  }
  return (
    <Section title={words.visited} many={visited.length}>
      <ul className="flex flex-col gap-1">
        {visited.toReversed().map((visit) => {
          const known = seenSince(visit)
          const complaintId = tracks.find(({ comId }) => comId === visit.comId)?.complaintId
          return (
            <li key={visit.comId} className="rounded-md border border-line px-3 py-1.5">
              <a
                href={complaintId === undefined ? undefined : caseHash(complaintId)}
                className="font-medium break-words hover:underline"
                dir="auto"
              >
                {titleOf(visit.comId)}
              </a>
              <span className="block text-ink-soft">
                {known?.seen ? followUpWords.seen[known.seen.change.seen] : words.notSeen} ·{' '}
                {words.openedAt(exactTime(visit.openedAtMs))}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
