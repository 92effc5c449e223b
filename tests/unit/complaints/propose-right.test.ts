import { describe, expect, test } from 'vitest'
import type { ListingFacts } from '../../../lib/complaints/listing-facts.ts'
import { defaultPortalRules as rules } from '../../../lib/complaints/portal-rules-data.ts'
import { proposeRights } from '../../../lib/complaints/propose-right.ts'
import {
  buildCopyright,
  buildListingFacts,
  buildPatent,
  buildTrademark,
  today,
} from '../../support/rights.ts'

const other = buildTrademark({
  rightId: 'right-other',
  vocabulary: { names: ['Quillon'], products: [], goods: [] },
})
const rights = [other, buildTrademark(), buildPatent()]
const propose = (listing: Partial<ListingFacts>, ipType: 'trademark' | 'patent' | null = null) =>
  proposeRights(buildListingFacts(1, listing), ipType, { rights, rules, today })

describe('the right that may fit', () => {
  test('is proposed with its grounds, best first', () => {
    const [first, second] = propose({
      title: 'Velmora bottle',
      brand: 'VELMORA',
      storeName: 'Velmora Outlet',
    })
    expect(first).toMatchObject({
      rightId: 'right-tm',
      reasonId: null,
      grounds: [
        { in: 'brand', shown: 'velmora' },
        { in: 'title', shown: 'velmora' },
        { in: 'store-name', shown: 'velmora' },
        { in: 'territory', shown: 'DE' },
      ],
    })
    expect(second?.rightId).toBe('right-pt')
  })
  test('is, of two that fit as well, the one that the portal has verified', () => {
    const pending = buildTrademark({
      rightId: 'right-ir',
      portal: { state: 'pending', since: null, note: '' },
    })
    const both = [pending, buildTrademark()]
    expect(
      proposeRights(buildListingFacts(1), null, { rights: both, rules, today }).map(({ rightId }) => rightId),
    ).toEqual(['right-tm', 'right-ir'])
  })
  test('keeps to the kind that the person chose, and then knows the only reason', () => {
    expect(propose({}, 'patent')).toMatchObject([{ rightId: 'right-pt', reasonId: 'pt-design' }])
  })
  test('is none where no word of it is on the page, however well the country fits', () => {
    expect(propose({ title: 'Plain bottle', storeName: 'Any Store' })).toEqual([])
  })
  test('is none of an ended right, and none where the seller may sell', () => {
    const ended = buildTrademark({ validUntil: '2026-11-24' })
    const own = buildCopyright({
      allowedSellers: [{ sellerId: '2679000001', storeNumber: null, name: 'Own', until: null, note: '' }],
    })
    expect(proposeRights(buildListingFacts(1), null, { rights: [ended, own], rules, today })).toEqual([])
  })
})
