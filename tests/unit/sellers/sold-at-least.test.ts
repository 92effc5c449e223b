import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soldAtLeast } from '../../../lib/sellers/sold-at-least.ts'

test.each([
  ['10,000+ sold', 10_000],
  ['1.000+ vendidos', 1000],
  ['1 234 продано', 1234],
  ['7 sold', 7],
  ['1,234,567 sold', 1_234_567],
  ['1.2k sold', null],
  ['3万+ 已售', null],
  ['5 тыс. продано', null],
  ['1,23 sold', null],
  ['10 of 20 sold', null],
  ['sold', null],
  ['', null],
])('%s: %s', (text, least) => {
  expect(soldAtLeast(text)).toBe(least)
})

test('every whole number is read as it was written, in each way of parting thousands', () => {
  const parted = (value: number, sign: string) => value.toLocaleString('en').replaceAll(',', sign)
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.constantFrom(',', '.', ' ', '\u202f', ''),
      (value, sign) => {
        expect(soldAtLeast(`${parted(value, sign)}+ sold`)).toBe(value)
      },
    ),
  )
})
