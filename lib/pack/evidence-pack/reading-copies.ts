import { ExpectedError } from '../../core/expected-error.ts'
import type { EvidenceRecord } from '../../evidence/seal/evidence-record.ts'
import {
  type ReportedArtefact,
  type ReportedSeal,
  remarksOf,
  reportCapture,
} from '../evidence-report/report-capture.ts'
import type { ReportedCapture, ReportedPack, WriteReport } from '../evidence-report/report-input.ts'
import { pictureWords as words } from '../evidence-report/report-words.ts'
import type { OpenPicture, PictureDrawer } from '../picture-drawer.ts'
import { type AnnotatedScreenshot, annotateScreenshot } from './annotate-screenshot.ts'
import { capturePaths, endsReport, isScreenshot, reportParts, reportPath } from './evidence-pack-layout.ts'

/** What makes the files of a pack that are for reading. */
export interface ReadingCopySource {
  pictures: PictureDrawer
  writeReport: WriteReport
}

interface PackFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

export type ReadingCopies = ReturnType<typeof readingCopies>

/** As a page of the report shows them sharply, and not more. */
const screenshotLimits = { maxWidth: 1200, maxHeight: 1600 }
const galleryLimits = { maxWidth: 240, maxHeight: 240 }

/**
 * Makes the copies for reading while a pack is written: an annotated copy of each screenshot, and the report in
 * parts. It holds reduced pictures of one part at a time. Where one cannot be made the pack fails: it never
 * silently lacks them. What somebody else's Docket sealed nobody here can take anew: where such a picture cannot be
 * drawn, the evidence goes out all the same, and report, README and `pack.json` name the copy that is missing.
 */
export function readingCopies({ pictures, writeReport }: ReadingCopySource, pack: ReportedPack) {
  let waiting: ReportedCapture[] = []
  let place = 0
  const undrawn: string[] = []
  let shown: Pick<ReportedCapture, 'screenshots' | 'gallery'> = { screenshots: [], gallery: [] }
  return {
    /** Names of annotated copies that could not be made of imported screenshots. */
    undrawn,

    /**
     * The annotated copy of a screenshot; null for other files, and where an imported one cannot be drawn. The picture is
     * kept for the report.
     */
    async ofArtefact(
      record: EvidenceRecord,
      artefact: ReportedArtefact,
      bytes: Uint8Array<ArrayBuffer>,
      isImported: boolean,
    ): Promise<PackFile | null> {
      if (artefact.kind === 'product-image') {
        shown.gallery.push(await thumbnail(pictures, artefact, bytes))
        return null
      }
      if (!isScreenshot(artefact.kind)) return null
      const name = capturePaths(record.captureId).annotated(artefact.name)
      let annotated: AnnotatedScreenshot
      try {
        annotated = await annotate(pictures, record, artefact, bytes)
      } catch (error) {
        if (!isImported || !(error instanceof ExpectedError)) throw error
        undrawn.push(name)
        shown.screenshots.push({ caption: words.undrawn(artefact.name), picture: null })
        return null
      }
      const caption = words.annotated(artefact.name, name, annotated.isFramed)
      shown.screenshots.push({ caption, picture: annotated.reduced })
      return { name, bytes: annotated.png }
    },

    /** After the last file of a capture: the report's part that ends with it; null where none does. */
    async endCapture(record: EvidenceRecord, seal: ReportedSeal): Promise<PackFile | null> {
      waiting.push(reportCapture(record, seal, shown))
      shown = { screenshots: [], gallery: [] }
      place += 1
      if (!endsReport(place, pack.captures)) return null
      const captures = waiting
      waiting = []
      const number = reportParts(place)
      const part = {
        number,
        of: reportParts(pack.captures),
        firstCapture: place - captures.length + 1,
      }
      return { name: reportPath(number), bytes: await writeReport({ pack, part, captures }) }
    },
  }
}

const annotate = (
  pictures: PictureDrawer,
  { captureId, comId, sighting }: EvidenceRecord,
  artefact: ReportedArtefact,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<AnnotatedScreenshot> =>
  annotateScreenshot(
    pictures,
    bytes,
    {
      ...artefact,
      captureId,
      comId,
      offsetMinutes: sighting.seenAt.offsetMinutes,
      viewport: sighting.viewport,
      remarks: remarksOf(artefact),
    },
    screenshotLimits,
  )

/** A server may send what is no picture: the report says so in its place, and the file is evidence all the same. */
async function thumbnail(
  pictures: PictureDrawer,
  { name, mediaType }: ReportedArtefact,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ReportedCapture['gallery'][number]> {
  let picture: OpenPicture
  try {
    picture = await pictures.open(bytes, mediaType)
  } catch (error) {
    return {
      caption: words.unreadable(name, error instanceof Error ? error.message : String(error)),
      picture: null,
    }
  }
  try {
    return { caption: name, picture: await picture.reduced(galleryLimits) }
  } finally {
    picture.close()
  }
}
