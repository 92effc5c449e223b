import type { ReducedPicture } from '../picture-drawer.ts'

/** One part of the report of an evidence pack: what is shown, already in words, with nothing left to decide. */
export interface EvidenceReportInput {
  pack: ReportedPack
  part: {
    number: number
    of: number /** Place of its first capture in the pack, from 1. */
    firstCapture: number
  }
  captures: ReportedCapture[]
}

/** Writes one part as PDF. @throws ExpectedError where it cannot. */
export type WriteReport = (input: EvidenceReportInput) => Promise<Uint8Array<ArrayBuffer>>

export interface ReportedPack {
  packId: string
  /** By this computer's clock. */
  madeAt: { wallMs: number; offsetMinutes: number }
  /** The person's name as set; null where none is set. */
  madeBy: string | null
  docketVersion: string
  /** SHA-256 of the background script. */
  buildSha256: string
  /** SHA-256 of the public key. */
  fingerprint: string
  /** Whether records of it are signed with other keys: imported ones, or those of an earlier profile. */
  hasOtherKeys: boolean
  /** Captures in the whole pack. */
  captures: number
  /** What vouches for the times, in sentences. */
  timeStatement: string
}

export interface ReportedCapture {
  captureId: string
  comId: string
  /** Null where the page states none. */
  title: Statement | null
  /** Language of the page, e.g. "zh_CN"; decides how ideographs are drawn. */
  language: string | null
  sections: ReportSection[]
  screenshots: ReportedPicture[]
  gallery: ReportedPicture[]
  files: ReportedFile[]
  /** What is missing, and where two sources disagree. */
  doubts: ReportRow[]
  seal: ReportRow[]
}

export interface ReportSection {
  heading: string
  rows: ReportRow[]
  /** What the sources do not state; null where they state everything. */
  unstated: string | null
}

export interface ReportRow {
  label: string
  statements: Statement[]
}

export interface Statement {
  text: string
  /** Where it was read, or why it is doubtful. */
  note: string | null
  /** Addresses, hashes and numbers: set with letters of one width, broken anywhere. */
  isCode?: boolean
}

export interface ReportedPicture {
  caption: string
  /** Null where it cannot be shown; the caption says why. */
  picture: ReducedPicture | null
}

export interface ReportedFile {
  name: string
  sha256: string
  /** Kind, size, when and how it was obtained, and what else is to be known. */
  facts: string[]
}
