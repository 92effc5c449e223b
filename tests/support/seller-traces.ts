import { noAnswers } from '../../lib/complaints/complaint.ts'
import type { FiledLine } from '../../lib/sellers/line-outcome.ts'
import { openOutcome } from '../../lib/sellers/line-outcome.ts'
import type { SellerTrace } from '../../lib/sellers/seller-trace.ts'

/** An invented trace; every field can be set. */
export const buildTrace = (overrides: Partial<SellerTrace> = {}): SellerTrace => ({
  captureId: '01JDC0000000000000000000A1',
  comId: '1005007000000001',
  seenAtMs: Date.UTC(2026, 10, 23, 9, 30),
  seenOn: '2026-11-23',
  pageState: 'ready',
  isOwn: true,
  reading: 'ended',
  sellerId: '2679000001',
  sellerSource: 'message link',
  statedBy: 'item-page',
  companyIds: [],
  storeNumbers: [{ value: '1102000001', source: 'store link' }],
  names: [{ value: 'Pinefall Outdoor Store', source: 'store link' }],
  countries: [],
  traderStatuses: [],
  storeOpened: [],
  contacts: [],
  pictureHashes: [],
  shipTo: 'US',
  price: null,
  sold: null,
  ...overrides,
})

/** An invented filed line with what became of it. */
export function buildFiledLine(
  comId: string,
  outcome: Partial<FiledLine['outcome']> = {},
  { complaintId = 'c1', reasonId = 'tm-counterfeit-features', isSerious = true } = {},
): FiledLine {
  const lineId = `${complaintId}-${comId}`
  return {
    line: {
      lineId,
      complaintId,
      comId,
      rightId: 'right-tm',
      position: 0,
      flagId: `flag-${comId}`,
      state: 'filed',
      changedAtMs: 1,
    },
    complaint: {
      complaintId,
      portalId: 'aidc-ipp',
      platformId: 'aliexpress',
      rightId: 'right-tm',
      complaintType: 'product-listing',
      reasonId,
      state: 'filed',
      answers: { ...noAnswers('en'), isMarkIdentical: isSerious, areGoodsInClass: isSerious },
      caseNumber: 'CN-1',
      filedOn: '2026-10-01',
      note: '',
      createdAtMs: 1,
      changedAtMs: 1,
    },
    outcome: { ...openOutcome(lineId), ...outcome },
  }
}
