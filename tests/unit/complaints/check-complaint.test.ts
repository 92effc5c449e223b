import { describe, expect, test } from 'vitest'
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
  ['link-shape', withListing({ url: 'https://s.click.aliexpress.com/e/_abc' })],
  ['link-shape', withListing({ url: 'https://www.aliexpress.com/item/1005007000000999.html' })],
  ['evidence-missing', withListing({ screenshots: 0 })],
  ['gone', withListing({ isRemoved: true })],
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
  ['report-missing', { complaint: { reasonId: 'tm-test-buy' } }],
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
  ['declaration-missing', withAnswers({ declaration: null })],
]

const warned: Array<[code: string, changes: Changes]> = [
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
  ['seller-unknown', withListing({ sellerId: null })],
  ['seller-unknown', withListing({ sellerId: null, isSellerHidden: true })],
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

describe('a rule that holds', () => {
  test.each<[code: string, changes: Changes]>([
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
      'filed-before',
      withListing({
        elsewhere: [{ complaintId: 'x', rightId: 'another', state: 'filed', on: null, wasRemoved: false }],
      }),
    ],
    ['territory', withListing({ shipTo: null })],
    ['territory', withListing({ shipTo: 'FR' })],
    ['right-expired', withRight(buildTrademark({ validUntil: today }))],
    ['stale', withListing({ lastOnlineMs: now - 24 * 3_600_000 })],
    ['explanation-long', withAnswers({ explanation: '😀'.repeat(1000) })],
  ])('says nothing: %s', (code, changes) => {
    expect(codesOf(changes)).not.toContain(code)
  })
})
