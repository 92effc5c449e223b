import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addTraces, currentName, foldSeller, isFromCardsAlone } from '../../../lib/sellers/fold-seller.ts'
import type { SellerTrace } from '../../../lib/sellers/seller-trace.ts'
import { buildTrace } from '../../support/seller-traces.ts'

const source = 'state'
const at = (hour: number) => Date.UTC(2026, 10, 23, hour)

const anyTrace: fc.Arbitrary<SellerTrace> = fc
  .record({
    id: fc.integer({ min: 0, max: 30 }),
    name: fc.option(fc.constantFrom('A Store', 'B Store', 'Store 三'), { nil: null }),
    numbers: fc.subarray(['1102000001', '912345678']),
    card: fc.boolean(),
    price: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
  })
  .map(({ id, name, numbers, card, price }) =>
    buildTrace({
      // The same capture says the same, as it does in the storage.
      captureId: `01JDC00000000000000000${String(id).padStart(4, '0')}`,
      seenAtMs: at(id % 7),
      comId: `10050070000000${10 + (id % 4)}`,
      statedBy: card ? 'card' : 'item-page',
      names: name === null ? [] : [{ value: name, source }],
      storeNumbers: numbers.map((value) => ({ value, source })),
      price: price === null ? null : { text: null, value: price, currency: 'USD' },
    }),
  )
const manyTraces = fc.uniqueArray(anyTrace, { maxLength: 20, selector: ({ captureId }) => captureId })

describe('a seller', () => {
  test('keeps every name and number with its first and last capture, newest first', () => {
    const seller = foldSeller([
      buildTrace({ captureId: 'C2', seenAtMs: at(2), names: [{ value: 'New Name', source }] }),
      buildTrace({ captureId: 'C1', seenAtMs: at(1), names: [{ value: 'Old Name', source }] }),
      buildTrace({ captureId: 'C3', seenAtMs: at(3), names: [{ value: 'New Name', source }] }),
    ])
    expect(seller?.names).toEqual([
      {
        value: 'New Name',
        source,
        firstSeenAtMs: at(2),
        firstCaptureId: 'C2',
        lastSeenAtMs: at(3),
        lastCaptureId: 'C3',
      },
      {
        value: 'Old Name',
        source,
        firstSeenAtMs: at(1),
        firstCaptureId: 'C1',
        lastSeenAtMs: at(1),
        lastCaptureId: 'C1',
      },
    ])
    expect(seller && currentName(seller)).toBe('New Name')
    expect(seller).toMatchObject({ firstSeenAtMs: at(1), lastSeenAtMs: at(3) })
  })

  test('is known from cards alone until an item page names it', () => {
    const card = buildTrace({ captureId: 'C1', statedBy: 'card' })
    const one = foldSeller([card])
    expect(one && isFromCardsAlone(one)).toBe(true)
    const both = foldSeller([card, buildTrace({ captureId: 'C2' })])
    expect(both && isFromCardsAlone(both)).toBe(false)
  })

  test('an older capture read later does not take the place of the newer price', () => {
    const price = (value: number) => ({ text: null, value, currency: 'USD' })
    const seller = foldSeller([
      buildTrace({ captureId: 'C2', seenAtMs: at(2), price: price(2) }),
      buildTrace({ captureId: 'C1', seenAtMs: at(1), price: price(1) }),
    ])
    expect(seller?.listings).toMatchObject([{ price: { value: { value: 2 } }, lastCaptureId: 'C2' }])
  })

  test('is the same in whatever order, in whatever steps and however often captures are read', () => {
    const sameMoment = (traces: SellerTrace[]) =>
      // At one moment a listing has one price: two prices at once have no newest.
      traces.map((trace) => ({
        ...trace,
        price: trace.price && { ...trace.price, value: trace.seenAtMs % 97 },
      }))
    fc.assert(
      fc.property(manyTraces.map(sameMoment), fc.nat(20), (traces, cut) => {
        const whole = foldSeller(traces)
        expect(foldSeller([...traces].reverse())).toEqual(whole)
        if (!whole) return
        const first = cut === 0 ? null : foldSeller(traces.slice(0, cut))
        expect(addTraces(first, whole.sellerId, [...traces.slice(cut), ...traces])).toEqual(whole)
      }),
    )
  })
})
