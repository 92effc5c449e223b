import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findWords, foldText } from '../../../lib/rights/find-words.ts'

const shown = (text: string, word: string) => findWords(text, [word]).map((found) => found.shown)

describe('finding the words of a right', () => {
  test.each([
    ['Velmora bottle 750 ml', 'velmora'],
    ['NEW!VELMORA®', 'velmora'],
    ['V-E-L-M-O-R-A style', 'v-e-l-m-o-r-a'],
    ['Ｖｅｌｍｏｒａ 水壶', 'velmora'],
    ['Vеlmоra cup', 'velmora'],
    ['Vélmora tasse', 'velmora'],
    ['vel.mora', 'vel.mora'],
  ])('%s', (text, found) => {
    expect(shown(text, 'Velmora')).toEqual([found])
  })

  test.each(['Velmorana bottle', 'for Avelmora fans', 'velm ora   x', 'vel mo bottle'])(
    'not inside another word: %s',
    (text) => {
      const expected = text === 'velm ora   x' ? ['velm ora'] : []
      expect(shown(text, 'Velmora')).toEqual(expected)
    },
  )

  test('words of other scripts stay what they are', () => {
    expect(shown('Бутылка Велмора 750 мл', 'Велмора')).toEqual(['велмора'])
    expect(shown('全新维尔莫拉保温杯正品', '维尔莫拉')).toEqual(['维尔莫拉'])
    expect(shown('сор', 'cop')).toEqual([])
  })

  test('an empty word, or one of signs alone, is found nowhere', () => {
    expect(findWords('anything at all --- !!!', ['', '  ', '---'])).toEqual([])
  })

  test('any word is found in a text that holds it between spaces, whatever signs it has', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
        fc.string(),
        (word, around) => {
          const letters = foldText(word).replace(/[^\p{L}\p{N}]+/gu, '')
          const found = findWords(`${around.replace(/[^ ]/g, '')} ${word} `, [word])
          expect(found.length).toBe(letters === '' ? 0 : 1)
        },
      ),
    )
  })
})
