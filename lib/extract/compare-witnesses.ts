import type { Money } from '../core/money.ts'
import type { Observation } from '../core/observation.ts'
import { readMoneySpan } from '../core/read-money.ts'
import type { ObservedListing } from './listing.ts'

/** A fact on which the screen and the page's own data differ. */
export interface Disagreement {
  /** Docket first compared every field; now those of `compareWitnesses`. */
  field: keyof ObservedListing
  shown: unknown
  stated: unknown
  /** Whose statement it is: that of the page's own text, or of its data call. */
  statedBy: 'page-state' | 'data-call'
}

/** What identifies listing, seller and offer. */
type ComparedField = 'comId' | 'title' | 'price' | 'sellerId' | 'storeNumbers' | 'storeName'

/**
 * Where what was shown and what the page's data says cannot both be true. How a value is written is no difference:
 * blanks, letters' case, a title that ends in "…", a rounded price, the price of one variant within the offer's range.
 * Where the two are not about the same listing, that is the only difference that counts.
 */
export function compareWitnesses(
  shown: ObservedListing | null,
  stated: ObservedListing | null,
  statedBy: Disagreement['statedBy'],
): Disagreement[] {
  if (!shown || !stated) return []
  const disagreements: Disagreement[] = []
  const compare = <Field extends ComparedField>(
    field: Field,
    isAlike: (one: Value<Field>, other: Value<Field>) => boolean,
  ): void => {
    const [one, other] = [shown[field], stated[field]] as Array<Observation<Value<Field>>>
    if (one?.status !== 'found' || other?.status !== 'found' || isAlike(one.value, other.value)) return
    disagreements.push({ field, shown: one.value, stated: other.value, statedBy })
  }
  const isSame = (one: string, other: string) => one === other
  compare('comId', isSame)
  if (disagreements.length > 0) return disagreements
  compare('title', isSameText)
  const isFrom = stated.price.status === 'found' && stated.price.source.startsWith('JSON-LD')
  compare('price', (one, other) => isSamePrice(one, other, isFrom))
  compare('sellerId', isSame)
  compare('storeName', isSameText)
  // One seller has several store numbers: different ones say something only where no account tells.
  const isTold = shown.sellerId.status === 'found' && stated.sellerId.status === 'found'
  if (!isTold) compare('storeNumbers', (one, other) => one.some((number) => other.includes(number)))
  return disagreements
}

type Value<Field extends ComparedField> = ObservedListing[Field] extends Observation<infer T> ? T : never

const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase()

/** Shorter beginnings say too little to be the same title. */
const minBeginning = 10

function isSameText(one: string, other: string): boolean {
  const [first, second] = [plainText(one), plainText(other)]
  return first === second || isBeginning(first, second) || isBeginning(second, first)
}

/** NFKC writes "…" as three points. */
function isBeginning(cut: string, whole: string): boolean {
  const beginning = cut.replace(/\s*\.{3}$/, '')
  return beginning !== cut && beginning.length >= minBeginning && whole.startsWith(beginning)
}

/** @param isFrom JSON-LD states the least price of all variants only */
function isSamePrice(shown: Money, stated: Money, isFrom: boolean): boolean {
  if (shown.currency !== null && stated.currency !== null && shown.currency !== stated.currency) return false
  const [one, other] = [spanOf(shown), spanOf(stated)]
  const tolerance = Math.max(one.step, other.step)
  const high = isFrom ? Number.POSITIVE_INFINITY : other.high
  return one.low - tolerance <= high && other.low - tolerance <= one.high
}

/** Both ends, and one unit of the last digit that is written: prices are rounded up, down and to the nearest. */
function spanOf({ text, value, currency }: Money): { low: number; high: number; step: number } {
  const read = text === null ? null : readMoneySpan(text, '', currency)
  const high = read?.status === 'found' ? Math.max(read.value.high, value) : value
  const decimals = text === null ? 2 : (/[.,٫](\d{1,2})(?!\d)/.exec(text)?.[1]?.length ?? 0)
  return { low: value, high, step: 10 ** -decimals * 1.0001 }
}
