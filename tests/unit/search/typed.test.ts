import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../lib/core/ids.ts'
import { readTyped } from '../../../lib/search/typed.ts'
import { canonicalItemUrl, usItemNumber } from '../../../lib/site/item-id.ts'

const comIds = fc.bigInt({ min: 1_000_000_000_000_000n, max: 1_005_999_999_999_999n }).map(String)

describe('what is typed', () => {
  test('names a listing by its number and its address, of .com and of .us, in whatever is around it', () => {
    fc.assert(
      fc.property(comIds, fc.constantFrom('', 'see ', '  \n', 'Velmora '), (comId, before) => {
        const us = usItemNumber(comId)
        for (const form of [
          comId,
          us,
          `#${comId}`,
          canonicalItemUrl(comId),
          `https://www.aliexpress.us/item/${us}.html?spm=a2g0o.1.2&gatewayAdapt=glo2usa`,
          `//de.aliexpress.com/item/Some-Slug/${comId}.html`,
          `aliexpress.com/i/${comId}.html`,
          `https://www.aliexpress.com/ssr/300001/x?productIds=${comId}:12000`,
        ]) {
          expect(readTyped(before + form).comIds).toEqual([comId])
        }
      }),
      { numRuns: 50 },
    )
  })

  test('names stores, sellers and cases as well: a number says not which it is', () => {
    expect(readTyped('1102670001')).toMatchObject({
      comIds: ['1102670001'],
      storeNumbers: ['1102670001'],
      sellerIds: ['1102670001'],
      words: ['1102670001'],
    })
    expect(readTyped('https://www.aliexpress.com/store/1102670001')).toMatchObject({
      comIds: [],
      storeNumbers: ['1102670001'],
      words: [],
    })
    const id = newId()
    expect(readTyped(` ${id.toLowerCase()} `).ids).toEqual([id])
    expect(readTyped('https://example.com/item/1005001234567890.html').comIds).toEqual([])
  })

  test('is read in every script, and addresses are no words', () => {
    expect(readTyped('ＮＩＫＥ café 水壶 Бутылка')).toMatchObject({
      words: ['nike', 'cafe', '水壶', 'бутылка'],
      comIds: [],
    })
    expect(readTyped('bottle https://www.aliexpress.com/item/1005001234567890.html').words).toEqual([
      'bottle',
    ])
  })

  test('is read whatever it is, and never grows without end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const typed = readTyped(text)
        expect(typed.text.length).toBeLessThanOrEqual(2000)
        expect(typed.text.isWellFormed()).toBe(true)
        for (const named of [typed.comIds, typed.storeNumbers, typed.sellerIds, typed.ids]) {
          expect(named.length).toBeLessThanOrEqual(20)
          expect(new Set(named).size).toBe(named.length)
        }
        expect(readTyped(typed.text)).toEqual(typed)
      }),
    )
  })
})
