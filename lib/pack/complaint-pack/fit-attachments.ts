import type { PictureDrawer } from '../picture-drawer.ts'
import type { Attachment, AttachmentLimits, PdfBinder } from './attachment.ts'
import type { ComplaintProblem } from './complaint-report.ts'

interface Tools {
  pictures: PictureDrawer
  binder: PdfBinder
}

export interface FittedAttachments {
  /** At most the portal's number, each within its size and of its types, unless a problem says otherwise. */
  files: Attachment[]
  /** What is beyond the portal's number. */
  more: Attachment[]
  problems: ComplaintProblem[]
}

/**
 * Makes files fit what the portal takes: a picture that is too large, or of a type that it does not take, becomes a
 * JPEG of fewer pixels; a PDF that is too large is cut between pages; too many files are bound into PDFs. What fits is
 * left as it is. The originals are not touched.
 */
export async function fitAttachments(
  tools: Tools,
  wanted: readonly Attachment[],
  limits: AttachmentLimits,
): Promise<FittedAttachments> {
  const problems: ComplaintProblem[] = []
  const fitAll = async (files: readonly Attachment[]) => {
    const fitted: Attachment[] = []
    for (const file of files) fitted.push(...(await fitFile(tools, file, limits, problems)))
    return fitted
  }
  const each = await fitAll(wanted)
  const files = each.length > limits.maxCount ? await bound(tools, each, limits, fitAll) : each
  const more = files.slice(limits.maxCount)
  if (more.length > 0) {
    problems.push({
      code: 'too-many',
      message: `The portal takes ${limits.maxCount} files; ${more.length} more lie in attachments/more. Leave out what is not needed.`,
      comId: null,
    })
  }
  return { files: files.slice(0, limits.maxCount), more, problems }
}

async function fitFile(
  tools: Tools,
  file: Attachment,
  limits: AttachmentLimits,
  problems: ComplaintProblem[],
): Promise<Attachment[]> {
  const { mediaType, bytes } = file
  const isTaken = limits.types.includes(mediaType)
  if (isTaken && bytes.length <= limits.maxBytes) return [file]
  try {
    if (mediaType === 'application/pdf') {
      const parts = isTaken ? await tools.binder.split(bytes, limits.maxBytes) : []
      if (parts.length > 0 && parts.every((part) => part.length <= limits.maxBytes)) {
        return parts.map((part, at) => ({
          name: ending(file.name, `-part-${at + 1}-of-${parts.length}.pdf`),
          mediaType,
          bytes: part,
        }))
      }
    } else if (limits.types.includes('image/jpeg')) {
      const jpeg = await smallerJpeg(tools.pictures, file, limits.maxBytes)
      if (jpeg) return [{ name: ending(file.name, '.jpg'), mediaType: 'image/jpeg', bytes: jpeg }]
    }
  } catch (error) {
    problems.push(unfit(file, limits, ` (${error instanceof Error ? error.message : String(error)})`))
    return [file]
  }
  problems.push(unfit(file, limits, ''))
  return [file]
}

const unfit = ({ name }: Attachment, { maxBytes }: AttachmentLimits, why: string): ComplaintProblem => ({
  code: 'too-large',
  message: `${name} could not be brought below ${maxBytes / 1_000_000} MB${why}. Make it smaller before you attach it.`,
  comId: null,
})

/** Below this many pixels on the longer side nobody sees what a comparison shows. */
const leastSidePx = 500
/** A JPEG's size follows its pixels only roughly: each try aims somewhat lower. */
const mostTries = 8

async function smallerJpeg(
  pictures: PictureDrawer,
  { bytes, mediaType }: Attachment,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const picture = await pictures.open(bytes, mediaType)
  try {
    let scale = 1
    for (let tries = 0; tries < mostTries; tries++) {
      const limits = { maxWidth: picture.width * scale, maxHeight: picture.height * scale }
      const { jpeg } = await picture.reduced(limits)
      if (jpeg.length <= maxBytes) return jpeg
      scale *= Math.min(0.9, Math.sqrt(maxBytes / jpeg.length) * 0.95)
      if (Math.max(picture.width, picture.height) * scale < leastSidePx) return null
    }
    return null
  } finally {
    picture.close()
  }
}

/** All files in one PDF, cut again at the portal's size; unchanged where the portal takes no PDF. */
async function bound(
  { binder }: Tools,
  files: readonly Attachment[],
  limits: AttachmentLimits,
  fitAll: (files: readonly Attachment[]) => Promise<Attachment[]>,
): Promise<Attachment[]> {
  if (!limits.types.includes('application/pdf')) return [...files]
  // The first files stay single: the comparison is what the portal looks at first.
  const single = files.slice(0, Math.max(0, limits.maxCount - 3))
  const rest = files.slice(single.length)
  try {
    const bytes = await binder.join(rest)
    return [...single, ...(await fitAll([{ name: 'other-files.pdf', mediaType: 'application/pdf', bytes }]))]
  } catch (error) {
    // What cannot be bound goes as it is, and "too many" says so.
    if (!(error instanceof Error)) throw error
    return [...files]
  }
}

const ending = (name: string, end: string): string => name.replace(/(\.[A-Za-z0-9]+)?$/, end)
