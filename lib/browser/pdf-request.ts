import type { Result } from '../core/result.ts'
import type { EvidenceReportInput } from '../pack/evidence-report/report-input.ts'
import type { Paper } from '../pack/paper/paper.ts'

/** What a page asks the PDF writer for. */
export type PdfRequest = { is: 'paper'; input: Paper } | { is: 'report'; input: EvidenceReportInput }

/** The PDF, or what went wrong in the person's words. */
export type PdfAnswer = Result<Uint8Array<ArrayBuffer>>
