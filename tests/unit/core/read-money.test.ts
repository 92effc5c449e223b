import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMoney } from '../../../lib/core/read-money.ts'

/** Prices as pages of all locales show them: text, hint, and what it must be read as. */
const readable: Array<[text: string, hint: string | null, value: number, currency: string | null]> = [
  ['US $0.83 - 5.33', null, 0.83, 'USD'],
  ['US $ 1.00-US $ 2.00', null, 1, 'USD'],
  ['US $15.41 / piece', null, 15.41, 'USD'],
  ['MXN$1.986,69 - $2.072,22', null, 1986.69, 'MXN'],
  ['R$1.234,56', null, 1234.56, 'BRL'],
  ['C$12.30', null, 12.3, 'CAD'],
  ['AR$ 1.200,50', null, 1200.5, 'ARS'],
  ['E£12.30', null, 12.3, 'EGP'],
  // A sign that ends a longer one that is not known, and a code beside another currency's sign.
  ['XR$12.30', null, 12.3, null],
  ['XR$12.30', 'USD', 12.3, null],
  ['CAD €12.30', null, 12.3, null],
  ['USD $12.30', null, 12.3, 'USD'],
  ['AU $5.99', null, 5.99, 'AUD'],
  ['$16.93', 'USD', 16.93, 'USD'],
  ['$16.93', null, 16.93, null],
  ['$16.93', 'EUR', 16.93, null],
  ['€ 97,39 - 128,72', null, 97.39, 'EUR'],
  ['1.234,56 €', 'USD', 1234.56, 'EUR'],
  ['99,99€', null, 99.99, 'EUR'],
  ['1 234 567,89 €', null, 1234567.89, 'EUR'],
  ['1\u202f234,56\u00a0€', null, 1234.56, 'EUR'],
  ['£3.20', null, 3.2, 'GBP'],
  ['￥ 380', 'JPY', 380, 'JPY'],
  ['￥380', null, 380, null],
  ['₩ 12,900', null, 12900, 'KRW'],
  ['₪7.66', null, 7.66, 'ILS'],
  ['\u200f7.66 \u200f₪', null, 7.66, 'ILS'],
  ['PKR1,542', null, 1542, 'PKR'],
  ['PKR 144 - 1,341', null, 144, 'PKR'],
  ['1 234,56 руб.', null, 1234.56, 'RUB'],
  ['1 200 ₽ - 3 000 ₽', null, 1200, 'RUB'],
  ['12,34zł', null, 12.34, 'PLN'],
  ['1’234.50 CHF', null, 1234.5, 'CHF'],
  ['12.345.678₫', null, 12345678, 'VND'],
  ['Rp12.345', 'IDR', 12345, 'IDR'],
  ['₹1,23,456.78', null, 123456.78, 'INR'],
  ['٣٫٥٠ ر.س', null, 3.5, 'SAR'],
  ['١٬٢٣٤٫٥٦ د.إ', null, 1234.56, 'AED'],
  ['US $1.234', null, 1234, 'USD'],
  ['$0.123', 'USD', 0.123, 'USD'],
]

/** Texts that are no price, more than one, or one that two locales read differently. */
const unreadable: Array<[text: string, hint: string | null]> = [
  ['Free', null],
  ['-29%', null],
  ['$5.33 -29%', 'USD'],
  ['-$5.00', 'USD'],
  ['$5 $3', 'USD'],
  ['5 - 3', null],
  ['24 pcs $5', 'USD'],
  ['1.234 KWD', null],
  ['KD1.234', 'KWD'],
  ['1.234.56', null],
  ['1,234.50.3', null],
  ['1.2345', null],
  ['1234567890123', null],
  ['$1 '.repeat(40), null],
]

describe('a price as shown', () => {
  test.each(readable)('%j (page in %s) is %d %s', (text, hint, value, currency) => {
    const money = readMoney(text, 'price', hint)
    expect(money).toMatchObject({ status: 'found', value: { value, currency }, source: 'price' })
  })

  test.each(unreadable)('%j (page in %s) is not guessed', (text, hint) => {
    expect(readMoney(text, 'price', hint)).toMatchObject({ status: 'unreadable', source: 'price' })
  })

  test('an empty text states no price', () => {
    expect(readMoney(' \u200f ', 'price')).toEqual({ status: 'absent' })
  })

  test('every amount is read back from the writing of every locale', () => {
    const locales = [
      'en-US',
      'de-DE',
      'pt-BR',
      'es-MX',
      'ru-RU',
      'pl-PL',
      'ja-JP',
      'ko-KR',
      'he-IL',
      'ar-EG',
      'tr-TR',
      'en-IN',
      'fr-FR',
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom(...locales),
        fc.constantFrom('USD', 'EUR', 'BRL', 'PLN', 'ILS'),
        (cents, locale, currency) => {
          const text = new Intl.NumberFormat(locale, {
            style: 'currency',
            currency,
            currencyDisplay: 'code',
          }).format(cents / 100)
          expect(readMoney(text, 'price')).toMatchObject({
            status: 'found',
            value: { value: cents / 100, currency },
          })
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('no text makes it throw, and what it finds is a plausible amount', () => {
    const signs = fc.constantFrom(...'0123456789.,- /$€¥%USDkr\u200f٣٫')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(signs).map((parts) => parts.join('')),
        ),
        (text) => {
          const money = readMoney(text, 'price', 'USD')
          if (money.status !== 'found') return
          expect(money.value.value).toBeGreaterThanOrEqual(0)
          expect(money.value.value).toBeLessThanOrEqual(1e12)
          expect(money.value.currency ?? 'USD').toMatch(/^[A-Z]{3}$/)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
