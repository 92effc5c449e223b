import type { Complaint, ComplaintLine } from '../complaints/complaint.ts'
import { type FiledLine, type LineOutcomeReader, openOutcome } from '../sellers/line-outcome.ts'
import type { DocketDatabase } from './database.ts'

/** Picks those of the lines that were filed, with their complaints and what became of them. */
export const filedLines =
  ({ complaints }: Pick<DocketDatabase, 'complaints'>, outcomes: LineOutcomeReader) =>
  async (lines: readonly ComplaintLine[]): Promise<FiledLine[]> => {
    const wanted = lines.filter(({ state }) => state !== 'queued')
    const rows = await complaints.bulkGet([...new Set(wanted.map(({ complaintId }) => complaintId))])
    const complaintOf = new Map(
      rows.flatMap((row): Array<[string, Complaint]> => (row ? [[row.complaintId, row]] : [])),
    )
    const filed = wanted.flatMap((line) => {
      const complaint = complaintOf.get(line.complaintId)
      return complaint && complaint.filedOn !== null ? [{ line, complaint }] : []
    })
    const known = await outcomes.outcomes(filed)
    return filed.map(({ line, complaint }) => ({
      line,
      complaint,
      outcome: known.get(line.lineId) ?? openOutcome(line.lineId),
    }))
  }
