import type { Catalogue } from './language.ts'
import { backupWords } from './zh/backup-words.ts'
import { complaintsComparisonWords } from './zh/complaints-comparison-words.ts'
import { complaintsDeskWords } from './zh/complaints-desk-words.ts'
import { complaintsDraftWords } from './zh/complaints-draft-words.ts'
import { complaintsPointWords } from './zh/complaints-point-words.ts'
import { complaintsWords } from './zh/complaints-words.ts'
import { dashboardWords } from './zh/dashboard-words.ts'
import { demoWords } from './zh/demo-words.ts'
import { evidenceCaptureWords } from './zh/evidence-capture-words.ts'
import { evidenceStorageWords } from './zh/evidence-storage-words.ts'
import { evidenceWords } from './zh/evidence-words.ts'
import { insightsWords } from './zh/insights-words.ts'
import { languageWords } from './zh/language-words.ts'
import { packBacklogWords } from './zh/pack-backlog-words.ts'
import { packImportWords } from './zh/pack-import-words.ts'
import { packPacksWords } from './zh/pack-packs-words.ts'
import { packRestoreWords } from './zh/pack-restore-words.ts'
import { packWords } from './zh/pack-words.ts'
import { queueWords } from './zh/queue-words.ts'
import { quickEntryWords } from './zh/quick-entry-words.ts'
import { reviewWords } from './zh/review-words.ts'
import { rightsClassWords } from './zh/rights-class-words.ts'
import { rightsCountryWords } from './zh/rights-country-words.ts'
import { rightsEndingWords } from './zh/rights-ending-words.ts'
import { rightsStepsWords } from './zh/rights-steps-words.ts'
import { rightsWords } from './zh/rights-words.ts'
import { searchWords } from './zh/search-words.ts'
import { sellerGraphWords } from './zh/seller-graph-words.ts'
import { sellersWords } from './zh/sellers-words.ts'
import { settingsHeaderMaskWords } from './zh/settings-header-mask-words.ts'
import { settingsRulesWords } from './zh/settings-rules-words.ts'
import { settingsSecondCopyWords } from './zh/settings-second-copy-words.ts'
import { settingsTimeStampWords } from './zh/settings-time-stamp-words.ts'
import { settingsWords } from './zh/settings-words.ts'
import { trackingContestWords } from './zh/tracking-contest-words.ts'
import { trackingReminderWords } from './zh/tracking-reminder-words.ts'
import { trackingVisitWords } from './zh/tracking-visit-words.ts'
import { trackingWords } from './zh/tracking-words.ts'
import { welcomeWords } from './zh/welcome-words.ts'

/** Simplified Chinese. */
export const catalogue: Catalogue = {
  'complaints/comparison-words': complaintsComparisonWords,
  'complaints/desk/words': complaintsDeskWords,
  'complaints/draft-words': complaintsDraftWords,
  'complaints/point-words': complaintsPointWords,
  'complaints/words': complaintsWords,
  'dashboard/demo-words': demoWords,
  'dashboard/words': dashboardWords,
  'evidence/capture-words': evidenceCaptureWords,
  'evidence/storage-words': evidenceStorageWords,
  'evidence/words': evidenceWords,
  'insights/words': insightsWords,
  'language/words': languageWords,
  'pack/backlog-words': packBacklogWords,
  'pack/backup-words': backupWords,
  'pack/import-words': packImportWords,
  'pack/packs-words': packPacksWords,
  'pack/restore-words': packRestoreWords,
  'pack/words': packWords,
  'queue/words': queueWords,
  'quick-entry/words': quickEntryWords,
  'review/words': reviewWords,
  'rights/class-words': rightsClassWords,
  'rights/country-words': rightsCountryWords,
  'rights/ending-words': rightsEndingWords,
  'rights/steps-words': rightsStepsWords,
  'rights/words': rightsWords,
  'search/words': searchWords,
  'sellers/graph-words': sellerGraphWords,
  'sellers/words': sellersWords,
  'settings/header-mask-words': settingsHeaderMaskWords,
  'settings/rules-words': settingsRulesWords,
  'settings/second-copy-words': settingsSecondCopyWords,
  'settings/time-stamp-words': settingsTimeStampWords,
  'settings/words': settingsWords,
  'tracking/contest-words': trackingContestWords,
  'tracking/reminder-words': trackingReminderWords,
  'tracking/visit-words': trackingVisitWords,
  'tracking/words': trackingWords,
  'welcome/words': welcomeWords,
}
