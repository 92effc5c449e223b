import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakLines } from '../../../../lib/pack/evidence-report/break-lines.ts'
import type { Cluster } from '../../../../lib/pack/evidence-report/drawable-text.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const clustersOf = (text: string): Cluster[] =>
  [...graphemes.segment(text)].map(({ segment }) => ({ text: segment, family: 'Sans' }))

/** Every character is one wide. */
const type = { width: (_: unknown, text: string) => [...graphemes.segment(text)].length }
const broken = (text: string, width: number, options = {}) =>
  breakLines(clustersOf(text), width, type, options).map((line) => line.map((run) => run.text).join(''))

describe('breaking lines', () => {
  test.each([
    ['between words', 'one two three', 7, ['one two', 'three']],
    ['within a word that is longer than a line', 'abcdefgh ij', 3, ['abc', 'def', 'gh', 'ij']],
    ['between ideographs, but not before a comma', '登山鞋，防滑', 3, ['登山', '鞋，防', '滑']],
    ['not after an opening bracket', '登山「鞋」', 3, ['登山', '「鞋」']],
    ['between Thai words', 'รองเท้าเดินป่า', 8, ['รองเท้า', 'เดินป่า']],
    ['after a hyphen between letters', 'non-slip', 5, ['non-', 'slip']],
    ['not before a space', 'abc def', 3, ['abc', 'def']],
  ])('happens %s', (_, text, width, lines) => {
    expect(broken(text, width)).toEqual(lines)
  })

  test('happens in addresses after the signs that part them', () => {
    expect(broken('https://a.b/item/1.html?x=1', 13, { code: true })).toEqual([
      'https://a.b/',
      'item/1.html?',
      'x=1',
    ])
  })

  test('keeps pieces of one font together', () => {
    const clusters: Cluster[] = [
      { text: 'a', family: 'Sans' },
      { text: 'b', family: 'Sans' },
      { text: '登', family: 'Simplified' },
    ]
    expect(breakLines(clusters, 9, type)).toEqual([
      [
        { text: 'ab', family: 'Sans' },
        { text: '登', family: 'Simplified' },
      ],
    ])
  })

  test('loses nothing, adds nothing, and no line is too wide', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), fc.boolean(), (value, width, code) => {
        const lines = broken(value, width, { code })
        expect(lines.join('').replace(/\s/g, '')).toBe(value.replace(/\s/g, ''))
        expect(lines.filter((line) => type.width(null, line) > width)).toEqual([])
      }),
    )
  })
})
