import { describe, expect, test } from 'vitest'
import {
  alignWitnesses,
  fieldName,
  readWitnesses,
  valueLines,
} from '../../../components/evidence/witnesses.ts'
import { absent, found, unreadable } from '../../../lib/core/observation.ts'

const page = { title: found('A', 'h1'), sellerId: absent, price: unreadable('two numbers', 'node') }
const call = { title: found('B', 'mtop'), sellerId: found('1', 'mtop'), brand: absent }

describe('the witnesses of a record', () => {
  test('are found whatever they are called; what states nothing is left out, what is none is handed back', () => {
    const { witnesses, others } = readWitnesses({
      listing: page,
      row: null,
      stated: call,
      note: { a: 1 },
      list: [1],
    })
    expect(witnesses.map(({ name }) => name)).toEqual(['listing', 'stated'])
    expect(others).toEqual({ note: { a: 1 }, list: [1] })
  })

  test.each([undefined, null, 'text', 5, [], { listing: 'text' }, { listing: {} }])(
    'are none in %j, without an error',
    (observations) => {
      expect(readWitnesses(observations).witnesses).toEqual([])
    },
  )

  test('come in the order in which they are read, not in that of their names', () => {
    const { witnesses } = readWitnesses({
      another: call,
      listing: page,
      pageData: call,
      shown: page,
      stated: call,
    })
    expect(witnesses.map(({ name }) => name)).toEqual(['listing', 'shown', 'stated', 'pageData', 'another'])
    const fields = alignWitnesses(
      [
        {
          name: 'x',
          fields: new Map([
            ['brand', found('B', 'x')],
            ['title', found('A', 'x')],
          ]),
        },
      ],
      [],
    )
    expect(fields.stated.map(({ field }) => field)).toEqual(['title', 'brand'])
  })

  test('stand side by side: disputed fields first, those that none states apart', () => {
    const { witnesses } = readWitnesses({ listing: page, pageData: call })
    const { stated, statedByNone } = alignWitnesses(witnesses, [{ field: 'sellerId' }, { field: 7 }, 'x'])
    expect(stated.map(({ field, isDisputed }) => [field, isDisputed])).toEqual([
      ['sellerId', true],
      ['title', false],
      ['price', false],
    ])
    expect(stated[0]?.observations).toEqual([page.sellerId, call.sellerId])
    expect(stated[2]?.observations).toEqual([page.price, undefined])
    expect(statedByNone).toEqual(['brand'])
  })
})

test.each([
  ['text', ['text']],
  [4.5, ['4.5']],
  [true, ['true']],
  [
    ['1', '2'],
    ['1', '2'],
  ],
  [{ text: 'US $12.50', value: 12.5, currency: 'USD' }, ['US $12.50 (USD)']],
  [{ text: null, value: 3, currency: null }, ['3']],
  [[{ hash: 'S1', url: 'https://ae01.alicdn.com/kf/S1.jpg' }], ['https://ae01.alicdn.com/kf/S1.jpg']],
  [[{ name: 'Brand', value: 'Velmora' }], ['Brand: Velmora']],
  [{ other: [1] }, ['{"other":[1]}']],
  [null, ['null']],
])('%j reads %j', (value, lines) => {
  expect(valueLines(value)).toEqual(lines)
})

test('a field has its own name, else its words', () => {
  expect(fieldName('sellerId')).toBe('Seller number')
  expect(fieldName('storeNumbers')).toBe('Store numbers')
  expect(fieldName('constructor')).toBe('Constructor')
})
