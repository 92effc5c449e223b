import { observedValue } from '../../core/observation.ts'
import type { EvidenceRecord } from '../../evidence/seal/evidence-record.ts'

/** One file of a capture, as far as a web archive needs to know it. Addresses may be anything that a page states. */
export interface ArchivedFile {
  /** Unique within its capture. */
  name: string
  kind: string
  mediaType: string
  bytes: number
  sha256: string
  obtainedBy: string
  takenAtMs: number
  /** Address of the page that it shows; null where it was not kept. */
  pageUrl: string | null
  /** Where the file itself came from; null for what was made in the browser. */
  sourceUrl: string | null
  /** Whatever else the record says of it, e.g. where the listing stands in a picture, and what was cut. */
  remarks: Record<string, unknown>
}

/** A sealed capture, as far as a web archive needs to know it. */
export interface ArchivedCapture {
  captureId: string
  comId: string
  /** What the page calls the listing; null where it does not. */
  title: string | null
  files: ArchivedFile[]
}

/** Records made before other files than screenshots were kept do not say where a file came from. */
type RecordFile = EvidenceRecord['artefacts'][number] & { sourceUrl?: string | null }

export const archivedCapture = ({
  captureId,
  comId,
  observations: { listing, row, pageData },
  artefacts,
}: EvidenceRecord): ArchivedCapture => ({
  captureId,
  comId,
  title:
    (listing && observedValue(listing.title)) ??
    (row && observedValue(row.title)) ??
    (pageData && observedValue(pageData.title)),
  files: artefacts.map(archivedFile),
})

function archivedFile(file: RecordFile): ArchivedFile {
  const { name, kind, mediaType, bytes, sha256, obtainedBy, takenAtMs, pageUrl, sourceUrl, ...remarks } = file
  return {
    name,
    kind,
    mediaType,
    bytes,
    sha256,
    obtainedBy,
    takenAtMs,
    pageUrl,
    sourceUrl: sourceUrl ?? null,
    remarks,
  }
}
