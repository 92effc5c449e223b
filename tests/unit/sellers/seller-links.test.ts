import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkSellers, type Statement } from '../../../lib/sellers/seller-links.ts'
import { type LinkKey, linkKinds } from '../../../lib/sellers/seller-trace.ts'

const says = (...sellerIds: string[]): Statement[] =>
  sellerIds.map((sellerId) => ({ sellerId, captureId: `capture-${sellerId}` }))

describe('links between sellers', () => {
  test('each has its reasons and their captures, the strongest first', () => {
    const links = linkSellers(
      'A',
      new Map<LinkKey, Statement[]>([
        ['name:pinefall store', says('A', 'B', 'C')],
        ['picture:S1', says('A', 'D', 'C')],
        ['company:234567890', says('A', 'C')],
        ['company:999999999', says('B', 'C')],
      ]),
    )
    expect(links.map(({ sellerId, strength }) => [sellerId, strength])).toEqual([
      ['C', 'strong'],
      ['D', 'picture'],
      ['B', 'name'],
    ])
    expect(links[0]?.reasons).toEqual([
      {
        kind: 'company',
        value: '234567890',
        ownCaptureId: 'capture-A',
        otherCaptureId: 'capture-C',
        sellers: 2,
      },
      expect.objectContaining({ kind: 'picture', sellers: 3 }),
      expect.objectContaining({ kind: 'name' }),
    ])
  })

  test('the name alone never makes more than a name', () => {
    const key = fc
      .tuple(fc.constantFrom(...linkKinds), fc.string())
      .map(([kind, value]): LinkKey => `${kind}:${value}`)
    const stating = fc
      .array(fc.tuple(key, fc.subarray(['A', 'B', 'C', 'D'])))
      .map((entries) => new Map(entries.map(([of, ids]) => [of, says(...ids)])))
    fc.assert(
      fc.property(stating, (given) => {
        const links = linkSellers('A', given)
        for (const { sellerId, strength, reasons } of links) {
          expect(sellerId).not.toBe('A')
          const kinds = new Set(reasons.map(({ kind }) => kind))
          if (kinds.size === 1 && kinds.has('name')) expect(strength).toBe('name')
          if (!(['company', 'licence', 'email', 'phone'] as const).some((kind) => kinds.has(kind)))
            expect(strength).not.toBe('strong')
        }
        // Linked both ways, for the same reasons.
        for (const { sellerId, reasons } of links) {
          const back = linkSellers(sellerId, given).find((link) => link.sellerId === 'A')
          expect(back?.reasons).toHaveLength(reasons.length)
        }
      }),
    )
  })
})
