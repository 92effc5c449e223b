import { complaintLinks } from '../../complaints/complaint-links.ts'
import { declarationText } from '../../complaints/declaration-text.ts'
import type { ComplaintToPack } from '../../complaints/read-to-pack.ts'
import type { Moment } from '../../core/clock.ts'
import { sha256Hex } from '../../core/digest.ts'
import { isoWithOffset } from '../../core/iso-time.ts'
import type { LedgerAnchor } from '../../evidence/ledger/ledger.ts'
import { documentsOf } from '../../rights/right.ts'
import { counted } from '../evidence-pack/counted.ts'
import type { PictureDrawer } from '../picture-drawer.ts'
import { linkFiles } from '../queue-pack/link-files.ts'
import type { PdfBinder } from './attachment.ts'
import type { ComplaintReport } from './complaint-report.ts'
import { fitAttachments } from './fit-attachments.ts'
import { type AttachmentSource, gatherAttachments, readDocument, withNames } from './gather-attachments.ts'
import { listingsCsv } from './listing-table.ts'
import { buildNotice, noticePaper, noticeText } from './notice.ts'
import { type PackedScreenshots, packListings } from './pack-listings.ts'
import type { ListingEvidenceReader, PackedListing } from './packed-listing.ts'
import { summaryPaper } from './summary-paper.ts'

/** Where the parts of a complaint's folder come from. */
export interface FolderSource extends AttachmentSource, PackedScreenshots {
  evidence: ListingEvidenceReader
  drawer: PictureDrawer
  binder: PdfBinder
  /**
   * The evidence pack of these captures, as a stream; null where evidence is only named, by capture and hash.
   * @throws ExpectedError where one of them cannot be packed
   */
  evidencePack: ((captureIds: string[]) => Promise<ReadableStream<Uint8Array<ArrayBuffer>>>) | null
}

export interface FolderOptions {
  packId: string
  /** How far the ledger had come, with the row by which the pack leaves. */
  ledger: LedgerAnchor
  made: Moment
  docketVersion: string
  onListing(): void
  signal?: AbortSignal | undefined
}

/** One file of a folder, path within it. */
export interface FolderFile {
  path: string
  input: Uint8Array<ArrayBuffer> | AsyncGenerator<Uint8Array<ArrayBuffer>>
}

const comparisonLimits = { maxWidth: 1100, maxHeight: 1100 }

/**
 * Everything of one complaint, file by file; at most one file is in memory, and the rows of its listings. `report` is
 * filled on the way. The screenshots come first, so that tables can say which of them went in.
 */
export async function* complaintFolder(
  source: FolderSource,
  toPack: ComplaintToPack,
  options: FolderOptions,
  report: ComplaintReport,
): AsyncGenerator<FolderFile> {
  const { complaint, portal, right, holder } = toPack
  const { answers } = complaint
  const { packId, made, docketVersion } = options
  const madeAt = isoWithOffset(made.wallMs, made.offsetMinutes)
  const frame = { footer: `Complaint pack ${packId}`, docketVersion, madeAtMs: made.wallMs }
  const file = async (
    path: string,
    mediaType: string,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<FolderFile> => {
    options.signal?.throwIfAborted()
    report.files.push({ path, bytes: bytes.length, sha256: await sha256Hex(bytes), mediaType })
    return { path, input: bytes }
  }
  const text = (path: string, content: string, mediaType = 'text/plain; charset=utf-8') =>
    file(path, mediaType, encode(content))

  const listings: PackedListing[] = []
  for await (const packed of packListings(source, toPack, report)) {
    if ('bytes' in packed) yield await file(packed.path, 'image/png', packed.bytes)
    else {
      listings.push(packed)
      options.onListing()
    }
    options.signal?.throwIfAborted()
  }
  if (source.evidencePack) {
    const captureIds = listings.flatMap(({ captures }) => captures.map(({ captureId }) => captureId))
    const path = 'evidence-pack.zip'
    const stream = await source.evidencePack(captureIds)
    const input = counted(stoppable(stream, options.signal), (sha256, bytes) =>
      report.files.push({ path, bytes, sha256, mediaType: 'application/zip' }),
    )
    yield { path, input }
  }

  const gathered = await gatherAttachments(source, toPack, { ...frame, offsetMinutes: made.offsetMinutes })
  const comparisons: Array<{ name: string; picture: Awaited<ReturnType<typeof reduced>> }> = []
  for (const { name, bytes, mediaType } of gathered.files) {
    if (!name.startsWith('comparison-')) continue
    comparisons.push({ name, picture: await reduced(source.drawer, bytes, mediaType) })
  }
  const { attachments } = portal
  const fitted = await fitAttachments({ pictures: source.drawer, binder: source.binder }, gathered.files, {
    maxCount: attachments.maxCount.value,
    maxBytes: attachments.maxBytes.value,
    types: attachments.types.value,
  })
  report.problems.push(...gathered.problems, ...fitted.problems)
  for (const one of fitted.files) yield await file(`attachments/${one.name}`, one.mediaType, one.bytes)
  for (const one of fitted.more) yield await file(`attachments/more/${one.name}`, one.mediaType, one.bytes)

  for (const { name, document } of withNames(
    [...documentsOf(right), ...holder.identityDocuments].map((one) => ({ name: one.name, document: one })),
  )) {
    const bytes = await readDocument(source.readFile, document)
    if (bytes) yield await file(`ip-documents/${name}`, document.mediaType, bytes)
    else {
      report.problems.push({
        code: 'file-missing',
        message: `${document.name} of the right or its holder is not stored any more, so it is left out. Add it again there.`,
        comId: null,
      })
    }
  }

  for (const links of linkFiles(linksOf(toPack), portal.linksPerComplaint.value)) {
    yield await text(links.path, links.text)
  }
  yield await text('explanation.txt', answers.explanation.trim())
  const { declaration } = answers
  yield await text(
    'declaration.txt',
    `${declarationText(answers.language, { right, holder })}\n\n${declaration ? `${declaration.name}, ${declaration.on}\n` : ''}`,
  )
  yield await text('listings.csv', listingsCsv(listings), 'text/csv; charset=utf-8')
  // Large, and seldom wanted before: loaded here.
  const { listingsXlsx } = await import('./listings-xlsx.ts')
  yield await file('listings.xlsx', xlsxType, await listingsXlsx(listings))
  yield* otherForms(toPack, report, text)
  const notice = buildNotice(toPack, listings)
  yield await text('dsa-notice/notice.txt', noticeText(notice))
  yield await file(
    'dsa-notice/notice.pdf',
    'application/pdf',
    await source.writePaper({ ...noticePaper(notice), ...frame }),
  )
  const { files, problems } = report
  const summary = summaryPaper({ toPack, listings, files, comparisons, problems, packId, madeAt })
  yield await file('summary.pdf', 'application/pdf', await source.writePaper({ ...summary, ...frame }))
  const manifest = manifestText(toPack, report, { packId, ledger: options.ledger, madeAt, docketVersion })
  yield { path: 'manifest.json', input: encode(manifest) }
}

async function* stoppable(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const piece of stream) {
    signal?.throwIfAborted()
    yield piece
  }
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const linksOf = ({ complaint, lines }: ComplaintToPack): string[] =>
  complaintLinks(
    complaint.complaintType,
    lines.map(({ facts }) => facts),
  )

/** The same for other forms of the rules: links cut as each takes them, and the text where it fits. */
async function* otherForms(
  toPack: ComplaintToPack,
  report: ComplaintReport,
  text: (path: string, content: string) => Promise<FolderFile>,
): AsyncGenerator<FolderFile> {
  const { answers } = toPack.complaint
  const urls = linksOf(toPack)
  for (const { portalId, name, linksPerComplaint: limit, explanation, languages } of toPack.otherForms) {
    const folder = `other-forms/${portalId}`
    // A form for one link at a time: one file, to be gone through line by line.
    const perFile = limit.value === 1 ? Math.max(1, urls.length) : limit.value
    for (const links of linkFiles(urls, perFile)) {
      yield await text(`${folder}/${links.path}`, links.text)
    }
    const words = answers.explanation.trim()
    const length = [...words].length
    yield await text(`${folder}/explanation.txt`, words)
    const problem = (code: string, message: string) => report.problems.push({ code, message, comId: null })
    if (!languages.includes(answers.language)) {
      problem(
        'form-language',
        `${name} does not read the explanation’s language. Translate it before you file there.`,
      )
    }
    if (length < explanation.minChars.value || length > explanation.maxChars.value) {
      problem(
        'form-length',
        `${name} takes an explanation of ${explanation.minChars.value} to ${explanation.maxChars.value} characters; this one has ${length}. Change it before you file there.`,
      )
    }
  }
}

async function reduced(drawer: PictureDrawer, bytes: Uint8Array<ArrayBuffer>, mediaType: string) {
  const picture = await drawer.open(bytes, mediaType)
  try {
    return await picture.reduced(comparisonLimits)
  } finally {
    picture.close()
  }
}

function manifestText(
  { complaint, portal, reason, right }: ComplaintToPack,
  { listings, files, problems }: ComplaintReport,
  {
    docketVersion,
    ...entered
  }: Pick<FolderOptions, 'packId' | 'ledger' | 'docketVersion'> & { madeAt: string },
): string {
  const manifest = {
    format: 'docket-complaint-pack',
    formatVersion: 1,
    tool: { name: 'Docket', version: docketVersion },
    ...entered,
    complaintId: complaint.complaintId,
    portal: portal.portalId,
    platform: complaint.platformId,
    complaintType: complaint.complaintType,
    reason: reason.reasonId,
    right: { number: right.number, jurisdiction: right.jurisdiction, label: right.label },
    listings,
    hash: 'SHA-256',
    files,
    problems,
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

const encode = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content)
