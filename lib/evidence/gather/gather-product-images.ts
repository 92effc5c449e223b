import { observedValue } from '../../core/observation.ts'
import { type Failure, fail } from '../../core/result.ts'
import type { ListingImage } from '../../extract/listing.ts'
import { isImageHost } from '../../site/hosts.ts'
import type { ServerDate } from '../capture.ts'
import { type FetchedResource, type FetchResource, fetchLimits, notFetchable } from './fetch-fence.ts'
import type { PartContext, PartGatherer, PartOutcome } from './part-gatherer.ts'

/** RELIABILITY.md, threats 7 and 8. */
const maxPictures = 60
const parallelFetches = 4

export interface ProductImageGathering {
  fetchResource: FetchResource
  nowMs(): number
}

/**
 * Gathers the pictures of a listing's gallery in original size. Pictures that an earlier try stored are not asked
 * for again; single ones that do not come are named. Names number them in the gallery's order.
 */
export const gatherProductImages =
  (gathering: ProductImageGathering): PartGatherer =>
  async (context) => {
    const gallery = galleryOf(context)
    if (gallery === null) return { state: 'not-wanted', reason: noGallery }
    const has = (stem: string) => context.have.some(({ name }) => name.startsWith(`${stem}.`))
    const missing = gallery
      .slice(0, maxPictures)
      .map((image, index) => ({ image, stem: `product-image-${String(index + 1).padStart(2, '0')}` }))
      .filter(({ stem }) => !has(stem))
    const problems = await fetchAll(gathering, context, missing)
    if (context.signal.aborted) return { state: 'failed', failure: stopped, final: false }
    return outcomeOf(
      problems,
      problems.length === missing.length && context.have.length === 0,
      gallery.length,
    )
  }

/** What the page showed, else what its own data call answered; null where neither names a picture. */
function galleryOf({ capture, job }: PartContext): ListingImage[] | null {
  for (const listing of [capture.listing, job.pageData]) {
    const images = listing && observedValue(listing.images)
    if (images && images.length > 0) return images
  }
  return null
}

interface Wanted {
  image: ListingImage
  /** Name of its file without the ending, which the bytes decide. */
  stem: string
}

/** Why which pictures did not come, in the gallery's order. @throws as `PartContext.keep`, after the others ended */
async function fetchAll(
  { fetchResource, nowMs }: ProductImageGathering,
  context: PartContext,
  wanted: Wanted[],
): Promise<Failure[]> {
  const waiting = [...wanted]
  const problems = new Map<string, Failure>()
  const dates = new Map<string, ServerDate>()
  /** One after another: each takes of the room that the capture has left. */
  let lastStored: Promise<void> = Promise.resolve()

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next && !context.signal.aborted; next = waiting.shift()) {
      const { stem } = next
      const fetched = await fetchPicture(fetchResource, context, next.image)
      if (!fetched.ok) {
        problems.set(stem, { code: fetched.error.code, message: `${stem}: ${fetched.error.message}` })
        continue
      }
      noteDate(dates, fetched.value)
      lastStored = lastStored.then(() => context.keep(fileOf(context, stem, fetched.value, nowMs())))
      await lastStored
    }
  }

  const workers = await Promise.allSettled(Array.from({ length: parallelFetches }, work))
  for (const date of dates.values()) await context.noteServerDate(date)
  const broken = workers.find((worker) => worker.status === 'rejected')
  if (broken) throw broken.reason
  return wanted.flatMap(({ stem }) => problems.get(stem) ?? [])
}

/** The fence lets hosts of stylesheets through too; a gallery's pictures come from the picture hosts alone. */
async function fetchPicture(
  fetchResource: FetchResource,
  { signal, roomBytes }: PartContext,
  { url }: ListingImage,
): ReturnType<FetchResource> {
  if (!URL.canParse(url) || !isImageHost(new URL(url).hostname)) return { ok: false, error: notFetchable }
  const maxBytes = Math.min(fetchLimits.bytes, roomBytes())
  const fetched = await fetchResource(url, { kind: 'picture', maxBytes, signal })
  const isFull = !fetched.ok && fetched.error.code === 'too-large' && maxBytes < fetchLimits.bytes
  return isFull ? noRoom : fetched
}

const noRoom = fail('capture-full', 'It is larger than what the evidence of one listing may still take.')

/** Answers out of the browser's cache tell an old date: of each host the newest counts. */
function noteDate(dates: Map<string, ServerDate>, { url, serverDate }: FetchedResource): void {
  const { host } = new URL(url)
  if (serverDate && serverDate.serverMs > (dates.get(host)?.serverMs ?? 0)) dates.set(host, serverDate)
}

const fileOf = (
  { capture }: PartContext,
  stem: string,
  { bytes, mediaType, url }: FetchedResource,
  takenAtMs: number,
): Parameters<PartContext['keep']>[0] => ({
  kind: 'product-image',
  name: `${stem}.${endings[mediaType] ?? 'bin'}`,
  mediaType,
  bytes,
  obtainedBy: 'fetch, without cookies',
  subject: null,
  takenAtMs,
  pageUrl: capture.sighting.pageUrl,
  sourceUrl: url,
  cut: null,
  redacted: [],
})

/** Of the types that `readMediaType` tells. An SVG is kept as the bytes that came, and never opened. */
const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
  'image/x-icon': 'ico',
}

function outcomeOf(problems: Failure[], cameNone: boolean, total: number): PartOutcome {
  const [first] = problems
  if (first && cameNone) return { state: 'failed', failure: first, final: false }
  const tooMany: Failure = {
    code: 'too-many-pictures',
    message: `The listing has ${total} pictures; the first ${maxPictures} were taken.`,
  }
  return { state: 'done', problems: total > maxPictures ? [...problems, tooMany] : problems }
}

const noGallery: Failure = {
  code: 'no-pictures',
  message: 'Neither the page nor its data names a picture of the listing.',
}

const stopped: Failure = { code: 'stopped', message: 'It was stopped before all pictures came.' }
