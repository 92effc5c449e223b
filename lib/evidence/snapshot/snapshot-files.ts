import { toBase64 } from '../../core/base64.ts'
import { inParallel } from '../../core/in-parallel.ts'
import type { Failure } from '../../core/result.ts'
import type { ServerDate } from '../capture.ts'
import type { FetchResource, ResourceKind } from '../gather/fetch-fence.ts'
import { familyName, fullAddress, namedInRules, type Rules } from './snapshot-css.ts'
import { type DraftPiece, type SnapshotDraft, snapshotLimits } from './snapshot-draft.ts'

/** A file that could not be had. */
export interface MissingFile {
  url: string
  failure: Failure
}

/** What was fetched for a snapshot. */
export interface SnapshotFiles {
  sheets: ReadonlyMap<string, string>
  /** data: URLs of pictures and fonts, by address. */
  dataUrls: ReadonlyMap<string, string>
  missing: MissingFile[]
  /** Addresses that were not asked for because of a limit. */
  notAsked: string[]
  /** The newest date that a server sent. */
  serverDate: ServerDate | null
}

export interface Fetching {
  fetchResource: FetchResource
  /** Ends the fetching; what is there by then is used. */
  signal: AbortSignal
}

/**
 * Fetches what a draft shows: its sheets and their imports, then the pictures in view, the other pictures, and the
 * fonts. Of what rules name only that is fetched which the page shows: a shop's sheets name hundreds of others.
 */
export async function fetchSnapshotFiles(
  { pieces, shownStylePictures, loadedFonts }: SnapshotDraft,
  fetching: Fetching,
): Promise<SnapshotFiles> {
  const fetched = new Map<string, FetchedFile>()
  const desk: Desk = { ...fetching, fetched, missing: [], notAsked: [], bytes: 0, serverDate: null }
  const sheets = new Map<string, string>()
  for (let wanted = sheetsWanted(pieces, sheets); wanted.length > 0; wanted = sheetsWanted(pieces, sheets)) {
    await fetchAll(
      desk,
      wanted.map((url) => ({ url, kind: 'stylesheet' })),
    )
    for (const url of wanted) sheets.set(url, textOf(fetched.get(url)))
  }
  const shown = new Set(shownStylePictures.map((address) => fullAddress(address, address)))
  const families = new Set(loadedFonts.map(familyName))
  const named = rulesOf(pieces, sheets).map(({ rules, isInline }) => {
    const { pictures, fonts } = namedInRules(rules, sheets)
    return { pictures: pictures.filter((url) => isInline || shown.has(url)), fonts }
  })
  const gaps = pieces.filter((piece) => typeof piece === 'object' && piece.gap === 'picture')
  const inView = gaps.filter(({ isInView }) => isInView)
  const pictures = [...inView, ...gaps].map(({ url }) => fullAddress(url, url))
  await fetchAll(desk, [
    ...[...pictures, ...named.flatMap((rules) => rules.pictures)].map((url) => ({
      url,
      kind: 'picture' as const,
    })),
    ...named
      .flatMap(({ fonts }) => fonts)
      .filter(({ family }) => families.has(family))
      .map(({ url }) => ({ url, kind: 'font' as const })),
  ])
  const files = [...fetched].filter(([, { mediaType }]) => mediaType !== 'text/css')
  return {
    sheets,
    dataUrls: new Map(
      files.map(([url, { mediaType, bytes }]) => [url, `data:${mediaType};base64,${toBase64(bytes)}`]),
    ),
    missing: desk.missing,
    notAsked: desk.notAsked,
    serverDate: desk.serverDate,
  }
}

interface FetchedFile {
  mediaType: string
  bytes: Uint8Array<ArrayBuffer>
}

interface Desk extends Fetching {
  fetched: Map<string, FetchedFile>
  missing: MissingFile[]
  notAsked: string[]
  bytes: number
  serverDate: ServerDate | null
}

const textOf = (file: FetchedFile | undefined) => (file ? new TextDecoder().decode(file.bytes) : '')

/** Sheets that are linked or imported and were not looked at yet. */
function sheetsWanted(pieces: DraftPiece[], sheets: ReadonlyMap<string, string>): string[] {
  const linked = pieces.flatMap((piece) =>
    typeof piece === 'object' && piece.gap === 'sheet' ? [fullAddress(piece.url, piece.url)] : [],
  )
  const imported = rulesOf(pieces, sheets).flatMap(({ rules }) => namedInRules(rules, sheets).sheets)
  return [...new Set([...linked, ...imported])].filter((url) => !sheets.has(url))
}

/** All rules of a draft, those of fetched sheets too. `isInline`: of one element, which shows what it names. */
function rulesOf(pieces: DraftPiece[], sheets: ReadonlyMap<string, string>) {
  return pieces.flatMap((piece): Array<{ rules: Rules; isInline: boolean }> => {
    if (typeof piece === 'string' || piece.gap === 'picture') return []
    if (piece.gap === 'style') return [{ rules: piece, isInline: piece.place === 'attribute' }]
    const baseUrl = fullAddress(piece.url, piece.url)
    return [{ rules: { css: sheets.get(baseUrl) ?? '', baseUrl }, isInline: false }]
  })
}

async function fetchAll(desk: Desk, wishes: Array<{ url: string; kind: ResourceKind }>): Promise<void> {
  const byUrl = new Map(wishes.toReversed().map((wish) => [wish.url, wish]))
  const inOrder = [...new Set(wishes.map(({ url }) => url))].flatMap((url) => byUrl.get(url) ?? [])
  await inParallel(inOrder, snapshotLimits.parallel, async ({ url, kind }) => {
    const isFull = desk.bytes >= snapshotLimits.fetchedBytes || desk.fetched.size >= snapshotLimits.fetches
    if (isFull || desk.signal.aborted) {
      desk.notAsked.push(url)
      return
    }
    const maxBytes = snapshotLimits.fetchedBytes - desk.bytes
    const answer = await desk.fetchResource(url, { kind, maxBytes, signal: desk.signal })
    if (answer.ok) {
      const { bytes, mediaType, serverDate } = answer.value
      desk.bytes += bytes.byteLength
      desk.fetched.set(url, { bytes, mediaType })
      if (serverDate && serverDate.serverMs > (desk.serverDate?.serverMs ?? 0)) desk.serverDate = serverDate
    } else if (answer.error.code === 'stopped') desk.notAsked.push(url)
    else desk.missing.push({ url, failure: answer.error })
  })
}
