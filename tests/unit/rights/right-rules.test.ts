import { describe, expect, test } from 'vitest'
import { allowedSellerOf } from '../../../lib/rights/allowed-seller.ts'
import { calendarDateOf, expiryOf } from '../../../lib/rights/expiry.ts'
import { readDocumentType } from '../../../lib/rights/right-document.ts'
import { holderSchema, rightSchema } from '../../../lib/rights/right-schema.ts'
import { coveredCountries, coversCountry, lacksChina } from '../../../lib/rights/territory.ts'
import { buildCopyright, buildHolder, buildPatent, buildTrademark } from '../../support/rights.ts'

const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

describe('files', () => {
  test.each([
    ['a.pdf', '%PDF-1.7', 'application/pdf'],
    ['wrong-name.doc', '\x89PNG\r\n\x1a\n…', 'image/png'],
    ['photo', '\xff\xd8\xff\xe0', 'image/jpeg'],
  ])('%s is told by its bytes', (name, bytes, type) => {
    expect(readDocumentType(name, bytesOf(bytes))).toEqual({ ok: true, value: type })
  })

  test.each([
    ['statement.docx', 'PK\x03\x04', 'word-refused'],
    ['statement.doc', '\xd0\xcf\x11\xe0', 'word-refused'],
    ['statement.pdf', '<html>', 'type-refused'],
    ['pictures.zip', 'PK\x03\x04', 'type-refused'],
    ['nothing.pdf', '', 'empty'],
  ])('%s is refused', (name, bytes, code) => {
    const type = readDocumentType(name, bytesOf(bytes))
    expect(type).toMatchObject({ ok: false, error: { code } })
    expect(type.ok ? '' : type.error.message).toContain(name)
  })
})

describe('territory', () => {
  const eu = { territory: ['EU', 'CN'] }
  test.each([
    ['DE', true],
    ['CN', true],
    ['GB', false],
    ['UK', false],
    ['US', false],
  ])('an EU and CN right in %s: %s', (country, covers) => {
    expect(coversCountry(eu, country)).toBe(covers)
  })
  test('AliExpress writes UK', () => expect(coversCountry({ territory: ['GB'] }, 'UK')).toBe(true))
  test('all member states are counted once', () => {
    expect(coveredCountries([eu, { territory: ['DE'] }])).toHaveLength(28)
  })
  test('the advice on China applies where no right covers it', () => {
    expect(lacksChina([{ territory: ['EU'] }])).toBe(true)
    expect(lacksChina([{ territory: ['EU'] }, eu])).toBe(false)
    expect(lacksChina([])).toBe(false)
  })
})

describe('the end of a right', () => {
  test.each([
    [null, { state: 'no-end' }],
    ['2026-11-24', { state: 'ended', inDays: -1 }],
    ['2026-11-25', { state: 'soon', inDays: 0, warning: 7 }],
    ['2026-12-02', { state: 'soon', inDays: 7, warning: 7 }],
    ['2026-12-03', { state: 'soon', inDays: 8, warning: 30 }],
    ['2027-02-23', { state: 'soon', inDays: 90, warning: 90 }],
    ['2027-02-24', { state: 'far', inDays: 91 }],
  ])('%s', (until, expiry) => {
    expect(expiryOf(until, '2026-11-25')).toEqual(expiry)
  })
  test('the day is the one where the person is', () => {
    const beforeMidnightUtc = Date.UTC(2026, 10, 24, 23, 30)
    expect(calendarDateOf(beforeMidnightUtc, 60)).toBe('2026-11-25')
    expect(calendarDateOf(beforeMidnightUtc, -300)).toBe('2026-11-24')
  })
})

describe('sellers who may sell', () => {
  const right = buildTrademark({
    allowedSellers: [
      { sellerId: '11', storeNumber: null, name: 'By id', until: null, note: '' },
      { sellerId: null, storeNumber: '22', name: 'By store', until: '2026-11-25', note: '' },
    ],
  })
  test.each([
    ['by id', { sellerId: '11', storeNumbers: [] }, '2030-01-01', 'By id'],
    ['by store, on its last day', { sellerId: null, storeNumbers: ['9', '22'] }, '2026-11-25', 'By store'],
    ['not after its end', { sellerId: null, storeNumbers: ['22'] }, '2026-11-26', null],
    ['not a seller that nobody named', { sellerId: null, storeNumbers: [] }, '2026-11-25', null],
  ])('%s', (_, seller, day, name) => {
    expect(allowedSellerOf(right, seller, day)?.name ?? null).toBe(name)
  })
})

describe('what is imported', () => {
  test.each([buildTrademark(), buildCopyright(), buildPatent()])('takes a whole right: $label', (right) => {
    expect(rightSchema.parse(right)).toEqual(right)
  })
  test('takes a whole holder', () => expect(holderSchema.parse(buildHolder())).toEqual(buildHolder()))
  test.each([
    ['an unknown field', { ...buildTrademark(), extra: 1 }],
    ['a class that does not exist', buildTrademark({ niceClasses: [46] })],
    ['a day that does not exist', buildTrademark({ validUntil: '2026-02-30' })],
    ['a country in words', buildTrademark({ territory: ['Germany'] })],
    ['a web address that runs', buildCopyright({ firstPublishedUrl: 'javascript:alert(1)' })],
  ])('refuses %s', (_, right) => {
    expect(rightSchema.safeParse(right).success).toBe(false)
  })
})
