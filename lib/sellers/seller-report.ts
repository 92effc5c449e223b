import type { PortalRules } from '../complaints/portal-rules.ts'
import type { CalendarDate } from '../rights/right.ts'
import { currentName } from './fold-seller.ts'
import type { LineOutcome } from './line-outcome.ts'
import { penaltyCases } from './penalty-cases.ts'
import { estimatePenalties, type PenaltyEstimate } from './penalty-estimate.ts'
import type { SellerRecord } from './seller-reader.ts'

/** What a report of a repeat infringer says: of own listings that nobody doubts, and own evidence. */
export interface SellerReport {
  record: SellerRecord
  name: string | null
  penalties: PenaltyEstimate
  lines: ReportedLine[]
  today: CalendarDate
}

/** One filed listing in the report. */
export interface ReportedLine {
  comId: string
  title: string | null
  url: string | null
  caseNumber: string | null
  filedOn: CalendarDate | null
  reason: string
  removedOn: CalendarDate | null
  relistedOn: CalendarDate | null
  counteredOn: CalendarDate | null
  ended: LineOutcome['ended']
  removedCaptureId: string | null
  /** Newest capture of the listing. */
  captureId: string | null
}

export function sellerReport(record: SellerRecord, rules: PortalRules, today: CalendarDate): SellerReport {
  const listingOf = new Map(record.listings.map((listing) => [listing.listing.comId, listing]))
  const lines = record.filed.map(({ line, complaint, outcome }): ReportedLine => {
    const { removedOn, relistedOn, counteredOn, ended, removedCaptureId } = outcome
    const known = listingOf.get(line.comId)
    const reason = rules.reasons.find(({ reasonId }) => reasonId === complaint.reasonId)
    return {
      comId: line.comId,
      title: known?.summary?.title ?? null,
      url: known?.summary?.url ?? null,
      caseNumber: complaint.caseNumber,
      filedOn: complaint.filedOn,
      reason: reason?.name.value ?? complaint.reasonId,
      ...{ removedOn, relistedOn, counteredOn, ended, removedCaptureId },
      captureId: known?.listing.lastCaptureId ?? null,
    }
  })
  return {
    record,
    name: currentName(record.seller),
    penalties: estimatePenalties(penaltyCases(record.filed, rules), today),
    lines: lines.sort(
      (one, other) =>
        (one.filedOn ?? '').localeCompare(other.filedOn ?? '') || one.comId.localeCompare(other.comId),
    ),
    today,
  }
}
