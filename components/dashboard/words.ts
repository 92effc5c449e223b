import { inLanguage } from '../language/language.ts'

export const english = {
  product: 'Docket',
  navigation: 'Places of Docket',
  skip: 'Skip to content',
  noPage: 'No such page – Docket',
  noSuchPage: 'No such page',
  noSuchPageText: 'This address names no page of Docket.',
  toWelcome: 'Go to the welcome page',
  loading: 'Reading…',
  review: 'Review',
  complaints: 'Complaints',
  followUp: 'Follow up',
  evidence: 'Evidence',
  rights: 'Rights',
  sellers: 'Sellers',
  insights: 'Insights',
  settings: 'Settings',
  help: 'Help',
}

/** What the dashboard's frame says. */
export const words = inLanguage('dashboard/words', english)
