import type { Catalogue } from './language.ts'
import { backupWords } from './zh/backup-words.ts'
import { dashboardWords } from './zh/dashboard-words.ts'
import { demoWords } from './zh/demo-words.ts'
import { languageWords } from './zh/language-words.ts'

/** Simplified Chinese. */
export const catalogue: Catalogue = {
  'dashboard/demo-words': demoWords,
  'dashboard/words': dashboardWords,
  'language/words': languageWords,
  'pack/backup-words': backupWords,
}
