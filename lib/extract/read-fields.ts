import { readText, type StateReader, valueAt } from '../core/hostile-json.ts'
import type { Money } from '../core/money.ts'
import { absent, found, type Observation, unreadable } from '../core/observation.ts'
import { readMoney } from '../core/read-money.ts'
import { isSiteUrl } from '../site/hosts.ts'
import { distinctImages, readImage } from '../site/image-url.ts'
import { isSameItem, readItemNumber } from '../site/item-id.ts'
import type { ListingImage, ObservedListing, Spec } from './listing.ts'

/** Numbers of one item as several places of a page state it, in order of trust. */
export type IdWitness = readonly [digits: string | null | undefined, source: string]

type Ids = Pick<ObservedListing, 'comId' | 'shownId'>

/**
 * Item numbers on which all places agree. Where two places name different listings the page is between two
 * states (or a forgery) and neither number is taken.
 */
export function agreeOnId(witnesses: readonly IdWitness[]): Ids {
  const read = witnesses.flatMap(([digits, source]) => {
    const id = readItemNumber(digits)
    return id ? [{ ...id, source }] : []
  })
  const [first] = read
  if (!first) return { comId: absent, shownId: absent }
  const other = read.find(({ comId }) => comId !== first.comId)
  if (other) {
    const reason = `${other.source} names another listing`
    return { comId: unreadable(reason, first.source), shownId: unreadable(reason, first.source) }
  }
  return { comId: found(first.comId, first.source), shownId: found(first.shownId, first.source) }
}

/** An observed number as a witness. */
export const witnessOf = (digits: Observation<string>): IdWitness =>
  digits.status === 'found' ? [digits.value, digits.source] : [null, '']

export const agree = (one: string | null | undefined, other: string | null | undefined): boolean =>
  !!one && !!other && isSameItem(one, other)

/**
 * One number that several places of a page state. Where two of them state different ones neither is taken:
 * nobody is accused by the order of two fields.
 */
export function agreeOnDigits(...places: ReadonlyArray<Observation<string>>): Observation<string> {
  const named = places.filter((place) => place.status === 'found')
  const [first] = named
  if (!first) return places.find(({ status }) => status === 'unreadable') ?? absent
  const other = named.find(({ value }) => value !== first.value)
  return other ? unreadable(`${other.source} states another number`, first.source) : first
}

/** Account numbers (sellerAdminSeq, companyId) have 6 to 12 digits. */
export function asAccount(observation: Observation<string>): Observation<string> {
  if (observation.status !== 'found' || /^\d{6,12}$/.test(observation.value)) return observation
  return unreadable('not an account number', observation.source)
}

const isStoreNumber = (digits: string) => /^[1-9]\d{2,11}$/.test(digits)

/** All store numbers that were found, without repetition; the sources are joined. */
export function asStoreNumbers(numbers: ReadonlyArray<Observation<string>>): Observation<string[]> {
  const values = new Set<string>()
  const sources = new Set<string>()
  for (const number of numbers) {
    if (number.status !== 'found' || !isStoreNumber(number.value) || values.size >= 10) continue
    if (!values.has(number.value)) sources.add(number.source)
    values.add(number.value)
  }
  return values.size > 0 ? found([...values], [...sources].join(', ').slice(0, 200)) : absent
}

/** A text no longer than the field allows; a longer one is not what the field means. */
export function asText(observation: Observation<string>, max: number): Observation<string> {
  return observation.status === 'found' && observation.value.length > max
    ? unreadable('a text that is too long', observation.source)
    : observation
}

/** An address of the site, https, from an href of any form. */
export function readSiteUrl(href: unknown, source: string): Observation<string> {
  if (typeof href !== 'string' || href === '') return absent
  const absolute = href.startsWith('//') ? `https:${href}` : href.replace(/^http:/, 'https:')
  if (!URL.canParse(absolute) || absolute.length > 1000) return unreadable('not an address', source)
  const url = new URL(absolute)
  return isSiteUrl(url) && url.protocol === 'https:'
    ? found(url.href, source)
    : unreadable('not an address of the site', source)
}

/** A gallery of product pictures, at most 60, from addresses in any size. */
export function readImages(addresses: Iterable<unknown>, source: string): Observation<ListingImage[]> {
  const images = distinctImages(
    [...addresses].map((address) => (typeof address === 'string' ? readImage(address) : null)),
  )
  return images.length > 0 ? found(images.slice(0, 60), source) : absent
}

/**
 * A price that a state gives twice: as text ("PKR 144 - 1,341") and as the exact amount of its minimum
 * (143.9). The amount is the value, the text is what was shown; they must be the same price.
 */
export function readAmount(
  state: StateReader,
  amountPath: string,
  textPath: string | null,
): Observation<Money> {
  const value = state.number(`${amountPath}.value`)
  const code = state.text(`${amountPath}.currency`)
  const currency = code.status === 'found' && /^[A-Z]{3}$/.test(code.value) ? code.value : null
  const own = state.text(`${amountPath}.formatedAmount`)
  const range = textPath === null ? absent : state.text(textPath)
  const text = range.status === 'found' ? range : own
  const source = state.source(amountPath)
  if (value.status !== 'found')
    return text.status === 'found' ? readMoney(text.value, text.source, currency) : value
  // Nothing is sold for nothing: a state writes 0 where it has no price.
  if (value.value <= 0 || value.value > 1e12) return unreadable('not an amount of money', source)
  const shown = text.status === 'found' && text.value.length <= 80 ? text.value : null
  const read = shown === null ? absent : readMoney(shown, source, currency)
  if (read.status === 'found' && !isAbout(read.value.value, value.value))
    return unreadable('the price shown and its amount differ', source)
  if (read.status === 'found' && currency !== null && (read.value.currency ?? currency) !== currency)
    return unreadable('the price shown and its amount are in two currencies', source)
  return found({ text: shown, value: value.value, currency }, source)
}

/** Shown prices are rounded: 143.9 is shown as 144. */
const isAbout = (one: number, other: number) => Math.abs(one - other) <= Math.max(1, other * 0.01)

/** Specifications from a state's list of `{attrName, attrValue}`. */
export function readSpecs(list: Observation<unknown[]>): Observation<Spec[]> {
  if (list.status !== 'found') return list
  const specs = list.value.flatMap((entry) => {
    const name = readText(valueAt(entry, 'attrName'), list.source)
    const value = readText(valueAt(entry, 'attrValue'), list.source)
    return name.status === 'found' && value.status === 'found'
      ? [{ name: name.value.slice(0, 200), value: value.value.slice(0, 1000) }]
      : []
  })
  return specs.length > 0 ? found(specs.slice(0, 300), list.source) : absent
}

/** What the site calls the brand, by language; the specification's name is the only mark it has. */
const brandNames =
  /^(?:brand(?: name)?|nazwa marki|marka(?: ad[ıi])?|marca|nome (?:da|della|del) marca|nombre de (?:la )?marca|nom de (?:la )?marque|marque|markenname|marke|merknaam|merk|название бренда|бренд|ブランド名?|브랜드(?: ?이름|명)?|(?:اسم )?العلامة التجارية|שם (?:ה)?מותג|ชื่อแบรนด์|tên thương hiệu|thương hiệu|nama merek)\s*:?$/iu

/** The brand among the specifications. "None" and "NoBrand" are what sellers without a brand choose. */
export function brandOf(specs: Observation<Spec[]>): Observation<string> {
  if (specs.status !== 'found') return absent
  const brand = specs.value.find(({ name }) => brandNames.test(name))
  return brand ? found(brand.value.slice(0, 300), specs.source) : absent
}

export function asRating(observation: Observation<number>): Observation<number> {
  if (observation.status !== 'found') return observation
  const { value, source } = observation
  // Items without reviews carry 0 stars: that is no rating.
  if (value === 0) return absent
  return value > 0 && value <= 5 ? observation : unreadable('not between 0 and 5 stars', source)
}

export function asCurrency(observation: Observation<string>): Observation<string> {
  if (observation.status !== 'found' || /^[A-Z]{3}$/.test(observation.value)) return observation
  return unreadable('not a currency code', observation.source)
}

/** The items of a list that was found. */
export const itemsOf = (list: Observation<unknown[]>): unknown[] =>
  list.status === 'found' ? list.value : []

/** The number of orders with its unit, as the page writes it: "557 orders". */
export function withUnit(count: Observation<string>, unit: Observation<string>): Observation<string> {
  if (count.status !== 'found' || unit.status !== 'found') return asText(count, 200)
  return asText(found(`${count.value} ${unit.value}`, count.source), 200)
}

/** Item status 0 is an item on sale; every other is not. */
export const isLiveStatus = (status: Observation<number>): Observation<boolean> =>
  status.status === 'found' ? found(status.value === 0, status.source) : status
