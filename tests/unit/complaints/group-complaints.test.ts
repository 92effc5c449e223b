import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupComplaints, type ListingToGroup } from '../../../lib/complaints/group-complaints.ts'
import { linksPerComplaint, portalOf, reasonOf } from '../../../lib/complaints/portal-rules.ts'
import { defaultPortalRules as rules } from '../../../lib/complaints/portal-rules-data.ts'

const rights = new Map([
  ['tm-1', { ipType: 'trademark' }],
  ['tm-2', { ipType: 'trademark' }],
  ['cr-1', { ipType: 'copyright' }],
  ['pt-1', { ipType: 'patent' }],
])

const frame = { rules, platformId: 'aliexpress', complaintType: 'product-listing', rights } as const

const listings = fc
  .array(
    fc.record({
      rightId: fc.constantFrom(...rights.keys(), 'unknown', null),
      reasonId: fc.constantFrom(...rules.reasons.map(({ reasonId }) => reasonId), 'unknown', null),
    }),
    { maxLength: 900 },
  )
  .map((decided) =>
    decided.map((one, at): ListingToGroup => ({ ...one, flagId: `flag-${at}`, comId: `item-${at}` })),
  )

describe('from the queue to complaints', () => {
  test('no listing is lost or doubled, none goes over the limit, each complaint has one right and reason', () => {
    fc.assert(
      fc.property(
        listings,
        fc.constantFrom(...rules.portals.map(({ portalId }) => portalId)),
        (queue, portalId) => {
          const { complaints, waiting } = groupComplaints(queue, { ...frame, portalId })
          const grouped = complaints.flatMap((complaint) => complaint.listings)
          expect([...grouped, ...waiting].map(({ flagId }) => flagId).sort()).toEqual(
            queue.map(({ flagId }) => flagId).sort(),
          )
          for (const { key, listings: lines, part, of } of complaints) {
            const portal = portalOf(rules, portalId)
            const reason = reasonOf(rules, key.reasonId)
            if (!portal || !reason) throw new Error('a complaint without portal or reason')
            expect(lines.length).toBeGreaterThan(0)
            expect(lines.length).toBeLessThanOrEqual(linksPerComplaint(portal, reason))
            expect(part).toBeLessThanOrEqual(of)
            expect(reason.ipType).toBe(rights.get(key.rightId)?.ipType)
            for (const line of lines) {
              expect([line.rightId, line.reasonId]).toEqual([key.rightId, key.reasonId])
            }
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  test('the order of the queue stays, and the same queue gives the same complaints', () => {
    fc.assert(
      fc.property(listings, (queue) => {
        const grouping = groupComplaints(queue, { ...frame, portalId: 'aidc-ipp' })
        const place = new Map(queue.map(({ flagId }, at) => [flagId, at]))
        const isInOrder = (list: readonly ListingToGroup[]) =>
          list.every(
            ({ flagId }, at) =>
              at === 0 || (place.get(list[at - 1]?.flagId ?? '') ?? 0) < (place.get(flagId) ?? 0),
          )
        const byKey = Map.groupBy(grouping.complaints, ({ key }) => JSON.stringify(key))
        for (const parts of byKey.values()) {
          expect(isInOrder(parts.flatMap((part) => part.listings))).toBe(true)
          expect(parts.map(({ part }) => part)).toEqual(parts.map((_, at) => at + 1))
        }
        expect(isInOrder(grouping.waiting)).toBe(true)
        expect(isInOrder([...byKey.values()].flatMap(([first]) => first?.listings[0] ?? []))).toBe(true)
        expect(groupComplaints(queue, { ...frame, portalId: 'aidc-ipp' })).toEqual(grouping)
      }),
      { numRuns: 100 },
    )
  })

  test('350 listings are two complaints, and each test purchase stands alone', () => {
    const many = (count: number, reasonId: string) =>
      Array.from({ length: count }, (_, at) => ({
        flagId: `${reasonId}-${at}`,
        comId: `${reasonId}-${at}`,
        rightId: 'tm-1',
        reasonId,
      }))
    const queue = [...many(350, 'tm-counterfeit-features'), ...many(3, 'tm-test-buy')]
    const { complaints } = groupComplaints(queue, { ...frame, portalId: 'aidc-ipp' })
    expect(complaints.map(({ listings: lines, part, of }) => [lines.length, part, of])).toEqual([
      [300, 1, 2],
      [50, 2, 2],
      [1, 1, 3],
      [1, 2, 3],
      [1, 3, 3],
    ])
  })
})
