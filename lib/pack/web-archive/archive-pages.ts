import type { ArchivedCapture } from './archived-capture.ts'

/** A file of a capture and where it lies in the archive. */
export interface PlacedFile {
  kind: string
  address: string
  takenAtMs: number
}

/** An entry of `pages.jsonl`: what a reader's list of pages opens. */
export interface ArchivePage {
  id: string
  url: string
  /** UTC with milliseconds. */
  ts: string
  title: string
}

/** Enough to know a listing by. */
const maxTitleLength = 300

const shown: Array<[kind: string, titleOf: (listing: string) => string]> = [
  ['page-snapshot', (listing) => listing],
  ['full-page-screenshot', (listing) => `Full-page screenshot: ${listing}`],
  ['viewport-screenshot', (listing) => `Screenshot: ${listing}`],
]

/**
 * The pages of one capture: its snapshot under the page's own address, and its screenshots, which have names
 * of their own and are called what they are. A capture without either is shown by its sealed record.
 */
export function archivePages(capture: ArchivedCapture, files: PlacedFile[]): ArchivePage[] {
  const pages: ArchivePage[] = []
  const listing = listingName(capture)
  const add = ({ address, takenAtMs }: PlacedFile, title: string) =>
    pages.push({
      id: `${capture.captureId}-${pages.length + 1}`,
      url: address,
      ts: new Date(takenAtMs).toISOString(),
      title,
    })
  const addKind = (wanted: string, title: string) => {
    for (const file of files) if (file.kind === wanted) add(file, title)
  }
  for (const [kind, titleOf] of shown) addKind(kind, titleOf(listing))
  if (pages.length === 0) addKind('sealed-record', `Sealed record, without picture: ${listing}`)
  return pages
}

function listingName({ title, comId }: ArchivedCapture): string {
  const whole = title?.toWellFormed() ?? ''
  const cut = whole.length > maxTitleLength ? `${whole.slice(0, maxTitleLength).toWellFormed()}…` : whole
  return cut ? `${cut} (item ${comId})` : `item ${comId}`
}

/** `pages.jsonl` ("json-pages-1.0"): a heading, then a page a line. */
export const pagesFile = (pages: ArchivePage[]): string =>
  [{ format: 'json-pages-1.0', id: 'pages', title: 'Captures', hasText: false }, ...pages]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
