import type { Money } from './money.ts'
import { absent, found, type Observation, unreadable } from './observation.ts'

/**
 * Signs that name one currency for certain. A bare "$", "¥" or "kr" names none and needs a hint.
 * Longer signs stand first: "R$" must not be read as "$".
 */
const signs: ReadonlyArray<readonly [sign: string, currency: string]> = [
  ['US$', 'USD'],
  ['MXN$', 'MXN'],
  ['MX$', 'MXN'],
  ['CLP$', 'CLP'],
  ['COP$', 'COP'],
  ['ARS$', 'ARS'],
  ['AR$', 'ARS'],
  ['CAD$', 'CAD'],
  ['CA$', 'CAD'],
  ['C$', 'CAD'],
  ['AUD$', 'AUD'],
  ['AU$', 'AUD'],
  ['A$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['SG$', 'SGD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['CN¥', 'CNY'],
  ['JP¥', 'JPY'],
  ['€', 'EUR'],
  ['E£', 'EGP'],
  ['£', 'GBP'],
  ['₪', 'ILS'],
  ['₩', 'KRW'],
  ['원', 'KRW'],
  ['円', 'JPY'],
  ['元', 'CNY'],
  ['Rp', 'IDR'],
  ['RM', 'MYR'],
  ['Ft', 'HUF'],
  ['лв', 'BGN'],
  ['₽', 'RUB'],
  ['руб', 'RUB'],
  ['zł', 'PLN'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['грн', 'UAH'],
  ['₹', 'INR'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₦', 'NGN'],
  ['₸', 'KZT'],
  ['₱', 'PHP'],
  ['Kč', 'CZK'],
  ['₾', 'GEL'],
  ['֏', 'AMD'],
  ['₼', 'AZN'],
  ['د.إ', 'AED'],
  ['ر.س', 'SAR'],
  ['د.م', 'MAD'],
  ['د.ك', 'KWD'],
  ['د.ب', 'BHD'],
  ['ر.ع', 'OMR'],
  ['د.أ', 'JOD'],
  ['د.ت', 'TND'],
  ['د.ل', 'LYD'],
  ['د.ع', 'IQD'],
  ['ر.ق', 'QAR'],
  ['ج.م', 'EGP'],
]

/** Signs that several currencies share: a hint decides, if it is one of these. */
const sharedSigns: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'MXN', 'CLP', 'COP', 'ARS', 'SGD', 'HKD', 'TWD'],
  '¥': ['JPY', 'CNY'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
}

/** Currencies counted in thousandths: there "1.234" may mean one and a bit. */
const threeDecimals = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])

let isoCodes: Set<string> | undefined
const isCurrency = (code: string) => {
  isoCodes ??= new Set(Intl.supportedValuesOf('currency'))
  return isoCodes.has(code)
}

const arabicDigit = (digit: string) => String((digit.codePointAt(0) ?? 0) & 0xf)
/** Marks that turn the reading direction, and joiners: invisible, and inside prices of Hebrew and Arabic pages. */
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** The text with one kind of digits, blanks and separators, so that one grammar fits all locales. */
function plain(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, arabicDigit)
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',')
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/[‐-―−~～]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

const numberPattern = /\d{1,3}(?:[ '](?=\d{3}(?!\d))\d{3})+(?:[.,]\d{1,2}(?!\d))?|\d(?:[\d.,]*\d)?/g

/** One number in any locale's writing, or null where two readings are possible or none is. */
function readNumber(text: string, mayBeThousandths: boolean): number | null {
  const digits = text.replace(/[ ']/g, '')
  const separators = digits.replace(/\d/g, '')
  const last = separators.at(-1)
  if (last === undefined) return Number(digits)
  const at = digits.lastIndexOf(last)
  const whole = digits.slice(0, at)
  const rest = digits.slice(at + 1)
  const sameKind = [...separators].every((separator) => separator === last)
  if (sameKind && separators.length > 1) return isGrouped(digits, last) ? strip(digits) : null
  if (!sameKind) {
    // Two kinds: the last one is the decimal separator and may stand only once.
    const group = separators[0]
    if (group === undefined || separators.slice(0, -1).includes(last) || !isGrouped(whole, group)) return null
    return rest.length <= 3 ? Number(`${strip(whole)}.${rest}`) : null
  }
  if (/[ ']/.test(text) || rest.length <= 2) return rest.length <= 2 ? Number(`${whole}.${rest}`) : null
  if (rest.length !== 3) return null
  // "1.234": thousands in every currency of cents; "0.123" and "1234.567" can only be decimals.
  if (/^0+$/.test(whole) || whole.length > 3) return Number(`${whole}.${rest}`)
  return mayBeThousandths ? null : strip(digits)
}

const strip = (digits: string) => Number(digits.replace(/[.,]/g, ''))

/** Groups of three, or of two before the last three as in India: 1,234,567 or 12,34,567. */
const isGrouped = (digits: string, separator: string) =>
  /^\d{1,3}(?:,\d{3})+$|^\d{1,2}(?:,\d{2})*,\d{3}$/.test(digits.replaceAll(separator, ','))

/** True where the sign stands there by itself: "AR$" is not Brazil's "R$", and no word ends in a sign. */
function holdsSign(tight: string, sign: string): boolean {
  const at = tight.indexOf(sign)
  return at >= 0 && !(/^\p{L}/u.test(sign) && /\p{L}/u.test(tight.charAt(at - 1)))
}

const sharedSignIn = (text: string) => Object.keys(sharedSigns).find((sign) => text.includes(sign))

/**
 * The currency that the text names, `null` where it names none, two, or a sign of several and the hint is
 * none of these.
 */
function readCurrency(text: string, hint: string | null): string | null {
  const code = [...text.matchAll(/(?<![A-Z])[A-Z]{3}(?![A-Z])/g)].map(([word]) => word).find(isCurrency)
  const tight = text.replace(/ /g, '')
  const sign = signs.find(([sign]) => holdsSign(tight, sign))
  if (code !== undefined) return sign && sign[1] !== code ? null : code
  if (sign) return sign[1]
  const shared = sharedSignIn(tight)
  // A sign that is not in the lists ("Rp", "₡") contradicts nothing: the page's own currency stands.
  if (shared === undefined) return hint
  // "RD$" is none of the dollars in the lists.
  if (/\p{L}/u.test(tight.charAt(tight.indexOf(shared) - 1))) return null
  return hint !== null && sharedSigns[shared]?.includes(hint) ? hint : null
}

/** Greatest amount that is taken for a price; VND and IDR prices reach hundreds of millions. */
const maxAmount = 1e12

/**
 * Reads a price as a page shows it, in any locale: "US $0.83 - 5.33", "MXN$1.986,69", "1 234,56 руб.",
 * "PKR1,542", "₪7.66", "٣٫٥٠". Of a range it takes the minimum; what follows a slash ("/ piece") is a unit.
 *
 * @param shown text of the price and nothing else: a text with a discount or a second price is `unreadable`
 * @param hint  ISO 4217 code that the page states elsewhere; used only where the text leaves it open ("$", "¥", no sign)
 * @returns `absent` for an empty text; `unreadable` where the text allows two readings
 */
export function readMoney(shown: string, source: string, hint: string | null = null): Observation<Money> {
  const span = readMoneySpan(shown, source, hint)
  if (span.status !== 'found') return span
  const { text, low, currency } = span.value
  return found({ text, value: low, currency }, source)
}

/** A price from its least to its greatest amount; both are the same where it is no range. */
interface MoneySpan {
  text: string
  low: number
  high: number
  currency: string | null
}

/** The same with both ends of a range. */
export function readMoneySpan(
  shown: string,
  source: string,
  hint: string | null = null,
): Observation<MoneySpan> {
  const text = shown.replace(invisible, '').replace(/\s+/g, ' ').trim()
  if (text === '') return absent
  if (text.length > 80) return unreadable('longer than a price', source)
  const amounts = plain(text).split('/')[0] ?? ''
  const currency = readCurrency(amounts, hint)
  const numbers = amounts.match(numberPattern) ?? []
  if (numbers.length === 0) return unreadable('no number in the price', source)
  if (amounts.includes('%') || numbers.length > 2) return unreadable('more than a price', source)
  if (/^\D*-/.test(amounts)) return unreadable('a negative price', source)
  const code = currency ?? hint
  // Where nothing says which currency it is, it may be one of these.
  const mayBeThousandths = code === null ? sharedSignIn(amounts) === undefined : threeDecimals.has(code)
  const values = numbers.map((number) => readNumber(number, mayBeThousandths))
  const [low, high] = values
  if (low === null || low === undefined || high === null || low > maxAmount)
    return unreadable('a number that can be read in two ways', source)
  if (high !== undefined && !(isRange(amounts, numbers) && low <= high))
    return unreadable('two numbers that are no range', source)
  return found({ text, low, high: high ?? low, currency }, source)
}

/** Between the two numbers of a range stands one dash, and perhaps the currency again. */
function isRange(text: string, [low = '', high = '']: string[]): boolean {
  const from = text.indexOf(low) + low.length
  const between = text.slice(from, text.indexOf(high, from))
  return /^[^\d-]{0,8}-[^\d-]{0,8}$/.test(between)
}
