import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawnGraph, StatementCollector, sellerTies } from '../../../lib/sellers/seller-graph.ts'
import { linkSellers, type Statement } from '../../../lib/sellers/seller-links.ts'
import { type LinkKey, linkKinds } from '../../../lib/sellers/seller-trace.ts'

const says = (...sellerIds: string[]): Statement[] =>
  sellerIds.map((sellerId) => ({ sellerId, captureId: `capture-${sellerId}` }))

const sellers = ['A', 'B', 'C', 'D', 'E']
const stated = fc
  .array(
    fc.tuple(
      fc
        .tuple(fc.constantFrom(...linkKinds), fc.string())
        .map(([kind, value]): LinkKey => `${kind}:${value}`),
      fc.subarray(sellers),
    ),
  )
  .map((entries) => new Map(entries.map(([key, ids]) => [key, says(...ids)])))

describe('the graph of links between sellers', () => {
  test('what the same sellers share of one kind is one tie, the strongest first', () => {
    const ties = sellerTies(
      new Map<LinkKey, Statement[]>([
        ['name:pinefall store', says('A', 'B')],
        ['picture:S1', says('A', 'C')],
        ['picture:S2', says('C', 'A')],
        ['picture:S3', says('A', 'B', 'C')],
        ['company:234567890', says('B', 'C')],
        ['company:999', says('D')],
      ]),
    )
    expect(
      ties.map(({ kind, values, stating }) => [kind, values, stating.map(({ sellerId }) => sellerId)]),
    ).toEqual([
      ['company', ['234567890'], ['B', 'C']],
      ['picture', ['S1', 'S2'], ['A', 'C']],
      ['picture', ['S3'], ['A', 'B', 'C']],
      ['name', ['pinefall store'], ['A', 'B']],
    ])
    expect(ties[0]?.stating[0]).toEqual({ sellerId: 'B', captureId: 'capture-B' })
  })

  test('has exactly the links that the sellers’ pages have, whatever is stated', () => {
    fc.assert(
      fc.property(stated, (stating) => {
        const ties = sellerTies(stating)
        for (const sellerId of sellers) {
          const linked = linkSellers(sellerId, stating)
          const pairs = new Set(
            linked.flatMap((link) => link.reasons.map((r) => `${link.sellerId} ${r.kind}:${r.value}`)),
          )
          const tied = new Set(
            ties
              .filter((tie) => tie.stating.some((one) => one.sellerId === sellerId))
              .flatMap((tie) =>
                tie.stating
                  .filter((one) => one.sellerId !== sellerId)
                  .flatMap((one) => tie.values.map((value) => `${one.sellerId} ${tie.kind}:${value}`)),
              ),
          )
          expect(tied).toEqual(pairs)
        }
      }),
    )
  })

  test('collected capture by capture it is the same', () => {
    fc.assert(
      fc.property(stated, (stating) => {
        const collector = new StatementCollector()
        for (const sellerId of sellers) {
          const keys = [...stating].flatMap(([key, own]) =>
            own.some((one) => one.sellerId === sellerId) ? [key] : [],
          )
          collector.add(sellerId, `capture-${sellerId}`, keys)
          collector.add(sellerId, 'a later one', keys)
        }
        const byId = (ties: ReturnType<typeof sellerTies>) =>
          ties.map(({ values, ...tie }) => ({ ...tie, values: values.toSorted() }))
        expect(byId(sellerTies(collector.stating()))).toEqual(byId(sellerTies(stating)))
      }),
    )
  })

  test('draws no more sellers than there is room for, no tie by half, and says how many are left', () => {
    fc.assert(
      fc.property(stated, fc.integer({ min: 0, max: 5 }), (stating, most) => {
        const ties = sellerTies(stating)
        const drawn = drawnGraph(ties, most)
        const ids = new Set(drawn.sellerIds)
        expect(ids.size).toBeLessThanOrEqual(most)
        for (const tie of drawn.ties)
          for (const { sellerId } of tie.stating) expect(ids.has(sellerId)).toBe(true)
        const all = new Set(ties.flatMap((tie) => tie.stating.map(({ sellerId }) => sellerId)))
        expect(drawn.left).toEqual({
          sellers: all.size - ids.size,
          ties: ties.length - drawn.ties.length,
        })
        expect(drawn.ties.length).toBeLessThanOrEqual(most)
      }),
    )
  })
})
