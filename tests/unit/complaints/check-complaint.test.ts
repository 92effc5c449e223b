import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { complaintsPointWords } from '../../../components/language/zh/complaints-point-words.ts'
import { type ComplaintToCheck, checkComplaint, isReady } from '../../../lib/complaints/check-complaint.ts'
import type { Comparison } from '../../../lib/complaints/complaint.ts'
import { defaultPortalRules as rules } from '../../../lib/complaints/portal-rules-data.ts'
import type { Right } from '../../../lib/rights/right.ts'
import {
  buildAnswers,
  buildCopyright,
  buildHolder,
  buildListingFacts,
  buildPatent,
  buildTrademark,
  documentOf,
  now,
  today,
} from '../../support/rights.ts'

const checks = new URL('../../../lib/complaints/', import.meta.url)

const listing = buildListingFacts(1)
const { comId } = listing

const comparison = (overrides: Partial<Comparison> = {}): Comparison => ({
  comparisonId: 'c',
  comId,
  genuine: documentOf('genuine.png'),
  listingSha256: 'e'.repeat(64),
  view: 'front',
  differences: [{ x: 0.5, y: 0.5, text: 'another cap' }],
  ...overrides,
})

type Changes = Omit<Partial<ComplaintToCheck>, 'complaint'> & {
  complaint?: Partial<ComplaintToCheck['complaint']>
}

/** A complaint that is ready, with these changes. */
const complaintOf = ({ complaint, ...rest }: Changes = {}): ComplaintToCheck => ({
  complaint: {
    complaintId: 'complaint-1',
    portalId: 'aidc-ipp',
    platformId: 'aliexpress',
    complaintType: 'product-listing',
    reasonId: 'tm-counterfeit-features',
    answers: buildAnswers({ comparisons: [comparison()] }),
    ...complaint,
  },
  right: buildTrademark(),
  rights: [buildTrademark()],
  holder: buildHolder(),
  listings: [listing],
  rules,
  today,
  nowMs: now,
  ...rest,
})

const codesOf = (changes?: Changes) => checkComplaint(complaintOf(changes)).map(({ code }) => code)

const withAnswers = (answers: Parameters<typeof buildAnswers>[0]): Changes => ({
  complaint: { answers: buildAnswers({ comparisons: [comparison()], ...answers }) },
})
const withRight = (
  right: Right,
  reasonId?: string,
  answers?: Parameters<typeof buildAnswers>[0],
): Changes => ({
  right,
  complaint: {
    ...(reasonId ? { reasonId } : {}),
    answers: buildAnswers({ comparisons: [comparison()], ...answers }),
  },
})
const withListing = (overrides: Parameters<typeof buildListingFacts>[1]): Changes => ({
  listings: [buildListingFacts(1, overrides)],
})
/** The listing's seller may sell under another right, until this day. */
const withPermission = (
  right: Parameters<typeof buildTrademark>[0],
  until: string | null = null,
): Changes => ({
  rights: [
    buildTrademark(),
    buildTrademark({
      ...right,
      allowedSellers: [{ sellerId: '2679000001', storeNumber: null, name: 'Own shop', until, note: '' }],
    }),
  ],
})

const utilityModel = { kind: 'utility-model' as const, claims: ['A lid.'] }
const row = { claim: 1, feature: 'a lid', seen: 'picture 2', pictureSha256: null }
const source = { screenshot: documentOf('page.png'), url: 'https://velmora.example/bottles' }
const purchase = {
  orderNumber: '8123456789012345',
  orderedOn: null,
  receivedOn: null,
  findings: 'The cap is another one.',
  photos: [documentOf('photo.png')],
  report: documentOf('report.pdf'),
}
const boughtOn = (orderedOn: string | null, receivedOn: string | null): Changes =>
  withRight(buildTrademark(), 'tm-test-buy', { testPurchase: { ...purchase, orderedOn, receivedOn } })
const imageTheft = {
  originalWork: documentOf('work.png'),
  sourcePage: source,
  explanation: `Our photo, first shown at ${source.url}, is used to sell goods.`,
}

describe('a complaint that is whole', () => {
  test.each<[string, Changes]>([
    ['counterfeit features', {}],
    [
      'model does not exist',
      withRight(buildTrademark(), 'tm-model-does-not-exist', { statement: 'Never made.' }),
    ],
    ['test buy', withRight(buildTrademark(), 'tm-test-buy', { testPurchase: purchase })],
    ['unfair use', withRight(buildTrademark(), 'tm-unfair-use')],
    ['art work', withRight(buildCopyright(), 'cr-art-work', { originalWork: documentOf('work.png') })],
    ['image theft', withRight(buildCopyright(), 'cr-image-theft', imageTheft)],
    ['decision', withRight(buildPatent(), 'pt-decision', { decision: documentOf('decision.pdf') })],
    ['utility model', withRight(buildPatent(utilityModel), 'pt-improper-use', { claimChart: [row] })],
    ['design', withRight(buildPatent(), 'pt-design')],
  ])('has no open point: %s', (_, changes) => {
    expect(checkComplaint(complaintOf(changes))).toEqual([])
  })
})

const blocked: Array<[code: string, changes: Changes]> = [
  ['portal-missing', { complaint: { portalId: 'none' } }],
  ['platform', { complaint: { platformId: 'other' } }],
  ['reason-missing', { complaint: { reasonId: 'none' } }],
  ['complaint-type', { complaint: { complaintType: 'store-front' } }],
  ['right-missing', { right: null }],
  ['right-type', withRight(buildCopyright())],
  ['holder-missing', { holder: null }],
  ['complainant-missing', { holder: buildHolder({ complainantName: ' ' }) }],
  ['email-missing', { holder: buildHolder({ contactEmail: 'brand' }) }],
  ['authority-missing', withRight(buildTrademark({ role: 'agent' }))],
  ['right-expired', withRight(buildTrademark({ validUntil: '2026-11-24' }))],
  ['jurisdiction-missing', withRight(buildTrademark({ jurisdiction: '' }))],
  ['mark-missing', withRight(buildTrademark({ mark: '' }))],
  ['number-not-plain', withRight(buildTrademark({ number: 'No. 018000001' }))],
  ['registrant-missing', withRight(buildTrademark({ registrant: '' }))],
  ['classes-missing', withRight(buildTrademark({ niceClasses: [] }))],
  ['work-missing', withRight(buildCopyright({ workTitle: '' }), 'cr-art-work')],
  ['owner-missing', withRight(buildCopyright({ registrant: '' }), 'cr-art-work')],
  ['work-unproven', withRight(buildCopyright({ isRegistered: false }), 'cr-art-work')],
  ['work-unproven', withRight(buildCopyright({ documents: [] }), 'cr-art-work')],
  ['patent-incomplete', withRight(buildPatent({ title: '' }), 'pt-design')],
  ['no-links', { listings: [] }],
  ['too-many-links', { listings: Array.from({ length: 301 }, (_, at) => buildListingFacts(at + 1)) }],
  [
    'too-many-links',
    {
      complaint: { portalId: 'web-form' },
      listings: Array.from({ length: 11 }, (_, at) => buildListingFacts(at + 1)),
    },
  ],
  ['doubled', { listings: [listing, listing] }],
  [
    'store-missing',
    { complaint: { complaintType: 'store-front' }, listings: [buildListingFacts(1, { storeNumbers: [] })] },
  ],
  ['link-shape', withListing({ url: 'https://s.click.aliexpress.com/e/_abc' })],
  ['link-shape', withListing({ url: 'https://www.aliexpress.com/item/1005007000000999.html' })],
  ['evidence-missing', withListing({ screenshots: 0 })],
  ['gone', withListing({ isRemoved: true })],
  ['withdrawn', withListing({ isFlagged: false })],
  [
    'in-other-complaint',
    withListing({
      elsewhere: [{ complaintId: 'x', rightId: 'right-tm', state: 'queued', on: null, wasRemoved: false }],
    }),
  ],
  [
    'seller-allowed',
    withRight(
      buildTrademark({
        allowedSellers: [
          { sellerId: '2679000001', storeNumber: null, name: 'Own shop', until: '2026-12-31', note: '' },
        ],
      }),
    ),
  ],
  ['mark-place-missing', withAnswers({ markPlaces: [] })],
  ['copied-part-missing', withRight(buildCopyright(), 'cr-image-theft', { ...imageTheft, copiedPart: null })],
  ['patent-kind', withRight(buildPatent(), 'pt-improper-use', { claimChart: [row] })],
  ['comparison-missing', withAnswers({ comparisons: [] })],
  ['comparison-missing', withAnswers({ comparisons: [comparison({ differences: [] })] })],
  ['comparison-of-other', withAnswers({ comparisons: [comparison({ comId: '1005007000000999' })] })],
  ['statement-missing', { complaint: { reasonId: 'tm-model-does-not-exist' } }],
  ['order-missing', { complaint: { reasonId: 'tm-test-buy' } }],
  ['photos-missing', { complaint: { reasonId: 'tm-test-buy' } }],
  ['purchase-report-missing', { complaint: { reasonId: 'tm-test-buy' } }],
  [
    'one-order',
    {
      ...withRight(buildTrademark(), 'tm-test-buy', { testPurchase: purchase }),
      listings: [listing, buildListingFacts(2)],
    },
  ],
  ['mark-only-on-goods', withRight(buildTrademark(), 'tm-unfair-use', { markPlaces: ['product'] })],
  ['mark-not-identical', withRight(buildTrademark(), 'tm-unfair-use', { isMarkIdentical: false })],
  ['original-missing', withRight(buildCopyright(), 'cr-art-work')],
  ['source-missing', withRight(buildCopyright(), 'cr-image-theft', { ...imageTheft, sourcePage: null })],
  ...['', 'velmora.example', 'https://'].map((url): [string, Changes] => [
    'source-address-missing',
    withRight(buildCopyright(), 'cr-image-theft', {
      sourcePage: { ...source, url },
      explanation: `Our photo, first shown at ${url}, is used to sell goods.`,
    }),
  ]),
  [
    'source-not-in-text',
    withRight(buildCopyright(), 'cr-image-theft', {
      ...imageTheft,
      explanation: 'Our photo is used to sell goods without permission.',
    }),
  ],
  ['analysis-missing', withRight(buildPatent(utilityModel), 'pt-improper-use')],
  [
    'analysis-missing',
    withRight(buildPatent(utilityModel), 'pt-improper-use', { claimChart: [row, { ...row, seen: '' }] }),
  ],
  [
    'design-comparison-missing',
    withRight(buildPatent(), 'pt-design', { comparisons: [comparison({ view: '' })] }),
  ],
  ['decision-missing', withRight(buildPatent(), 'pt-decision')],
  ['explanation-short', withAnswers({ explanation: 'Fake.' })],
  ['explanation-long', withAnswers({ explanation: 'x'.repeat(1001) })],
  [
    'explanation-open',
    withAnswers({ explanation: 'The goods bear our mark without permission and differ: {differences}.' }),
  ],
  [
    'language',
    {
      ...withAnswers({ language: 'zh' }),
      complaint: {
        portalId: 'aliexpress-notice',
        answers: buildAnswers({ language: 'zh', comparisons: [comparison()] }),
      },
    },
  ],
  [
    'too-many-attachments',
    withAnswers({ attachments: Array.from({ length: 11 }, () => documentOf('a.pdf')) }),
  ],
  [
    'attachment-type',
    withAnswers({ attachments: [documentOf('a.doc', { mediaType: 'application/msword' as never })] }),
  ],
  ['declaration-missing', withAnswers({ declaration: null })],
  ['declaration-missing', withAnswers({ declaration: { name: ' ', on: today } })],
]

const warned: Array<[code: string, changes: Changes]> = [
  ['purchase-dates', boughtOn('2026-11-01', '2026-10-31')],
  ['email-personal', { holder: buildHolder({ contactEmail: 'jane.doe@velmora.example' }) }],
  [
    'authority-ended',
    withRight(
      buildTrademark({
        role: 'agent',
        powerOfAttorney: documentOf('poa.pdf'),
        powerOfAttorneyUntil: '2026-11-01',
      }),
    ),
  ],
  ['right-unverified', withRight(buildTrademark({ portal: { state: 'pending', since: null, note: '' } }))],
  ['right-refused', withRight(buildTrademark({ portal: { state: 'refused', since: null, note: '' } }))],
  ['right-expires', withRight(buildTrademark({ validUntil: '2026-12-20' }))],
  ['extension-missing', withRight(buildTrademark({ isInternational: true }))],
  ['publication-missing', withRight(buildCopyright({ firstPublished: null }), 'cr-image-theft', imageTheft)],
  ['report-missing', withRight(buildPatent({ evaluationReport: null }), 'pt-design')],
  ['seller-allowed-elsewhere', withPermission({ rightId: 'right-ir' })],
  ['seller-unknown', withListing({ sellerId: null })],
  ['seller-unknown', withListing({ sellerId: null, isSellerHidden: true })],
  ['territory-missing', withRight(buildTrademark({ territory: [] }))],
  ['territory', withListing({ shipTo: 'BR' })],
  [
    'filed-before',
    withListing({
      elsewhere: [
        { complaintId: 'x', rightId: 'right-tm', state: 'filed', on: '2026-10-01', wasRemoved: false },
      ],
    }),
  ],
  [
    'removed-before',
    withListing({
      elsewhere: [
        { complaintId: 'x', rightId: 'right-tm', state: 'filed', on: '2026-10-01', wasRemoved: true },
      ],
    }),
  ],
  ['stale', withListing({ lastOnlineMs: now - 25 * 3_600_000 })],
  ['never-seen', withListing({ lastOnlineMs: null })],
  [
    'prior-sale',
    { ...withRight(buildPatent(), 'pt-design'), ...withListing({ firstTraceOn: '2023-01-01' }) },
  ],
  ['goods-class', withAnswers({ areGoodsInClass: null })],
  ['one-analysis', { listings: Array.from({ length: 21 }, (_, at) => buildListingFacts(at + 1)) }],
  ['attachment-large', withAnswers({ attachments: [documentOf('a.pdf', { bytes: 5_000_001 })] })],
  ['genuine', withAnswers({ isConfirmedNotGenuine: false })],
]

describe('a rule that is broken', () => {
  test.each(blocked)('blocks: %s', (code, changes) => {
    const points = checkComplaint(complaintOf(changes))
    expect(points.find((point) => point.code === code)).toMatchObject({ severity: 'blocking' })
    expect(isReady(points)).toBe(false)
  })

  test.each(warned)('warns: %s', (code, changes) => {
    const points = checkComplaint(complaintOf(changes))
    expect(points.find((point) => point.code === code)).toMatchObject({ severity: 'warning' })
    expect(points.filter(({ severity }) => severity === 'blocking')).toEqual([])
  })

  test('every point is said in Chinese, with all that its sentence names', () => {
    const { sentence } = complaintsPointWords
    const unsaid = [...blocked, ...warned].flatMap(([, changes]) =>
      checkComplaint(complaintOf(changes)).flatMap((point) => {
        const said = sentence[point.code]?.(point).replaceAll(',', '') ?? ''
        const { name, url, country, fields = [] } = point.facts
        const named = [name, url, country, ...fields, ...(point.message.match(/\d+/g) ?? [])]
        const missing = named.filter((text) => text !== undefined && !said.includes(text))
        const isWhole =
          /\p{Script=Han}.*(?:[。？]|https:\S+)$/u.test(said) && !/undefined|null|NaN/.test(said)
        return missing.length === 0 && isWhole ? [] : `${point.code}: ${said} (${missing.join()})`
      }),
    )
    expect(unsaid).toEqual([])
  })

  test('every message is a sentence that can be shown', () => {
    const messages = [...blocked, ...warned].flatMap(([, changes]) =>
      checkComplaint(complaintOf(changes)).map(({ message }) => message),
    )
    expect(
      messages.filter((message) => !/^([A-Z0-9]|a\.pdf ).+[.?]$|^Repeat the address/.test(message)),
    ).toEqual([])
  })

  test('what blocks comes first, and what is about all listings before what is about one', () => {
    const points = checkComplaint(
      complaintOf({ right: null, ...withListing({ screenshots: 0, sellerId: null }) }),
    )
    expect(points.map(({ severity, comId: of }) => `${severity} ${of === null}`)).toEqual([
      'blocking true',
      'blocking false',
      'warning false',
    ])
  })
})

/** The other side of each rule, at its edge where it has one. */
const holding: Array<[code: string, changes: Changes]> = [
  ['portal-missing', { complaint: { portalId: 'web-form' } }],
  ['platform', { complaint: { platformId: 'aliexpress' } }],
  ['reason-missing', { complaint: { reasonId: 'tm-keyword-misuse' } }],
  ['complaint-type', { complaint: { complaintType: 'product-listing' } }],
  ['right-missing', withRight(buildPatent())],
  ['right-type', withRight(buildCopyright(), 'cr-art-work')],
  ['holder-missing', { holder: buildHolder({ kind: 'person' }) }],
  ['complainant-missing', { holder: buildHolder({ complainantName: '维尔莫拉' }) }],
  ['email-missing', { holder: buildHolder({ contactEmail: 'ip@velmora.example' }) }],
  ['email-personal', { holder: buildHolder({ contactEmail: 'brand.protection@velmora.example' }) }],
  ['email-personal', { holder: buildHolder({ contactEmail: 'enforcement@velmora.example' }) }],
  ['authority-missing', withRight(buildTrademark({ role: 'agent', powerOfAttorney: documentOf('poa.pdf') }))],
  [
    'authority-ended',
    withRight(
      buildTrademark({ role: 'agent', powerOfAttorney: documentOf('poa.pdf'), powerOfAttorneyUntil: today }),
    ),
  ],
  ['authority-ended', withRight(buildTrademark({ role: 'agent', powerOfAttorney: documentOf('poa.pdf') }))],
  ['right-unverified', withRight(buildTrademark({ portal: { state: 'verified', since: null, note: '' } }))],
  ['right-unverified', withRight(buildTrademark({ portal: { state: 'refused', since: null, note: '' } }))],
  ['right-refused', withRight(buildTrademark({ portal: { state: 'pending', since: null, note: '' } }))],
  ['right-expired', withRight(buildTrademark({ validUntil: today }))],
  ['right-expired', withRight(buildTrademark({ validUntil: null }))],
  ['right-expires', withRight(buildTrademark({ validUntil: '2026-11-24' }))],
  ['right-expires', withRight(buildTrademark({ validUntil: '2027-02-24' }))],
  ['jurisdiction-missing', withRight(buildTrademark({ jurisdiction: 'WIPO' }))],
  ['territory-missing', withRight(buildTrademark({ territory: ['DE'] }))],
  ['mark-missing', withRight(buildTrademark({ mark: 'a leaf in a ring' }))],
  ['number-not-plain', withRight(buildTrademark({ number: 'ZL2023-1/0456.7' }))],
  ['registrant-missing', withRight(buildTrademark({ registrant: 'V' }))],
  ['classes-missing', withRight(buildTrademark({ niceClasses: [45] }))],
  [
    'extension-missing',
    withRight(buildTrademark({ isInternational: true, extensionToChina: documentOf('extension.pdf') })),
  ],
  ['extension-missing', withRight(buildTrademark({ isInternational: true, territory: ['EU', 'US'] }))],
  ['work-missing', withRight(buildCopyright({ workTitle: '图' }), 'cr-art-work')],
  ['owner-missing', withRight(buildCopyright({ registrant: 'V' }), 'cr-art-work')],
  [
    'work-unproven',
    withRight(
      buildCopyright({ isRegistered: false, claimStatement: documentOf('claim.pdf') }),
      'cr-art-work',
    ),
  ],
  ['publication-missing', withRight(buildCopyright(), 'cr-image-theft', imageTheft)],
  ['patent-incomplete', withRight(buildPatent({ number: 'ZL 202330000001.X' }), 'pt-design')],
  ['report-missing', withRight(buildPatent({ evaluationReport: null, territory: ['EU'] }), 'pt-design')],
  [
    'report-missing',
    withRight(
      buildPatent({ kind: 'invention', claims: ['A lid.'], evaluationReport: null }),
      'pt-improper-use',
      {
        claimChart: [row],
      },
    ),
  ],
  ['no-links', { listings: [listing] }],
  ['too-many-links', { listings: Array.from({ length: 300 }, (_, at) => buildListingFacts(at + 1)) }],
  [
    'too-many-links',
    {
      complaint: { portalId: 'web-form' },
      listings: Array.from({ length: 10 }, (_, at) => buildListingFacts(at + 1)),
    },
  ],
  ['doubled', { listings: [listing, buildListingFacts(2)] }],
  ['store-missing', { complaint: { complaintType: 'store-front' } }],
  ['store-missing', withListing({ storeNumbers: [] })],
  ['link-shape', withListing({ url: `https://de.aliexpress.com/item/${comId}.html` })],
  ['evidence-missing', withListing({ screenshots: 1 })],
  ['gone', withListing({ isRemoved: false })],
  ['withdrawn', withListing({ isFlagged: true })],
  [
    'seller-allowed',
    withRight(
      buildTrademark({
        allowedSellers: [
          { sellerId: '2679000001', storeNumber: null, name: 'Former shop', until: '2026-11-24', note: '' },
        ],
      }),
    ),
  ],
  [
    'in-other-complaint',
    withListing({
      elsewhere: [
        { complaintId: 'complaint-1', rightId: 'right-tm', state: 'queued', on: null, wasRemoved: false },
      ],
    }),
  ],
  [
    'in-other-complaint',
    withListing({
      elsewhere: [{ complaintId: 'x', rightId: 'another', state: 'queued', on: null, wasRemoved: false }],
    }),
  ],
  [
    'filed-before',
    withListing({
      elsewhere: [{ complaintId: 'x', rightId: 'another', state: 'filed', on: null, wasRemoved: false }],
    }),
  ],
  [
    'removed-before',
    withListing({
      elsewhere: [{ complaintId: 'x', rightId: 'another', state: 'filed', on: null, wasRemoved: true }],
    }),
  ],
  ['seller-allowed-elsewhere', withPermission({ rightId: 'right-ir', holderId: 'holder-2' })],
  ['seller-allowed-elsewhere', withPermission({ rightId: 'right-ir' }, '2026-11-24')],
  ['seller-unknown', withListing({ sellerId: '1', isSellerHidden: true })],
  ['territory', withListing({ shipTo: null })],
  ['territory', withListing({ shipTo: 'FR' })],
  ['stale', withListing({ lastOnlineMs: now - 24 * 3_600_000 })],
  ['never-seen', withListing({ lastOnlineMs: now })],
  [
    'prior-sale',
    { ...withRight(buildPatent(), 'pt-design'), ...withListing({ firstTraceOn: '2024-05-01' }) },
  ],
  ['prior-sale', { ...withRight(buildPatent(), 'pt-design'), ...withListing({ firstTraceOn: null }) }],
  ['mark-place-missing', withAnswers({ markPlaces: ['store'] })],
  ['goods-class', withRight(buildCopyright(), 'cr-art-work', { areGoodsInClass: null })],
  ['copied-part-missing', withRight(buildCopyright(), 'cr-art-work', { copiedPart: 'packaging' })],
  ['patent-kind', withRight(buildPatent({ kind: 'invention' }), 'pt-improper-use', { claimChart: [row] })],
  ['comparison-missing', { complaint: { reasonId: 'tm-keyword-misuse', answers: buildAnswers() } }],
  ['comparison-of-other', withAnswers({ comparisons: [comparison(), comparison({ comparisonId: 'd' })] })],
  ['statement-missing', { complaint: { reasonId: 'tm-keyword-misuse' } }],
  ['order-missing', withRight(buildTrademark(), 'tm-test-buy', { testPurchase: purchase })],
  ['photos-missing', withRight(buildTrademark(), 'tm-test-buy', { testPurchase: purchase })],
  ['purchase-report-missing', withRight(buildTrademark(), 'tm-test-buy', { testPurchase: purchase })],
  ['one-order', withRight(buildTrademark(), 'tm-test-buy', { testPurchase: purchase })],
  ['purchase-dates', boughtOn('2026-11-01', '2026-11-01')],
  ['purchase-dates', boughtOn('2026-11-01', null)],
  ['purchase-dates', boughtOn(null, '2026-11-01')],
  ['mark-only-on-goods', withRight(buildTrademark(), 'tm-unfair-use', { markPlaces: ['product', 'title'] })],
  ['mark-not-identical', { complaint: { answers: buildAnswers({ isMarkIdentical: false }) } }],
  ['original-missing', withRight(buildCopyright({ references: [documentOf('work.png')] }), 'cr-art-work')],
  ['source-missing', withRight(buildCopyright(), 'cr-image-theft', { sourcePage: source })],
  ['source-address-missing', withRight(buildCopyright(), 'cr-image-theft', imageTheft)],
  ['source-not-in-text', withRight(buildCopyright(), 'cr-image-theft', imageTheft)],
  ['analysis-missing', withRight(buildPatent(utilityModel), 'pt-decision')],
  ['design-comparison-missing', withRight(buildPatent(), 'pt-design')],
  ['decision-missing', withRight(buildPatent(), 'pt-decision', { decision: documentOf('decision.pdf') })],
  ['one-analysis', { listings: Array.from({ length: 20 }, (_, at) => buildListingFacts(at + 1)) }],
  [
    'one-analysis',
    {
      ...withAnswers({ comparisons: [comparison(), comparison({ comparisonId: 'd' })] }),
      listings: Array.from({ length: 21 }, (_, at) => buildListingFacts(at + 1)),
    },
  ],
  ['explanation-short', withAnswers({ explanation: 'x'.repeat(40) })],
  ['explanation-long', withAnswers({ explanation: '😀'.repeat(1000) })],
  ['explanation-open', withAnswers({ explanation: `Sizes {42} and {}: ${'x'.repeat(40)}` })],
  ['language', withAnswers({ language: 'zh' })],
  [
    'too-many-attachments',
    withAnswers({ attachments: Array.from({ length: 10 }, () => documentOf('a.pdf')) }),
  ],
  ['attachment-type', withAnswers({ attachments: [documentOf('a.jpg', { mediaType: 'image/jpeg' })] })],
  ['attachment-large', withAnswers({ attachments: [documentOf('a.pdf', { bytes: 5_000_000 })] })],
  ['genuine', withAnswers({ isConfirmedNotGenuine: true })],
  ['declaration-missing', withAnswers({ declaration: { name: 'I', on: today } })],
]

describe('a rule that holds', () => {
  test.each(holding)('says nothing: %s', (code, changes) => {
    expect(codesOf(changes)).not.toContain(code)
  })
})

/**
 * The rows of PORTAL.md §8 and the codes that keep them. Kept elsewhere: what a schema cannot hold otherwise (role, kind
 * of patent, type of work: tests/unit/rights), and Word files (tests/unit/rights/right-rules.test.ts).
 */
const portalRows: Record<string, string[]> = {
  '8.1 portal': ['portal-missing'],
  '8.1 platform': ['platform'],
  '8.1 complainant name': ['complainant-missing', 'holder-missing'],
  '8.1 complainant e-mail': ['email-missing', 'email-personal'],
  '8.1 POA file': ['authority-missing'],
  '8.1 POA valid until': ['authority-ended'],
  '8.1 IP right': ['right-missing', 'right-type'],
  '8.1 right verified on portal': ['right-unverified', 'right-refused'],
  '8.1 right valid until': ['right-expired', 'right-expires'],
  '8.1 jurisdiction': ['jurisdiction-missing'],
  '8.1 territory fit': ['territory', 'territory-missing'],
  '8.1 complaint type': ['complaint-type'],
  '8.1 reason': ['reason-missing'],
  '8.1 links': ['no-links', 'too-many-links'],
  '8.1 link shape': ['link-shape', 'store-missing'],
  '8.1 duplicates inside': ['doubled', 'in-other-complaint'],
  '8.1 already complained': ['filed-before', 'removed-before'],
  '8.1 still online': ['stale', 'never-seen', 'gone'],
  '8.1 explanation': ['explanation-short', 'explanation-long', 'explanation-open', 'language'],
  '8.1 evidence per link': ['evidence-missing'],
  '8.1 attachments': ['too-many-attachments', 'attachment-type', 'attachment-large'],
  '8.1 genuine?': ['genuine', 'seller-allowed', 'seller-allowed-elsewhere', 'seller-unknown'],
  '8.1 declaration': ['declaration-missing', 'withdrawn'],
  '8.2 mark name': ['mark-missing'],
  '8.2 registration no.': ['number-not-plain'],
  '8.2 registrant': ['registrant-missing'],
  '8.2 Nice classes': ['classes-missing'],
  '8.2 listing goods in class': ['goods-class'],
  '8.2 where the mark appears': ['mark-place-missing'],
  '8.2 "unfair use"': ['mark-only-on-goods', 'mark-not-identical'],
  '8.2 "counterfeit features"': ['comparison-missing', 'comparison-of-other'],
  '8.2 "model does not exist"': ['statement-missing'],
  '8.2 "test buy"': [
    'order-missing',
    'photos-missing',
    'purchase-report-missing',
    'one-order',
    'purchase-dates',
  ],
  '8.2 WIPO mark used for China': ['extension-missing'],
  '8.3 work title, type': ['work-missing'],
  '8.3 registered?': ['work-unproven'],
  '8.3 author / owner': ['owner-missing'],
  '8.3 first publication': ['publication-missing'],
  '8.3 original file': ['original-missing'],
  '8.3 infringing part': ['copied-part-missing'],
  '8.3 "image theft"': ['source-missing', 'source-address-missing', 'source-not-in-text'],
  '8.4 kind': ['patent-kind'],
  '8.4 number, title, holder': ['patent-incomplete'],
  '8.4 filing or priority date': ['prior-sale'],
  '8.4 in force until': ['right-expired'],
  '8.4 invention, utility model': ['analysis-missing'],
  '8.4 design': ['design-comparison-missing'],
  '8.4 evaluation report (CN)': ['report-missing'],
  '8.4 decision': ['decision-missing'],
  '8.4 number of links': ['one-analysis'],
}

describe('every rule', () => {
  const codes = (cases: Array<[string, Changes]>) => [...new Set(cases.map(([code]) => code))].sort()
  const listed = [...new Set(Object.values(portalRows).flat())].sort()

  test('of the portal breaks and holds in a test', () => {
    expect(codes([...blocked, ...warned])).toEqual(listed)
    expect(codes(holding)).toEqual(listed)
  })

  test('that the checks know is one of them', () => {
    const files = readdirSync(checks).filter((name) => /^check-.*\.ts$/.test(name))
    const text = files.map((name) => readFileSync(new URL(name, checks), 'utf8')).join('\n')
    const known = [...text.matchAll(/\b(?:blocking|warning)\(\s*'([a-z-]+)'/g)].map(([, code]) => code)
    expect([...new Set(known)].sort()).toEqual(listed)
  })
})
