import { inLanguage } from './language.ts'

export const english = {
  title: 'Language',
  lead: 'Of the popup, the desk and these pages. Packs and letters keep the language that the portal reads.',
  label: 'Language of Docket',
  reload: 'Pages that are open take it over when they are loaded again.',
}

/** What the choice of the language says. */
export const words = inLanguage('language/words', english)
