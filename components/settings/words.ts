import { inLanguage } from '../language/language.ts'

export const english = {
  title: 'Settings',
  tabTitle: 'Settings – Docket',
} as const

/** What the settings page says beside its sections, which have words of their own. */
export const words = inLanguage('settings/words', english)
