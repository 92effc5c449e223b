import { makeZip } from 'client-zip'
import type { ComplaintToPack } from '../../complaints/read-to-pack.ts'
import { canonicalJson } from '../../core/canonical-json.ts'
import { sha256Hex } from '../../core/digest.ts'
import { ExpectedError } from '../../core/expected-error.ts'
import { newId } from '../../core/ids.ts'
import { appendToLedger, type LedgerWriter } from '../../evidence/ledger/append-to-ledger.ts'
import { anchorOf } from '../../evidence/ledger/ledger.ts'
import { unnamedOperator } from '../../evidence/ledger/ledger-act.ts'
import { complaintPackName, safeFileName } from '../pack-names.ts'
import { complaintFolder, type FolderSource } from './complaint-folder.ts'
import type { ComplaintReport } from './complaint-report.ts'

/** Where the parts of complaint packs come from, and the ledger that they enter. */
export interface ComplaintPackSource extends FolderSource, LedgerWriter {
  /** The person's name as set; null where none is set. */
  operatorName(): Promise<string | null>
}

export interface ComplaintPackOptions {
  docketVersion: string
  /** Told after every listing: how many are in, of how many. */
  onProgress?: (done: number, of: number) => void
  /** Stops it: the stream then errs with the signal's reason. */
  signal?: AbortSignal
}

export interface ComplaintPacks {
  packId: string
  name: string
  /** The ZIP. Errs with what reading the source threw. */
  stream: ReadableStream<Uint8Array<ArrayBuffer>>
  /**
   * What went into it, in the order of the complaints.
   * @throws ExpectedError `pack-unfinished` before the stream has ended.
   */
  report(): ComplaintReport[]
}

/**
 * Packs of these complaints as one ZIP with a folder each, made while it is read: memory does not grow with it. It
 * stands in the ledger before its first byte. Nothing is filed by it, and no complaint changes.
 */
export async function buildComplaintPacks(
  source: ComplaintPackSource,
  complaints: readonly ComplaintToPack[],
  options: ComplaintPackOptions,
): Promise<ComplaintPacks> {
  const made = source.clock()
  const packId = newId(made.wallMs)
  const reports = reportsOf(complaints)
  const of = reports.reduce((sum, { listings }) => sum + listings, 0)
  const payload = canonicalJson({
    packId,
    complaints: complaints.map(({ complaint, lines }) => ({
      complaintId: complaint.complaintId,
      comIds: lines.map(({ line }) => line.comId),
    })),
  })
  options.signal?.throwIfAborted()
  const row = await appendToLedger(source, {
    actor: (await source.operatorName()) ?? unnamedOperator,
    action: 'exported',
    subject: packId,
    payloadHash: await sha256Hex(new TextEncoder().encode(payload)),
  })
  let isFinished = false
  async function* files() {
    let done = 0
    const lastModified = new Date(made.wallMs)
    for (const [at, toPack] of complaints.entries()) {
      const report = reports[at]
      if (!report) continue
      const folder = complaintFolder(
        source,
        toPack,
        {
          ...{ packId, made, docketVersion: options.docketVersion, signal: options.signal },
          ledger: anchorOf(row),
          onListing() {
            done += 1
            options.onProgress?.(done, of)
          },
        },
        report,
      )
      for await (const { path, input } of folder) {
        yield { name: `${report.folder}/${path}`, lastModified, input }
      }
    }
    isFinished = true
  }
  return {
    packId,
    name: complaintPackName(complaints.length, of, made),
    stream: makeZip(files(), { buffersAreUTF8: true }) as ReadableStream<Uint8Array<ArrayBuffer>>,
    report() {
      if (!isFinished) {
        throw new ExpectedError('pack-unfinished', 'The pack is not written to its end. Make it again.')
      }
      return reports
    },
  }
}

/** A folder for each: its place, right and reason in letters that every file system takes. */
const reportsOf = (complaints: readonly ComplaintToPack[]): ComplaintReport[] =>
  complaints.map(({ complaint, right, reason, lines }, at) => ({
    complaintId: complaint.complaintId,
    folder: safeFileName(
      `${String(at + 1).padStart(Math.max(2, String(complaints.length).length), '0')}-${slug(right.label)}-${reason.reasonId}`,
    ),
    name: `${right.label} · ${reason.name.value}`,
    listings: lines.length,
    files: [],
    problems: [],
  }))

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'right'
