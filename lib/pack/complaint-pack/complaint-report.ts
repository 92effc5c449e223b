import type { PackFile } from '../queue-pack/pack-report.ts'

/** Something that a pack lacks or changed, and a person must know of. */
export interface ComplaintProblem {
  /**
   * - `no-screenshot`, `screenshot-…`, `capture-missing`: as in packs of the queue.
   * - `not-sealed`: a capture is named without the hash of its record.
   * - `file-missing`: a document is not stored any more.
   * - `too-large`: a file stays over the portal's size; it lies in `attachments/` as it is.
   * - `too-many`: files beyond the portal's number lie in `attachments/more/`.
   * - `form-…`: the texts do not fit another form as they are.
   */
  code: string
  /** One sentence that says what to do. */
  message: string
  /** The listing it is about; null where it is about something else. */
  comId: string | null
}

/** What went into the folder of one complaint. */
export interface ComplaintReport {
  complaintId: string
  /** In the ZIP. */
  folder: string
  name: string
  listings: number
  /** By path in the folder, the manifest itself excepted. */
  files: PackFile[]
  problems: ComplaintProblem[]
}
