import type { ReportedPicture, ReportRow } from '../evidence-report/report-input.ts'

/** A document to be printed or read: what is shown, already in words, with nothing left to decide. */
export interface Paper {
  title: string
  /** Below the title; null where nothing may stand but what is signed. */
  lead: string | null
  /** On every page. */
  footer: string
  docketVersion: string
  madeAtMs: number
  blocks: PaperBlock[]
}

export type PaperBlock = {
  heading: string
  /** Begins a new page, e.g. what is signed for itself. */
  onNewPage?: boolean
} & (
  | { is: 'rows'; rows: ReportRow[] }
  | { is: 'text'; paragraphs: string[]; language: PaperLanguage }
  | { is: 'entries'; entries: PaperEntry[] }
  | { is: 'pictures'; pictures: ReportedPicture[] }
  /** Lines to be filled in by hand. */
  | { is: 'blanks'; labels: string[]; language: PaperLanguage }
)

/** Null for our own English words. */
type PaperLanguage = 'en' | 'zh' | null

/** One of many, numbered. */
export interface PaperEntry {
  number: number
  title: string
  /** Language of the page that the title is from; decides how ideographs are drawn. */
  language: string | null
  facts: string[]
  /** Addresses and hashes: set with letters of one width. */
  codes: string[]
}

/** Writes a paper as PDF. @throws ExpectedError where it cannot. */
export type WritePaper = (paper: Paper) => Promise<Uint8Array<ArrayBuffer>>
