import { expect, test } from 'vitest'
import type { CardListing } from '../../../entrypoints/aliexpress.content/page-listing.ts'
import { createSelection } from '../../../entrypoints/aliexpress.content/selection.ts'

const cardsOf = (...comIds: string[]) => comIds.map((comId) => ({ comId }) as CardListing)

test('Shift selects everything between the last tick and this one, in both directions', () => {
  const selection = createSelection(
    () => cardsOf('a', 'b', 'c', 'd', 'e'),
    () => undefined,
  )
  selection.start()
  selection.toggle('d', false)
  selection.toggle('b', true)
  expect([...selection.selected()].sort()).toEqual(['b', 'c', 'd'])
  selection.toggle('e', true)
  expect([...selection.selected()].sort()).toEqual(['b', 'c', 'd', 'e'])
})

test('Shift on a ticked card unticks the range', () => {
  const selection = createSelection(
    () => cardsOf('a', 'b', 'c', 'd'),
    () => undefined,
  )
  selection.selectAll()
  selection.toggle('b', false)
  selection.toggle('d', true)
  expect([...selection.selected()]).toEqual(['a'])
})

test('a card that is gone is no end of a range, and leaving forgets everything', () => {
  let cards = cardsOf('a', 'b', 'c')
  const selection = createSelection(
    () => cards,
    () => undefined,
  )
  selection.start()
  selection.toggle('a', false)
  cards = cardsOf('b', 'c')
  selection.toggle('c', true)
  expect([...selection.selected()].sort()).toEqual(['a', 'c'])
  selection.stop()
  expect(selection.isOn()).toBe(false)
  expect(selection.selected().size).toBe(0)
})
