import type { FiledListing } from '../../lib/insights/filed-listing.ts'
import type { JudgedListing } from '../../lib/insights/judged-listing.ts'

/** An invented listing in a filed complaint. */
export const buildFiledListing = (overrides: Partial<FiledListing> = {}): FiledListing => ({
  ...{ lineId: 'l1', complaintId: 'c1', comId: '1005007000000001', portalId: 'aidc-ipp' },
  ...{ reasonId: 'tm-counterfeit-features', rightId: 'right-tm', sellerId: '2679000001' },
  ...{ flaggedOn: '2026-10-01', filedOn: '2026-10-03', standing: 'filed', since: null, reason: '' },
  ...{ decidedOn: null, removedOn: null, removedCaptureId: null },
  ...overrides,
})

/** An invented listing that was judged. */
export const buildJudgedListing = (overrides: Partial<JudgedListing> = {}): JudgedListing => ({
  ...{ comId: '1005007000000001', judgedOn: '2026-10-01', verdict: 'infringing' },
  ...{ captureId: '01JDC0000000000000000000A1', isQueued: true },
  ...overrides,
})
