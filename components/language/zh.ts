import type { Catalogue } from './language.ts'
import { dashboardWords } from './zh/dashboard-words.ts'
import { languageWords } from './zh/language-words.ts'
import { searchWords } from './zh/search-words.ts'
import { sellerGraphWords } from './zh/seller-graph-words.ts'

/** Simplified Chinese. */
export const catalogue: Catalogue = {
  'dashboard/words': dashboardWords,
  'language/words': languageWords,
  'search/words': searchWords,
  'sellers/graph-words': sellerGraphWords,
}
