import { type ComplaintAnswers, noAnswers } from '../../lib/complaints/complaint.ts'
import type { ListingFacts } from '../../lib/complaints/listing-facts.ts'
import type { CopyrightRight, Holder, PatentRight, TrademarkRight } from '../../lib/rights/right.ts'
import type { DocumentRef, RightDocument } from '../../lib/rights/right-document.ts'
import { canonicalItemUrl } from '../../lib/site/item-id.ts'

/** Invented holders, rights, listings and answers for tests; every field can be set. */

export const documentOf = (name: string, overrides: Partial<DocumentRef> = {}): DocumentRef => ({
  sha256: 'd'.repeat(64),
  name,
  mediaType: name.endsWith('.pdf') ? 'application/pdf' : 'image/png',
  bytes: 1000,
  addedAtMs: 0,
  ...overrides,
})

export const rightDocumentOf = (
  kind: RightDocument['kind'],
  name: string,
  overrides: Partial<DocumentRef> = {},
): RightDocument => ({ ...documentOf(name, overrides), kind })

export const buildHolder = (overrides: Partial<Holder> = {}): Holder => ({
  holderId: 'holder-1',
  kind: 'company',
  name: 'Velmora Outdoor GmbH',
  complainantName: 'Velmora Outdoor GmbH',
  country: 'DE',
  contactName: 'Brand protection',
  contactEmail: 'brand@velmora.example',
  identityDocuments: [documentOf('register.pdf')],
  changedAtMs: 0,
  ...overrides,
})

const common = {
  holderId: 'holder-1',
  number: '018000001',
  registrant: 'Velmora Outdoor GmbH',
  jurisdiction: 'EUIPO',
  territory: ['EU', 'CN', 'US'],
  validUntil: '2030-01-31',
  portal: { state: 'verified', since: '2026-01-01', note: '' },
  role: 'owner',
  powerOfAttorney: null,
  powerOfAttorneyUntil: null,
  documents: [rightDocumentOf('certificate', 'certificate.pdf')],
  vocabulary: { names: ['Velmora'], products: ['TrailFlow'], goods: ['water bottle'] },
  allowedSellers: [],
  references: [],
  changedAtMs: 0,
} satisfies Partial<TrademarkRight>

export const buildTrademark = (overrides: Partial<TrademarkRight> = {}): TrademarkRight => ({
  ...common,
  rightId: 'right-tm',
  label: 'VELMORA word mark',
  ipType: 'trademark',
  kind: 'word',
  mark: 'VELMORA',
  niceClasses: [21],
  isInternational: false,
  extensionToChina: null,
  ...overrides,
})

export const buildCopyright = (overrides: Partial<CopyrightRight> = {}): CopyrightRight => ({
  ...common,
  rightId: 'right-cr',
  label: 'Catalogue photos 2026',
  ipType: 'copyright',
  workTitle: 'Catalogue photos 2026',
  work: 'photo',
  isRegistered: true,
  claimStatement: null,
  author: 'A. Photographer',
  firstPublished: '2026-02-01',
  firstPublishedUrl: 'https://velmora.example/bottles',
  ...overrides,
})

export const buildPatent = (overrides: Partial<PatentRight> = {}): PatentRight => ({
  ...common,
  rightId: 'right-pt',
  label: 'Lid design',
  ipType: 'patent',
  kind: 'design',
  title: 'Bottle lid',
  filedOn: '2024-05-01',
  claims: [],
  evaluationReport: documentOf('evaluation.pdf'),
  ...overrides,
})

export const now = Date.UTC(2026, 10, 25, 12)
export const today = '2026-11-25'

export const buildListingFacts = (number: number, overrides: Partial<ListingFacts> = {}): ListingFacts => {
  const comId = String(1_005_007_000_000_000 + number)
  return {
    comId,
    title: `Velmora style trail bottle ${number}`,
    brand: null,
    storeName: 'Pinefall Outdoor Store',
    imageUrl: null,
    isFlagged: true,
    sellerId: '2679000001',
    storeNumbers: ['1102000001'],
    shipTo: 'DE',
    isSellerHidden: false,
    url: canonicalItemUrl(comId),
    screenshots: 1,
    isItemCaptured: true,
    lastOnlineMs: now - 3_600_000,
    isRemoved: false,
    firstTraceOn: '2026-11-20',
    elsewhere: [],
    ...overrides,
  }
}

export const buildAnswers = (overrides: Partial<ComplaintAnswers> = {}): ComplaintAnswers => ({
  ...noAnswers('en'),
  explanation: 'The goods bear our mark on the product without permission and are not genuine.',
  markPlaces: ['product', 'picture'],
  isMarkIdentical: true,
  areGoodsInClass: true,
  copiedPart: 'page',
  isConfirmedNotGenuine: true,
  declaration: { name: 'Ines Investigator', on: today },
  ...overrides,
})
