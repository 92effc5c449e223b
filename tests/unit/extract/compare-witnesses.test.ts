import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Money } from '../../../lib/core/money.ts'
import { absent, found, unreadable } from '../../../lib/core/observation.ts'
import { compareWitnesses } from '../../../lib/extract/compare-witnesses.ts'
import type { ObservedListing } from '../../../lib/extract/listing.ts'
import { buildListing } from '../../support/records.ts'

const comId = '1005007000000001'
const listing = (overrides: Partial<ObservedListing> = {}) => buildListing(comId, overrides)
const titled = (title: string) => listing({ title: found(title, 'x') })
const priced = (money: Money, source = 'x') => listing({ price: found(money, source) })
const fieldsOf = (shown: ObservedListing, stated: ObservedListing) =>
  compareWitnesses(shown, stated, 'page-state').map(({ field }) => field)

test('witnesses that say the same, or nothing, do not disagree', () => {
  expect(compareWitnesses(listing(), listing(), 'data-call')).toEqual([])
  expect(compareWitnesses(null, listing(), 'data-call')).toEqual([])
  expect(compareWitnesses(listing(), null, 'data-call')).toEqual([])
  const silent = { title: absent, price: unreadable('two prices', 'x'), sellerId: absent, storeName: absent }
  expect(fieldsOf(listing(silent), listing())).toEqual([])
  expect(fieldsOf(listing(), listing(silent))).toEqual([])
})

test('another listing is the only difference that counts', () => {
  const other = buildListing('1005007000000002', { title: found('Other', 'x') })
  expect(compareWitnesses(listing(), other, 'data-call')).toEqual([
    { field: 'comId', shown: comId, stated: '1005007000000002', statedBy: 'data-call' },
  ])
})

describe('titles', () => {
  const title = 'Northpike Trail Running Shoes – Breathable'
  test.each([
    [title, `  northpike\u00a0trail  Running Shoes – BREATHABLE `],
    ['Northpike Trail Running…', title],
    ['Northpike Trail Running ...', title],
    [title, 'Northpike Trail R…'],
    ['Ｎorthpike\u200b Trail', 'Northpike Trail'],
    ['ΑΘΛΗΤΙΚΑ ΠΑΠΟΥΤΣΙΑΣ…', 'αθλητικα παπουτσιαστα'],
  ])('“%s” and “%s” are the same', (shown, stated) => {
    expect(fieldsOf(titled(shown), titled(stated))).toEqual([])
  })

  test.each([
    [title, 'Northpike Trail Running Boots – Breathable'],
    ['Northpike Trail Boots…', title],
    ['N…', title],
    [title, 'Northpike Trail Running Shoes'],
  ])('“%s” and “%s” are not', (shown, stated) => {
    expect(fieldsOf(titled(shown), titled(stated))).toEqual(['title'])
  })

  test('a title differs from itself in no writing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(60), (text, cut) => {
        const wide = text.replaceAll(' ', '\u00a0 ')
        expect(fieldsOf(titled(text), titled(` ${wide}\n`))).toEqual([])
        const plain = `Northpike ${text}`.toWellFormed().normalize('NFKC').replace(/\s+/g, ' ').trim()
        const beginning = plain.slice(0, Math.max(10, cut)).trim()
        if (beginning.length >= 10 && !beginning.endsWith('.'))
          expect(fieldsOf(titled(`${beginning}…`), titled(plain))).toEqual([])
      }),
    )
  })
})

describe('prices', () => {
  const usd = (text: string | null, value: number): Money => ({ text, value, currency: 'USD' })
  test.each([
    [usd('US $4.90', 4.9), usd('$4.90', 4.9)],
    [usd('4,90 US$', 4.9), usd('US\u00a0$4.90', 4.9)],
    [usd('US $4.90', 4.9), usd(null, 4.9)],
    [usd('US $5', 5), usd('US $4.90', 4.9)],
    [usd('US $4.90', 4.9), usd('US $0.83 - 5.33', 0.83)],
    [usd('US $0.83 - 5.33', 0.83), usd('US $4.90', 4.9)],
    [
      { text: 'PKR 144', value: 144, currency: 'PKR' },
      { text: 'PKR 143.90', value: 143.9, currency: 'PKR' },
    ],
    [{ text: '$4.90', value: 4.9, currency: null }, usd('US $4.90', 4.9)],
  ])('%o and %o are the same', (shown, stated) => {
    expect(fieldsOf(priced(shown), priced(stated))).toEqual([])
  })

  test.each([
    [usd('US $4.90', 4.9), usd('US $4.95', 4.95)],
    [usd('US $0.01', 0.01), usd('US $0.99', 0.99)],
    [usd('US $4.90', 4.9), usd('US $5.33 - 6.10', 5.33)],
    [usd('US $4.90', 4.9), { text: '€4.90', value: 4.9, currency: 'EUR' }],
    [usd('US $1,542', 1542), usd('US $1,544', 1544)],
  ])('%o and %o are not', (shown, stated) => {
    expect(fieldsOf(priced(shown), priced(stated))).toEqual(['price'])
  })

  test('JSON-LD states the least price of all variants: a dearer one is no difference, a cheaper one is', () => {
    expect(fieldsOf(priced(usd('$3.33', 3.33)), priced(usd(null, 0.01), 'JSON-LD.offers.price'))).toEqual([])
    expect(fieldsOf(priced(usd('$3.33', 3.33)), priced(usd(null, 5), 'JSON-LD.offers.price'))).toEqual([
      'price',
    ])
  })
})

describe('sellers', () => {
  const seller = (sellerId: string | null, numbers: string[], name = 'Pinefall Outdoor Store') =>
    listing({
      sellerId: sellerId === null ? absent : found(sellerId, 'x'),
      storeNumbers: found(numbers, 'x'),
      storeName: found(name, 'x'),
    })

  test('one account with another store number is one seller', () => {
    expect(fieldsOf(seller('2679000001', ['1102000001']), seller('2679000001', ['2959075']))).toEqual([])
  })

  test('another account, another name, and other numbers where no account tells, are differences', () => {
    expect(fieldsOf(seller('2679000001', ['1']), seller('2679000002', ['1']))).toEqual(['sellerId'])
    expect(fieldsOf(seller(null, ['1102000001']), seller('2679000001', ['2959075'], 'Another'))).toEqual([
      'storeName',
      'storeNumbers',
    ])
  })
})
