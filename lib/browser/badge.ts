import { browser } from 'wxt/browser'
import type { Reminders } from '../tracking/reminders.ts'
import { badgeLook } from './badge-look.ts'

/** What the toolbar button shows; the count is null until it was read in this life of the background. */
const shown: { queued: number | null; isGathering: boolean; reminders: Reminders | null } = {
  queued: null,
  isGathering: false,
  reminders: null,
}

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

/** Shows what is due today; null for nothing. */
export function showReminders(reminders: Reminders | null): Promise<void> {
  shown.reminders = reminders
  return draw()
}

async function draw(): Promise<void> {
  const { text, color, title } = badgeLook(shown.queued, shown.isGathering, shown.reminders)
  await browser.action.setBadgeBackgroundColor({ color })
  await browser.action.setBadgeTextColor({ color: '#ffffff' })
  await browser.action.setBadgeText({ text })
  await browser.action.setTitle({ title })
}
