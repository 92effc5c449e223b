import type { Catalogue } from './language.ts'
import { complaintsComparisonWords } from './zh/complaints-comparison-words.ts'
import { complaintsDeskWords } from './zh/complaints-desk-words.ts'
import { complaintsDraftWords } from './zh/complaints-draft-words.ts'
import { complaintsPointWords } from './zh/complaints-point-words.ts'
import { complaintsWords } from './zh/complaints-words.ts'
import { dashboardWords } from './zh/dashboard-words.ts'
import { insightsWords } from './zh/insights-words.ts'
import { languageWords } from './zh/language-words.ts'
import { reviewWords } from './zh/review-words.ts'
import { searchWords } from './zh/search-words.ts'
import { sellerGraphWords } from './zh/seller-graph-words.ts'
import { sellersWords } from './zh/sellers-words.ts'
import { trackingContestWords } from './zh/tracking-contest-words.ts'
import { trackingReminderWords } from './zh/tracking-reminder-words.ts'
import { trackingVisitWords } from './zh/tracking-visit-words.ts'
import { trackingWords } from './zh/tracking-words.ts'

/** Simplified Chinese. */
export const catalogue: Catalogue = {
  'complaints/comparison-words': complaintsComparisonWords,
  'complaints/desk/words': complaintsDeskWords,
  'complaints/draft-words': complaintsDraftWords,
  'complaints/point-words': complaintsPointWords,
  'complaints/words': complaintsWords,
  'dashboard/words': dashboardWords,
  'insights/words': insightsWords,
  'language/words': languageWords,
  'review/words': reviewWords,
  'search/words': searchWords,
  'sellers/graph-words': sellerGraphWords,
  'sellers/words': sellersWords,
  'tracking/contest-words': trackingContestWords,
  'tracking/reminder-words': trackingReminderWords,
  'tracking/visit-words': trackingVisitWords,
  'tracking/words': trackingWords,
}
