import { ExpectedError } from '../../core/expected-error.ts'
import type { Box } from '../../evidence/screenshot/page-check.ts'
import type {
  Annotation,
  OpenPicture,
  PictureDrawer,
  PictureLimits,
  ReducedPicture,
} from '../picture-drawer.ts'
import { bothTimes } from './both-times.ts'

/** A screenshot and what its band states. */
export interface ScreenshotFacts {
  captureId: string
  comId: string
  /** Name of the original in the pack. */
  name: string
  mediaType: string
  sha256: string
  /** Address of the page in the picture; null where it was not kept. */
  pageUrl: string | null
  takenAtMs: number
  offsetMinutes: number
  /** Where the listing stands, in CSS pixels of the picture; null where it could not be told. */
  subject: Box | null
  /** The window when the page was judged. */
  viewport: { width: number; pixelRatio: number }
  /** What else is to be known of the picture: cut off, parts made unreadable. */
  remarks: string[]
}

export interface AnnotatedScreenshot {
  png: Uint8Array<ArrayBuffer>
  reduced: ReducedPicture
  /** Whether the listing's place is framed. */
  isFramed: boolean
}

/**
 * An annotated copy of a screenshot: the picture as it is, a frame around the listing where its place is known,
 * and below it a band that says what it is of, when it was taken, and of which original it is a copy.
 * @throws ExpectedError `annotation-failed` with what to do.
 */
export async function annotateScreenshot(
  drawer: PictureDrawer,
  bytes: Uint8Array<ArrayBuffer>,
  facts: ScreenshotFacts,
  limits: PictureLimits,
): Promise<AnnotatedScreenshot> {
  let picture: OpenPicture | null = null
  try {
    picture = await drawer.open(bytes, facts.mediaType)
    const annotation = annotationOf(picture, facts)
    return { ...(await picture.annotated(annotation, limits)), isFramed: annotation.frame !== null }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ExpectedError(
      'annotation-failed',
      `The annotated copy of ${facts.name} of capture ${facts.captureId} cannot be drawn (${reason}). Close other tabs and export again, or leave this capture out.`,
    )
  } finally {
    picture?.close()
  }
}

/** What is drawn: exported for its rules alone. */
export function annotationOf(
  picture: Pick<OpenPicture, 'width' | 'height' | 'textWidth'>,
  facts: ScreenshotFacts,
): Annotation {
  const ratio = facts.viewport.pixelRatio
  const frame = frameOf(picture, facts)
  const sizePx = Math.round(13 * ratio)
  const margin = Math.round(16 * ratio)
  const lineHeight = Math.round(19 * ratio)
  const width = Math.max(picture.width - 2 * margin, sizePx)
  const lines = statementsOf(facts, frame !== null)
    .flatMap((statement) => wrapped(statement, width, (text) => picture.textWidth(text, sizePx)))
    .map((text, index) => ({ text, x: margin, y: margin + sizePx + index * lineHeight, sizePx }))
  return { frame, band: { height: 2 * margin + lines.length * lineHeight, lines } }
}

const statementsOf = (facts: ScreenshotFacts, isFramed: boolean): string[] => [
  `Annotated copy. Original: ${facts.name}`,
  ...(isFramed ? ['The frame around the listing was drawn into this copy; the original has none.'] : []),
  ...facts.remarks,
  `Address: ${facts.pageUrl ?? 'was not kept'}`,
  `Taken: ${bothTimes(facts.takenAtMs, facts.offsetMinutes)}, by this computer's clock`,
  `Item: ${facts.comId}`,
  `Capture: ${facts.captureId}`,
  `SHA-256 of the original: ${facts.sha256}`,
]

/** The frame; null where the place is unknown, or where the window changed since and it would frame something else. */
function frameOf(
  picture: Pick<OpenPicture, 'width' | 'height'>,
  { subject, viewport }: ScreenshotFacts,
): Annotation['frame'] {
  const { pixelRatio } = viewport
  // A scroll bar may be in the one width and not in the other.
  const isSameWindow = Math.abs(picture.width / pixelRatio - viewport.width) <= 20
  if (!subject || !isSameWindow) return null
  const scaled = {
    x: subject.x * pixelRatio,
    y: subject.y * pixelRatio,
    width: subject.width * pixelRatio,
    height: subject.height * pixelRatio,
  }
  const isInside =
    scaled.width > 0 &&
    scaled.height > 0 &&
    scaled.x < picture.width &&
    scaled.y < picture.height &&
    scaled.x + scaled.width > 0 &&
    scaled.y + scaled.height > 0
  return isInside ? { box: scaled, lineWidth: Math.round(3 * pixelRatio) } : null
}

/** Lines no wider than `width`: broken at spaces, and within a word (an address, a hash) wherever it must. */
function wrapped(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<= )/)) {
    if (line !== '' && widthOf((line + word).trimEnd()) > width) {
      // A long address begins on the line of its label.
      if (widthOf(word.trimEnd()) <= width) {
        lines.push(line.trimEnd())
        line = ''
      }
    }
    for (const character of word) {
      if (line !== '' && widthOf((line + character).trimEnd()) > width) {
        lines.push(line.trimEnd())
        line = ''
      }
      line += character
    }
  }
  return [...lines, line.trimEnd()].filter((each) => each !== '')
}
