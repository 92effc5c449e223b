import type { Failure } from '../../core/result.ts'
import { isAssetHost } from '../../site/hosts.ts'
import type { ServerDate } from '../capture.ts'
import { notFetchable } from '../gather/fetch-fence.ts'
import { escapeCss, filledCss, fullAddress } from './snapshot-css.ts'
import {
  type DraftPiece,
  escapeAttribute,
  type PictureGap,
  type SnapshotDraft,
  snapshotLimits,
} from './snapshot-draft.ts'
import { type Fetching, fetchSnapshotFiles, type MissingFile, type SnapshotFiles } from './snapshot-files.ts'

/** A snapshot as it is kept. */
export interface FilledSnapshot {
  bytes: Uint8Array<ArrayBuffer>
  /** What is not in it because of a limit, of what it is or where it lies; null where nothing is missing by that. */
  cut: string | null
  /** Files that should be in it and could not be had. */
  problems: Failure[]
  serverDate: ServerDate | null
}

/** Nothing runs, nothing is loaded, nothing is sent, wherever the file is opened. */
export const snapshotPolicy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'none'"

/** Puts the page's pictures, styles and fonts into its draft, as many as fit. */
export async function fillSnapshot(draft: SnapshotDraft, fetching: Fetching): Promise<FilledSnapshot> {
  const files = await fetchSnapshotFiles(draft, fetching)
  const { dataUrls, tooLarge } = choose(draft, files)
  const left = [...files.notAsked, ...tooLarge]
  const foreign = files.missing.filter(isForeign)
  const missing = files.missing.filter((file) => !isForeign(file))
  const notes = [cutSentence(draft.leftOut, left.length), foreignSentence(foreign)]
  return {
    bytes: new TextEncoder().encode(compose(draft, { ...files, dataUrls }).join('')),
    cut: notes.filter((note) => note !== null).join(' ') || null,
    problems: missing.length === 0 ? [] : [missingFiles(missing)],
    serverDate: files.serverDate,
  }
}

/** Leaves out the largest files until the rest fits. */
function choose(draft: SnapshotDraft, files: SnapshotFiles) {
  const uses = new Map<string, number>()
  const withoutFiles = compose(draft, files, (url) => {
    uses.set(url, (uses.get(url) ?? 0) + 1)
    return null
  })
  const encoder = new TextEncoder()
  let size = withoutFiles.reduce((sum, text) => sum + encoder.encode(text).byteLength, 0)
  const costs = [...files.dataUrls]
    .map(([url, dataUrl]) => ({ url, dataUrl, cost: dataUrl.length * (uses.get(url) ?? 0) }))
    .sort((one, other) => other.cost - one.cost)
  size += costs.reduce((sum, { cost }) => sum + cost, 0)
  const tooLarge: string[] = []
  const dataUrls = new Map<string, string>()
  for (const { url, dataUrl, cost } of costs) {
    if (size > snapshotLimits.bytes && cost > 0) {
      tooLarge.push(url)
      size -= cost
    } else dataUrls.set(url, dataUrl)
  }
  return { dataUrls, tooLarge }
}

/** The file in parts. `fileOf` gives a file as data: URL, or null where it is left out. */
function compose(
  { hasDoctype, htmlTag, pieces }: SnapshotDraft,
  { sheets, dataUrls }: Pick<SnapshotFiles, 'sheets' | 'dataUrls'>,
  fileOf: (url: string) => string | null = (url) => dataUrls.get(url) ?? null,
): string[] {
  const written = (piece: DraftPiece): string => {
    if (typeof piece === 'string') return piece
    if (piece.gap === 'picture') return pictureAttributes(piece, fileOf(fullAddress(piece.url, piece.url)))
    if (piece.gap === 'style') return escapeCss(filledCss(piece, sheets, fileOf), piece.place)
    const baseUrl = fullAddress(piece.url, piece.url)
    return escapeCss(filledCss({ css: sheets.get(baseUrl) ?? '', baseUrl }, sheets, fileOf), 'element')
  }
  return [
    `${hasDoctype ? '<!DOCTYPE html>' : ''}${htmlTag}<head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(snapshotPolicy)}">`,
    ...pieces.map(written),
  ]
}

/** A picture that is left out keeps its room, and says which one it was. */
function pictureAttributes({ attribute, url, width, height }: PictureGap, file: string | null): string {
  if (file !== null) return ` ${attribute}="${file}"`
  const name = ` data-left-out="${escapeAttribute(shortAddress(url))}"`
  const room = ` width="${Math.round(width)}" height="${Math.round(height)}"`
  return attribute === 'src' && width > 0 && height > 0 ? name + room : name
}

/** Without what stands behind the question mark, where pages put marks of the visit. */
function shortAddress(address: string): string {
  if (!URL.canParse(address)) return ''
  const { protocol, origin, pathname } = new URL(address)
  return /^https?:$/.test(protocol) ? `${origin}${pathname}` : protocol
}

function cutSentence(leftOut: string[], files: number): string | null {
  const what = files === 0 ? leftOut : [...leftOut, files === 1 ? '1 file' : `${files} files`]
  if (what.length === 0) return null
  return `Not in it, for its size, the time it took or because it cannot be copied: ${what.join(', ')}.`
}

/**
 * Files that no try could bring, since Docket asks the site's own file hosts alone: marks of other companies on
 * nearly every page. They are told of, and the snapshot is as whole as it can be.
 */
const isForeign = ({ url, failure }: MissingFile): boolean =>
  failure.code === notFetchable.code && !(URL.canParse(url) && isAssetHost(new URL(url).hostname))

const namedHosts = 5

function foreignSentence(foreign: MissingFile[]): string | null {
  if (foreign.length === 0) return null
  const hosts = [...new Set(foreign.map(({ url }) => hostOf(url)))]
  const more = hosts.length > namedHosts ? ` and ${hosts.length - namedHosts} more` : ''
  const files = foreign.length === 1 ? '1 file' : `${foreign.length} files`
  return `Not asked for, because Docket asks the site's own file hosts alone: ${files} from ${hosts.slice(0, namedHosts).join(', ')}${more}.`
}

const hostOf = (address: string): string => {
  if (!URL.canParse(address)) return 'an unreadable address'
  const { host, protocol } = new URL(address)
  return (host || protocol).slice(0, 60)
}

const namedFiles = 5

function missingFiles(missing: MissingFile[]): Failure {
  const names = missing
    .slice(0, namedFiles)
    .map(({ url, failure }) => `${shortAddress(url).slice(0, 200)} (${failure.code})`)
  const more = missing.length > namedFiles ? `, and ${missing.length - namedFiles} more` : ''
  return {
    code: 'page-files-missing',
    message: `Pictures, styles or fonts of the page that could not be copied, ${missing.length} in all: ${names.join(', ')}${more}.`,
  }
}
