import { describe, expect, test } from 'vitest'
import { compareWitnesses } from '../../../lib/extract/compare-witnesses.ts'
import { extractWitnesses } from '../../../lib/extract/extract-witnesses.ts'
import { observedListingSchema } from '../../../lib/extract/listing-schema.ts'
import {
  classicPage,
  comId,
  comUrl,
  csrPage,
  modules,
  parse,
  statePage,
  usUrl,
  valuesOf,
} from './item-pages.ts'

function witnesses(html: string, url = comUrl) {
  const { doc, context } = parse(html, url)
  const read = extractWitnesses(doc, context)
  if (!read) throw new Error('the page is about no listing')
  expect(observedListingSchema.safeParse(read.shown).success).toBe(true)
  if (read.stated) expect(observedListingSchema.safeParse(read.stated).success).toBe(true)
  return read
}
const shownBody = (title: string, price: string) =>
  `<h1 class="product-title-text">${title}</h1><span class="product-price-value">${price}</span>`

describe('a page with a state', () => {
  test('is two witnesses that do not know of each other', () => {
    const { shown, stated } = witnesses(statePage(modules(), shownBody('Northpike trail shoe', 'PKR 150')))
    expect(valuesOf(shown)).toMatchObject({ comId, title: 'Northpike trail shoe', price: { value: 150 } })
    expect(valuesOf(shown)).not.toHaveProperty('sellerId')
    expect(stated && valuesOf(stated)).toMatchObject({
      comId,
      sellerId: '231111111',
      price: { value: 143.9 },
    })
    expect(compareWitnesses(shown, stated, 'page-state')).toEqual([])
  })

  test('of another item than the address is heard as it speaks', () => {
    const { shown, stated } = witnesses(statePage(modules('1005009999999999'), shownBody('x', '')))
    expect(compareWitnesses(shown, stated, 'page-state')).toMatchObject([{ field: 'comId' }])
  })

  test('what its screen says otherwise is found', () => {
    const { shown, stated } = witnesses(statePage(modules(), shownBody('Velmora boot', 'PKR 9,000')))
    expect(compareWitnesses(shown, stated, 'page-state').map(({ field }) => field)).toEqual([
      'title',
      'price',
    ])
  })
})

test('a client-rendered page shows; head and JSON-LD state', () => {
  const { shown, stated } = witnesses(csrPage(), usUrl)
  expect(valuesOf(shown)).toMatchObject({ sellerId: expect.any(String), title: expect.any(String) })
  expect(stated && valuesOf(stated)).toMatchObject({ title: expect.any(String) })
  // The JSON-LD of the invented page states 1542.
  expect(compareWitnesses(shown, stated, 'page-state')).toMatchObject([
    { field: 'price', shown: { value: 289.72 }, stated: { value: 1542 } },
  ])
})

test('a classic page states by its scalars and shows the rest', () => {
  const { shown, stated } = witnesses(classicPage(), 'https://www.aliexpress.com/item/x/32804895531.html')
  expect(valuesOf(shown)).toHaveProperty('title')
  expect(valuesOf(shown)).not.toHaveProperty('sellerId')
  expect(stated && valuesOf(stated)).toHaveProperty('sellerId')
  expect(stated && valuesOf(stated)).not.toHaveProperty('title')
})

test('a page of cards is no witness of one listing', () => {
  const { doc, context } = parse('<p>cards</p>', 'https://www.aliexpress.com/w/wholesale-shoe.html')
  expect(extractWitnesses(doc, context)).toBeNull()
})
