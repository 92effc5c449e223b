import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { drawableText, isRightToLeft } from '../../../../lib/pack/evidence-report/drawable-text.ts'
import { loadReportFonts, type TypeCase } from '../../../../lib/pack/evidence-report/load-report-fonts.ts'
import { familiesFor } from '../../../../lib/pack/evidence-report/report-font-list.ts'
import { fontPaths } from '../../../support/evidence-report.ts'

let type: TypeCase
beforeAll(async () => {
  type = await loadReportFonts(await fontPaths())
})

const drawable = (text: string, language: string | null = null) =>
  drawableText(text, familiesFor(text, 'plain', language), type)
const familiesOf = (text: string, language: string | null = null) => [
  ...new Set(drawable(text, language).clusters.map(({ family }) => family)),
]

describe('what can be drawn', () => {
  test.each([
    ['Größe', null, ['Sans']],
    ['骨直', null, ['Simplified']],
    ['骨直', 'zh_TW', ['Traditional']],
    ['骨直', 'ja-JP', ['Japanese']],
    ['骨とあ', 'en_US', ['Japanese']],
    ['신발', null, ['Korean']],
    ['حذاء', null, ['Arabic']],
    ['น้ำ', null, ['Thai']],
    ['☀🔥', null, ['Emoji']],
  ])('%s of a page in %s is drawn with %j', (text, language, families) => {
    expect(familiesOf(text, language)).toEqual(families)
  })

  test('a letter and its mark are one', () => {
    expect(drawable('e\u0301').clusters).toEqual([{ text: 'é', family: 'Sans' }])
  })

  test('nothing vanishes: every character is drawn, a box and named, or hidden and named', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const { clusters, boxed, hidden } = drawable(text)
        const drawn = clusters.map((cluster) => cluster.text).join('')
        const known = new Set([...boxed, ...hidden])
        const wanted = [...text.replace(/\s/gu, '').normalize('NFC').replaceAll('\u0e33', '\u0e4d\u0e32')]
        const lost = wanted.filter(
          (character) => !drawn.includes(character) && !known.has(character.codePointAt(0) ?? -1),
        )
        // Variation selectors and joiners say how to draw their neighbour.
        expect(lost.filter((character) => !/[\ufe0e\ufe0f\u200c\u200d]/u.test(character))).toEqual([])
      }),
    )
  })

  test('the first letter decides the direction', () => {
    expect(isRightToLeft('750 حذاء Nautilus')).toBe(true)
    expect(isRightToLeft('Nautilus حذاء')).toBe(false)
    expect(isRightToLeft('123')).toBe(false)
  })
})
