/** What the toolbar button says. */
export interface BadgeLook {
  text: string
  color: string
  title: string
}

/**
 * The count of the queue, and while evidence is gathered dots after it and another colour: the count stays.
 * `queued` is null until it was read in this life of the background.
 */
export function badgeLook(queued: number | null, isGathering: boolean): BadgeLook {
  return {
    text: textOf(queued, isGathering),
    color: isGathering ? '#8a4b00' : '#1f3a5f',
    title: titleOf(queued, isGathering),
  }
}

/** At most four characters: that is what fits. */
function textOf(queued: number | null, isGathering: boolean): string {
  const count = queued === null || queued === 0 ? '' : String(Math.min(queued, 999))
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
