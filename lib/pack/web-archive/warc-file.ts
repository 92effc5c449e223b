import { sha256Hex } from '../../core/digest.ts'
import type { SealedRecord } from '../../evidence/seal/seal-repo.ts'
import type { EnteredExport } from '../evidence-pack/enter-export.ts'
import {
  parsedRecord,
  readArtefact,
  readRecord,
  type SealedCaptureSource,
} from '../evidence-pack/sealed-captures.ts'
import { archiveAddress, ownAddress } from './archive-address.ts'
import { type ArchivePage, archivePages, type PlacedFile } from './archive-pages.ts'
import { type ArchivedCapture, type ArchivedFile, archivedCapture } from './archived-capture.ts'
import { cdxjLine } from './cdxj-line.ts'
import { warcInfoFacts } from './wacz-texts.ts'
import { plainMediaType, type WarcRecord, warcInfo, warcMetadata, warcResource } from './warc-record.ts'

/** What is known of a WARC file once it is written: some 500 bytes for each file of a capture. */
export interface WarcCatalogue {
  /** Lines of the index, in the order of the records. */
  index: string[]
  pages: ArchivePage[]
}

interface WarcOptions {
  fileName: string
  /** E.g. "Docket 0.1.0" */
  software: string
  /** Filled while the file is written. */
  catalogue: WarcCatalogue
  onProgress: ((done: number, of: number) => void) | undefined
}

/**
 * The WARC file of an export, one record at a time. Every file is held against its sealed hash on its way
 * out. It holds resources and how they were obtained, and no requests or responses: those nobody recorded.
 */
export async function* warcFile(
  source: SealedCaptureSource,
  { chosen, contents, made }: EnteredExport,
  { fileName, software, catalogue, onProgress }: WarcOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const resources: Resources = new Map()
  let offset = 0
  const out = ({ bytes }: WarcRecord) => {
    offset += bytes.length
    return bytes
  }
  yield out(await warcInfo(made.wallMs, warcInfoFacts(contents.packId, software)))
  for (const [index, chosenCapture] of chosen.entries()) {
    const sealed = await readRecord(source, chosenCapture.record)
    const capture = archivedCapture(parsedRecord(sealed))
    const placed: PlacedFile[] = []
    const recordFile = sealedRecordFile(sealed)
    for (const file of [recordFile, ...capture.files]) {
      const { takenAtMs, mediaType, sha256 } = file
      const place = placeOf(resources, capture.captureId, file)
      const { address } = place
      if (place.recordId === null) {
        const bytes = file === recordFile ? sealed.bytes : await readArtefact(source, capture.captureId, file)
        const resource = await warcResource({ address, takenAtMs, mediaType, sha256, bytes })
        catalogue.index.push(
          cdxjLine({
            address,
            takenAtMs,
            mediaType: plainMediaType(mediaType),
            sha256,
            recordSha256: await sha256Hex(resource.bytes),
            offset,
            length: resource.bytes.length,
            fileName,
          }),
        )
        place.recordId = resource.recordId
        yield out(resource)
      }
      const { recordId } = place
      yield out(await warcMetadata({ recordId, address, takenAtMs }, factsOf(capture, sealed, file)))
      placed.push({ kind: file.kind, address, takenAtMs })
    }
    catalogue.pages.push(...archivePages(capture, placed))
    onProgress?.(index + 1, chosen.length)
  }
}

/** By address and time: where several captures show the same moment (cards of one page), it is written once. */
type Resources = Map<string, Place>

interface Place {
  address: string
  sha256: string
  /** Null until the resource is written. */
  recordId: string | null
}

function placeOf(resources: Resources, captureId: string, file: ArchivedFile): Place {
  for (const address of [archiveAddress(captureId, file), ownAddress(captureId, file.name)]) {
    const slot = `${address} ${file.takenAtMs}`
    const place = resources.get(slot) ?? { address, sha256: file.sha256, recordId: null }
    resources.set(slot, place)
    if (place.sha256 === file.sha256) return place
  }
  throw new Error(`${file.name} of capture ${captureId} is there twice.`)
}

/** The sealed record as one more file to look at. */
const sealedRecordFile = ({ bytes, sha256, sealedAtMs }: SealedRecord): ArchivedFile => ({
  name: 'record.json',
  kind: 'sealed-record',
  mediaType: 'application/json',
  bytes: bytes.length,
  sha256,
  obtainedBy: 'sealing',
  takenAtMs: sealedAtMs,
  pageUrl: null,
  sourceUrl: null,
  remarks: {},
})

/** What a metadata record says of a file: whose it is, how and where it was obtained. */
function factsOf(
  { captureId, comId }: ArchivedCapture,
  { recordId, sha256 }: SealedRecord,
  { name, kind, obtainedBy, takenAtMs, pageUrl, sourceUrl, remarks }: ArchivedFile,
): Record<string, string> {
  const facts: Record<string, unknown> = {
    captureId,
    item: comId,
    sealedRecord: recordId,
    sealedRecordSha256: sha256,
    file: name,
    kind,
    obtainedBy,
    takenAt: new Date(takenAtMs).toISOString(),
    pageUrl,
    sourceUrl,
    ...remarks,
  }
  const stated = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(
    stated.map(([fact, value]) => [fact, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}
