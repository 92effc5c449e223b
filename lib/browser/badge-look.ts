import type { Reminders } from '../tracking/reminders.ts'

/** What the toolbar button says. */
export interface BadgeLook {
  text: string
  color: string
  title: string
}

/**
 * The count of the queue, and while evidence is gathered dots after it and another colour: the count stays.
 * `queued` is null until it was read in this life of the background. Where something is due today or overdue, an
 * exclamation mark stands after the count.
 */
export function badgeLook(
  queued: number | null,
  isGathering: boolean,
  reminders: Pick<Reminders, 'overdue' | 'today'> | null = null,
): BadgeLook {
  const isDue = reminders !== null && reminders.overdue + reminders.today > 0
  return {
    text: isDue && !isGathering ? `${countText(queued)}!` : textOf(queued, isGathering),
    color: isGathering ? '#8a4b00' : '#1f3a5f',
    title: `${titleOf(queued, isGathering)}${isDue ? ` – ${dueText(reminders)}` : ''}`,
  }
}

/** E.g. "3 due today, 1 overdue". */
const dueText = ({ overdue, today }: Pick<Reminders, 'overdue' | 'today'>): string =>
  [today > 0 && `${today} due today`, overdue > 0 && `${overdue} overdue`]
    .filter((part) => part !== false)
    .join(', ')

const countText = (queued: number | null): string =>
  queued === null || queued === 0 ? '' : String(Math.min(queued, 999))

/** At most four characters: that is what fits. */
function textOf(queued: number | null, isGathering: boolean): string {
  const count = countText(queued)
  if (isGathering) return `${count}…`
  return queued !== null && queued > 999 ? `${count}+` : count
}

function titleOf(queued: number | null, isGathering: boolean): string {
  const waiting =
    queued === null || queued === 0
      ? 'Docket'
      : `Docket: ${queued} ${queued === 1 ? 'listing' : 'listings'} in the queue`
  return isGathering ? `${waiting} – gathering evidence` : waiting
}
