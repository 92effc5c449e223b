import type { Comparison } from './complaint.ts'

/** Size in pixels. */
export interface Size {
  width: number
  height: number
}

export interface Rectangle extends Size {
  x: number
  y: number
}

/** What is drawn, in pixels of the whole picture; nothing of it lies outside. */
export interface ComparisonLayout extends Size {
  genuine: Rectangle
  listing: Rectangle
  captions: Array<{ text: string; x: number; y: number }>
  markers: Array<{ number: number; x: number; y: number; radius: number }>
  legend: Array<{ text: string; x: number; y: number; isFirst: boolean; number: number | null }>
  textPx: number
}

const marginPx = 32
const pictureHeightPx = 900
const maxPictureWidthPx = 1200
const textPx = 26
const lineHeightPx = 38

interface ToLayOut {
  genuine: Size
  listing: Size
  differences: Comparison['differences']
  /** Above the pictures. */
  captions: { genuine: string; listing: string }
  /** Below the differences: item, time, hashes. */
  facts: readonly string[]
}

/**
 * Lays a comparison out: both pictures side by side at one height, numbers on the listing's picture, and below them
 * what each number says and what the pictures are.
 * @param textWidth of a text at `textPx`, in pixels
 */
export function layOutComparison(
  { genuine, listing, differences, captions, facts }: ToLayOut,
  textWidth: (text: string) => number,
): ComparisonLayout {
  const [left, right] = [fitted(genuine), fitted(listing)]
  const captionY = marginPx + textPx
  const top = captionY + marginPx / 2
  const genuineBox = { ...left, x: marginPx, y: top }
  const listingBox = { ...right, x: marginPx * 2 + left.width, y: top }
  const width = Math.max(listingBox.x + right.width + marginPx, 1000)
  const indentPx = 48
  let y = top + Math.max(left.height, right.height) + marginPx
  const legend: ComparisonLayout['legend'] = []
  const write = (text: string, number: number | null) => {
    const x = marginPx + (number === null ? 0 : indentPx)
    for (const [at, line] of wrapped(text, width - x - marginPx, textWidth).entries()) {
      y += lineHeightPx
      legend.push({ text: line, x, y, isFirst: at === 0, number: at === 0 ? number : null })
    }
  }
  for (const [at, { text }] of differences.entries()) write(text.trim() || '—', at + 1)
  y += lineHeightPx / 2
  for (const fact of facts) write(fact, null)
  return {
    width,
    height: Math.ceil(y + marginPx),
    genuine: genuineBox,
    listing: listingBox,
    captions: [
      { text: captions.genuine, x: genuineBox.x, y: captionY },
      { text: captions.listing, x: listingBox.x, y: captionY },
    ],
    markers: differences.map((difference, at) => ({
      number: at + 1,
      x: listingBox.x + clamp(difference.x) * listingBox.width,
      y: listingBox.y + clamp(difference.y) * listingBox.height,
      radius: 20,
    })),
    legend,
    textPx,
  }
}

const clamp = (share: number): number => Math.max(0, Math.min(1, share))

function fitted({ width, height }: Size): Size {
  const scale = Math.min(pictureHeightPx / height, maxPictureWidthPx / width)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Lines that fit; a word that is longer than a line (or a script without spaces) is cut between signs. */
function wrapped(text: string, maxWidth: number, textWidth: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text
    .split(/(?<=\s)/)
    .flatMap((word) => (textWidth(word) > maxWidth ? [...word] : [word]))) {
    if (line !== '' && textWidth(line + piece.trimEnd()) > maxWidth) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()]
}
