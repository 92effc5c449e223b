import { newId } from '../../lib/core/ids.ts'
import type { Money } from '../../lib/core/money.ts'
import { absent, found } from '../../lib/core/observation.ts'
import type { Sighting } from '../../lib/evidence/sighting.ts'
import type { ObservedListing, ResultRow } from '../../lib/extract/listing.ts'
import type { FlagRequest } from '../../lib/messaging/protocol.ts'
import type { NewFlag } from '../../lib/queue/flag-listing.ts'

/** Invented records for tests; every field can be set. */

const price: Money = { text: 'US $12.50', value: 12.5, currency: 'USD' }

export function buildSighting(overrides: Partial<Sighting> = {}): Sighting {
  return {
    pageUrl: 'https://www.aliexpress.com/w/wholesale-velmora.html?page=2',
    canonicalUrl: null,
    site: 'com',
    pageKind: 'search',
    pageState: 'ready',
    locale: 'en_US',
    currency: 'USD',
    shipTo: 'US',
    keyword: 'velmora',
    sort: null,
    resultsPage: 2,
    rank: 7,
    sponsored: false,
    seenAt: { wallMs: Date.UTC(2026, 10, 23, 9, 30), monotonicMs: 5000, offsetMinutes: 60 },
    viewport: { width: 1366, height: 768, pixelRatio: 1, scrollX: 0, scrollY: 0 },
    ...overrides,
  }
}

export function buildRow(comId: string, overrides: Partial<ResultRow> = {}): ResultRow {
  return {
    comId: found(comId, 'card link'),
    shownId: found(comId, 'card link'),
    title: found('Velmora style trail bottle 750 ml', 'state'),
    price: found(price, 'state'),
    sellerId: absent,
    storeNumber: absent,
    storeName: absent,
    imageHash: found('S1234567890abcdef1234567890abcdefA', 'state'),
    imageUrl: found('https://ae01.alicdn.com/kf/S1234567890abcdef1234567890abcdefA.jpg', 'state'),
    sold: absent,
    sponsored: found(false, 'state'),
    url: found(`https://www.aliexpress.com/item/${comId}.html`, 'card link'),
    originId: absent,
    rank: found(7, 'state'),
    ...overrides,
  }
}

export function buildListing(comId: string, overrides: Partial<ObservedListing> = {}): ObservedListing {
  return {
    comId: found(comId, 'url'),
    shownId: found(comId, 'url'),
    title: found('Velmora style trail bottle 750 ml', 'h1'),
    sellerId: found('2679000001', 'message link'),
    companyId: absent,
    storeNumbers: found(['1102000001'], 'store link'),
    storeName: found('Pinefall Outdoor Store', 'store link'),
    storeUrl: absent,
    sellerHidden: found(false, 'page'),
    sellerRule: found('store-link', 'page'),
    traderStatus: absent,
    country: absent,
    storeOpened: absent,
    positiveRate: absent,
    price: found(price, 'price node'),
    listPrice: absent,
    images: found(
      [
        {
          hash: 'S1234567890abcdef1234567890abcdefA',
          url: 'https://ae01.alicdn.com/kf/S1234567890abcdef1234567890abcdefA.jpg',
        },
      ],
      'state',
    ),
    sold: absent,
    rating: absent,
    specs: absent,
    brand: absent,
    available: found(true, 'json-ld'),
    categoryId: absent,
    locale: absent,
    currency: absent,
    shipTo: absent,
    ...overrides,
  }
}

export function buildFlagRequest(overrides: Partial<FlagRequest> = {}): FlagRequest {
  const comId = overrides.comId ?? '1005007000000001'
  return {
    flagId: newId(),
    captureId: newId(),
    documentKey: newId(),
    comId,
    shownId: comId,
    verdict: 'infringing',
    ipType: 'trademark',
    note: '',
    sighting: buildSighting(),
    listing: null,
    row: buildRow(comId),
    witnesses: null,
    ...overrides,
  }
}

export function buildNewFlag(overrides: Partial<FlagRequest> = {}): NewFlag {
  const request = buildFlagRequest(overrides)
  const { flagId, documentKey, shownId, verdict, ipType, note } = request
  return {
    flagId,
    documentKey,
    shownId,
    verdict,
    ipType,
    note,
    capture: {
      captureId: request.captureId,
      comId: request.comId,
      mode: 'flagged-by-person',
      tab: null,
      sighting: request.sighting,
      listing: request.listing,
      row: request.row,
      witnesses: request.witnesses,
      createdAtMs: request.sighting.seenAt.wallMs,
      importedFrom: null,
    },
  }
}
