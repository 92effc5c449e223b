import { browser } from 'wxt/browser'

/** What the toolbar button shows; the count is null until it was read in this life of the background. */
const shown: { queued: number | null; isGathering: boolean } = { queued: null, isGathering: false }

/** Shows how many listings wait in the queue on the toolbar button. */
export function showQueueCount(queued: number): Promise<void> {
  shown.queued = queued
  return draw()
}

/** Shows whether evidence is being gathered: another colour, and dots after the count, which stays. */
export function showGathering(isGathering: boolean): Promise<void> {
  if (shown.isGathering === isGathering) return Promise.resolve()
  shown.isGathering = isGathering
  return draw()
}

async function draw(): Promise<void> {
  const { queued, isGathering } = shown
  await browser.action.setBadgeBackgroundColor({ color: isGathering ? '#8a4b00' : '#1f3a5f' })
  await browser.action.setBadgeTextColor({ color: '#ffffff' })
  await browser.action.setBadgeText({ text: badgeText(queued, isGathering) })
  await browser.action.setTitle({ title: titleOf(queued, isGathering) })
}

/** At most four characters: that is what fits. */
function badgeText(queued: number | null, isGathering: boolean): string {
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
