import { defaultPortalRules } from '../complaints/portal-rules-data.ts'
import { checkedRules, type PortalRulesStore } from '../complaints/portal-rules-store.ts'
import { ExpectedError } from '../core/expected-error.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'

/** Keeps rules that a person edited among the small facts of the installation. */
export const dexiePortalRules = ({ meta }: DocketDatabase): PortalRulesStore => ({
  async read() {
    const row = await meta.get('portalRules')
    if (row?.key !== 'portalRules') return { rules: defaultPortalRules, isEdited: false }
    const checked = checkedRules(row.rules)
    if (checked.ok) return { rules: checked.value, isEdited: true }
    throw new ExpectedError(
      'rules-unreadable',
      `The edited portal rules cannot be read (${checked.error.message}) Restore those that came with Docket in the settings.`,
    )
  },
  save: (rules) => storing(async () => void (await meta.put({ key: 'portalRules', rules }))),
  restore: () => storing(() => meta.delete('portalRules')),
})
