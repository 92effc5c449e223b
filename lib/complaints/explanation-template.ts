import type { Holder, Right } from '../rights/right.ts'
import type { ComplaintAnswers, Language, MarkPlace } from './complaint.ts'

/** A text with fields in braces, e.g. "{mark}". A person may write own ones. */
export interface ExplanationTemplate {
  templateId: string
  reasonId: string
  language: Language
  text: string
}

/** Fields that a template may name. */
export const templateFields = [
  'holder',
  'mark',
  'number',
  'jurisdiction',
  'classes',
  'work',
  'title',
  'places',
  'differences',
  'statement',
  'order',
  'source',
  'count',
] as const
type TemplateField = (typeof templateFields)[number]

/**
 * The text with every field filled in. A field that nothing is known for stays in its braces, so that the
 * person sees what is missing; so does one that does not exist.
 */
export function fillTemplate(
  text: string,
  {
    right,
    holder,
    answers,
    count,
  }: {
    right: Right
    holder: Holder | null
    answers: ComplaintAnswers
    count: number
  },
): string {
  const { language } = answers
  const values: Record<TemplateField, string> = {
    holder: holder?.name ?? '',
    mark: right.ipType === 'trademark' ? right.mark : '',
    number: right.number,
    jurisdiction: right.jurisdiction,
    classes: right.ipType === 'trademark' ? right.niceClasses.join(', ') : '',
    work: right.ipType === 'copyright' ? right.workTitle : '',
    title: right.ipType === 'patent' ? right.title : '',
    places: listed(
      answers.markPlaces.map((place) => placeWords[language][place]),
      language,
    ),
    differences: answers.comparisons
      // The sentence around them has its own full stop.
      .flatMap(({ differences }) => differences.map(({ text: said }) => said.trim().replace(/[.。]+$/, '')))
      .filter((difference) => difference !== '')
      .join(language === 'zh' ? '；' : '; '),
    statement: answers.statement.trim(),
    order: answers.testPurchase?.orderNumber.trim() ?? '',
    source: answers.sourcePage?.url ?? '',
    count: String(count),
  }
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name as TemplateField] || whole : whole,
  )
}

/** Fields that still stand in braces. */
export const openFields = (text: string): string[] =>
  [...text.matchAll(/\{([a-z]+)\}/g)].map(([field]) => field)

const placeWords: Record<Language, Record<MarkPlace, string>> = {
  en: {
    product: 'the product',
    packaging: 'the packaging',
    picture: 'the listing’s pictures',
    title: 'the title',
    store: 'the store’s name or front',
  },
  zh: {
    product: '商品本身',
    packaging: '商品包装',
    picture: '商品图片',
    title: '商品标题',
    store: '店铺名称或首页',
  },
}

const listed = (words: string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(words)
