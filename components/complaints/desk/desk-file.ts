import { comparisonFacts } from '../../../lib/complaints/comparison-facts.ts'
import type { ReadComplaint } from '../../../lib/complaints/complaint-reader.ts'
import type { FormFile } from '../../../lib/complaints/form-files.ts'
import type { Portal } from '../../../lib/complaints/portal-rules.ts'
import { ExpectedError } from '../../../lib/core/expected-error.ts'
import { safeFileName } from '../../../lib/pack/pack-names.ts'
import type { DeskServices } from './services.ts'
import { deskWords as words } from './words.ts'

/** A file as it leaves the desk. */
export interface DeskFile {
  blob: Blob
  name: string
}

/** A file that is read, or drawn, when it is wanted. */
export interface DeskFileSource {
  /** Changes where another file stands in its place. */
  fileId: string
  name: string
  isPicture: boolean
  bytes: number | null
  /** @throws ExpectedError `file-gone` and as `drawComparison`. */
  read(): Promise<DeskFile>
}

/** What the files of a form are made of. */
export interface FilesSource {
  files: readonly FormFile[]
  portal: Portal | null
  isDesign: boolean
  lines: ReadComplaint['lines']
  /** In the downloads folder, for all of them at once. */
  folder: string
}

type Around = Pick<FilesSource, 'lines' | 'isDesign'> & { at: number }

export const sourceOf = (services: DeskServices, file: FormFile, around: Around): DeskFileSource => ({
  fileId: file.fileId,
  name: nameOf(file, around.at),
  isPicture: file.kind === 'comparison' || file.document.mediaType.startsWith('image/'),
  bytes: file.kind === 'comparison' ? null : file.document.bytes,
  read: () => deskFile(services, file, around),
})

/** @throws ExpectedError `file-gone` where its bytes are not stored any more, and as `drawComparison`. */
export async function deskFile(services: DeskServices, file: FormFile, around: Around): Promise<DeskFile> {
  const name = nameOf(file, around.at)
  if (file.kind !== 'comparison') {
    const bytes = await services.rights.readFile(file.document.sha256)
    if (!bytes) throw gone()
    return { blob: new Blob([bytes], { type: file.document.mediaType }), name }
  }
  const { comparison } = file
  const facts = around.lines.find(({ line }) => line.comId === comparison.comId)?.facts
  const pictures = await services.reader.pictures(comparison.comId)
  const picture = pictures.find(({ sha256 }) => sha256 === comparison.listingSha256)
  if (!facts || !picture) throw gone()
  const { isDesign } = around
  const { offsetMinutes } = services.clock()
  const blob = await services.drawComparison({
    comId: comparison.comId,
    genuine: comparison.genuine,
    listing: picture,
    differences: comparison.differences,
    ...comparisonFacts(comparison, { facts, picture, isDesign, offsetMinutes }),
  })
  return { blob, name }
}

const nameOf = (file: FormFile, at: number): string =>
  file.kind === 'comparison'
    ? words.comparisonFile(file.comparison.comId, at + 1)
    : safeFileName(file.document.name)

const gone = () => new ExpectedError('file-gone', words.fileGone)
