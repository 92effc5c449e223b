import { expect, test } from 'vitest'
import { defaultPortalRules } from '../../../lib/complaints/portal-rules-data.ts'
import { foldSeller } from '../../../lib/sellers/fold-seller.ts'
import { reportPaper } from '../../../lib/sellers/report-paper.ts'
import { harmOf } from '../../../lib/sellers/seller-harm.ts'
import type { SellerRecord } from '../../../lib/sellers/seller-reader.ts'
import { sellerReport } from '../../../lib/sellers/seller-report.ts'
import { buildFiledLine, buildTrace } from '../../support/seller-traces.ts'

const seller = foldSeller([buildTrace({ comId: '11' }), buildTrace({ captureId: 'C2', comId: '12' })])

function record(): SellerRecord {
  if (!seller) throw new Error('no seller')
  const filed = [
    buildFiledLine('11', { removedOn: '2026-10-05', removedCaptureId: 'GONE' }),
    buildFiledLine('12'),
  ]
  const reason = (kind: 'company' | 'name') => ({
    kind,
    value: kind,
    ownCaptureId: 'C1',
    otherCaptureId: 'C9',
    sellers: 2,
  })
  return {
    seller,
    mark: null,
    harm: harmOf(seller.listings, filed, new Set()),
    listings: seller.listings.map((listing) => ({
      listing,
      summary: null,
      flag: null,
      filed: [],
      otherSellerIds: [],
    })),
    filed,
    counterNotices: [],
    pictures: [],
    links: [
      { linked: { sellerId: '30001', strength: 'strong', reasons: [reason('company')] }, name: null },
      { linked: { sellerId: '30002', strength: 'name', reasons: [reason('name')] }, name: 'Same Name' },
    ],
    looseCaptureIds: [],
  }
}

test('the report names every filed line, its evidence and the estimate, and no seller whose name alone is equal', () => {
  const report = sellerReport(record(), defaultPortalRules, '2026-11-25')
  expect(report.lines).toMatchObject([
    { comId: '11', removedOn: '2026-10-05', removedCaptureId: 'GONE' },
    { comId: '12', removedOn: null },
  ])
  const text = JSON.stringify(reportPaper(report))
  for (const part of ['1 of 3', '0 of 48', 'estimate', 'GONE', 'case CN-1', '30001'])
    expect(text).toContain(part)
  expect(text).not.toContain('30002')
  expect(text).not.toContain('Same Name')
})
