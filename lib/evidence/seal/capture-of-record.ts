import type { Artefact, Capture, CaptureJob, ImportOrigin, ScreenshotStatus } from '../capture.ts'
import {
  type CapturePart,
  type CaptureParts,
  gatheringOf,
  type PartKind,
  partKinds,
} from '../gather/capture-part.ts'
import type { StatedRecord } from './record-schema.ts'

/**
 * The capture that a sealed record states, and its job as far as the record tells: what was gathered and what
 * failed, but not how often it was tried. `importedFrom` is null for evidence of this installation that comes
 * back from its second copy. `documentKey` is a new one for what was imported: no page may add to it.
 */
export function captureOfRecord(
  record: StatedRecord,
  { importedFrom, documentKey }: { importedFrom: ImportOrigin | null; documentKey: string },
): { capture: Capture; job: CaptureJob } {
  const { captureId, comId, sighting, tab, storedAtMs, captureMode, observations } = record
  const parts = partsOfRecord(record)
  return {
    capture: {
      captureId,
      comId,
      mode: captureMode,
      tab,
      sighting,
      listing: observations.listing,
      row: observations.row,
      witnesses: observations.shown && { shown: observations.shown, stated: observations.stated },
      createdAtMs: storedAtMs,
      importedFrom,
    },
    job: {
      captureId,
      comId,
      documentKey,
      screenshot: screenshotOf(record),
      pageData: observations.pageData,
      disagreements: record.disagreements,
      parts,
      gathering: gatheringOf(parts),
      serverDates: record.serverDates,
      imported: importedFrom !== null,
      seal: { state: 'sealed', recordId: record.recordId, sealedAtMs: record.sealedAt.wallMs },
      changedAtMs: record.sealedAt.wallMs,
    },
  }
}

function screenshotOf({ artefacts, failures }: StatedRecord): ScreenshotStatus {
  const artefact = artefacts.find(({ kind }) => kind === 'viewport-screenshot')
  if (artefact) return { state: 'saved', artefact }
  const failed = failures.find(({ part }) => part === 'viewport-screenshot')
  if (!failed) return { state: 'not-wanted' }
  const { code, message } = failed
  return code === 'no-permission'
    ? { state: 'no-permission' }
    : { state: 'failed', failure: { code, message }, tries: 0 }
}

function partsOfRecord({ artefacts, failures }: StatedRecord): CaptureParts {
  const parts: CaptureParts = {}
  for (const kind of partKinds) {
    const files = artefacts.filter((artefact) => partOf(artefact) === kind)
    const failed = failures
      .filter(({ part }) => part === kind)
      .map(({ code, message }) => ({ code, message }))
    if (files.length === 0 && failed.length === 0) continue
    const [first] = failed
    const isDone = files.length > 0 || !first
    const part: CapturePart = { state: 'done', tries: 0, failure: null, problems: failed, artefacts: files }
    parts[kind] = isDone
      ? part
      : { ...part, state: stateOf(first.code), failure: first, problems: failed.slice(1) }
  }
  return parts
}

/** Nothing can be gathered any more of a page that is long gone: what was open when it was sealed has failed. */
const stateOf = (code: string): CapturePart['state'] =>
  code === 'cancelled' || code === 'not-wanted' ? code : 'failed'

const partOf = ({ kind }: Artefact): PartKind | null => {
  if (kind === 'viewport-screenshot') return null
  return kind === 'product-image' ? 'product-images' : kind
}
