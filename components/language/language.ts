import type { English, Words } from './english.ts'

/** Languages that the interface speaks. To add one: its file beside zh.ts, and its line in `catalogues`. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** What each language calls itself. */
export const languageNames: Record<Language, string> = { en: 'English', zh: '中文（简体）' }

/** Everything that the interface says, in one language. */
export type Catalogue = { [Part in keyof English]: Words<English[Part]> }

const catalogues: Record<Exclude<Language, 'en'>, () => Promise<{ catalogue: Catalogue }>> = {
  zh: () => import('./zh.ts'),
}

/** In the storage of extension pages, not in the database: it is needed before the first word, and is no evidence. */
const storedAt = 'docket-language'

const isLanguage = (text: string | null): text is Language => languages.some((one) => one === text)

/** The language that the person chose; without a choice the browser's, where Docket speaks it. */
function readLanguage(): Language {
  // Tests of words and scripts run without a page.
  if (typeof document === 'undefined') return 'en'
  const chosen = localStorage.getItem(storedAt)
  if (isLanguage(chosen)) return chosen
  return navigator.language.startsWith('zh') ? 'zh' : 'en'
}

/** The language of this page, from its first word to its last: another one comes with the next loading. */
export const language: Language = readLanguage()

/** For numbers, dates and names of countries; Intl's own tags. */
export const locale = language === 'zh' ? 'zh-CN' : 'en'

/** Pieces of one line, one after the other: "page 2, place 7". */
export const joined = (pieces: readonly string[]): string => pieces.join(language === 'zh' ? '，' : ', ')

// The page waits for its words: no part may be seen in the other language first.
const catalogue: Catalogue | null = language === 'en' ? null : (await catalogues[language]()).catalogue

if (typeof document !== 'undefined') document.documentElement.lang = locale

/** The words of this part of the interface in the page's language. */
export function inLanguage<Part extends keyof English>(
  part: Part,
  english: English[Part],
): Words<English[Part]> {
  return catalogue ? catalogue[part] : (english as Words<English[Part]>)
}

/** Remembers the choice. Pages that are open keep their words until they are loaded again. */
export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(storedAt, chosen)
}
