import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../../lib/core/canonical-json.ts'

test('members are sorted by UTF-16 code units and nothing is spaced (RFC 8785, 3.2.3)', () => {
  const value = {
    '\u20ac': 'Euro Sign',
    '\r': 'CR',
    '\ufb33': 'Dalet',
    '1': 'One',
    '\u{1f600}': 'Smiley',
    '\u0080': 'Control',
    ö: 'o',
  }
  expect(Object.values(JSON.parse(canonicalJson(value)))).toHaveLength(7)
  expect(canonicalJson(value)).toBe(
    '{"\\r":"CR","1":"One","\u0080":"Control","ö":"o","€":"Euro Sign","😀":"Smiley","\ufb33":"Dalet"}',
  )
})

test('numbers are written as ECMAScript writes them', () => {
  expect(canonicalJson([1e30, 4.5, 2e-3, 1e-27, -0])).toBe('[1e+30,4.5,0.002,1e-27,0]')
})

test('the order in which members were set does not matter, and the text parses back', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      const turned = Object.fromEntries(Object.entries(record).reverse())
      expect(canonicalJson(turned)).toBe(canonicalJson({ ...record }))
      expect(canonicalJson(JSON.parse(canonicalJson({ ...record })))).toBe(canonicalJson({ ...record }))
    }),
  )
})

test('what JSON cannot hold is refused, never dropped', () => {
  const loop: Record<string, unknown> = {}
  loop.self = loop
  for (const value of [undefined, Number.NaN, () => 1, new Date(), 1n, loop]) {
    expect(() => canonicalJson({ value })).toThrowError(expect.objectContaining({ code: 'not-canonical' }))
  }
})
