import { browser } from 'wxt/browser'
import type { DocketDatabase } from '../storage/database.ts'

/** Settings that lie in `storage.local`, and those in the storage of extension pages. */
const inBrowser = ['timeStamps'] as const
const inPages = ['docket-language'] as const

/** What a backup holds of the settings that lie beside the database, as JSON texts by their name. */
export async function readBesideSettings(): Promise<Record<string, string>> {
  const stored = await browser.storage.local.get([...inBrowser])
  const settings: Record<string, string> = {}
  for (const name of inBrowser) if (stored[name] !== undefined) settings[name] = JSON.stringify(stored[name])
  for (const name of inPages) {
    const text = localStorage.getItem(name)
    if (text !== null) settings[name] = JSON.stringify(text)
  }
  return settings
}

/**
 * Puts settings in place that came with a backup, at the first opening after its commit. What reads them checks
 * them: they are taken as they are.
 */
export async function bringSettings(database: DocketDatabase): Promise<void> {
  const brought = await database.meta.get('broughtSettings')
  if (brought?.key !== 'broughtSettings') return
  for (const [name, text] of Object.entries(brought.settings)) {
    const value: unknown = JSON.parse(text)
    if (inBrowser.some((one) => one === name)) await browser.storage.local.set({ [name]: value })
    if (inPages.some((one) => one === name) && typeof value === 'string') localStorage.setItem(name, value)
  }
  if (!database.readOnlyBecause) await database.meta.delete('broughtSettings')
}
