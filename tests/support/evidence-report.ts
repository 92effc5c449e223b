import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { newId } from '../../lib/core/ids.ts'
import { found } from '../../lib/core/observation.ts'
import { buildEvidenceRecord, type EvidenceRecord } from '../../lib/evidence/seal/evidence-record.ts'
import { reportCapture } from '../../lib/pack/evidence-report/report-capture.ts'
import type { EvidenceReportInput, ReportedCapture } from '../../lib/pack/evidence-report/report-input.ts'
import type { ReducedPicture } from '../../lib/pack/picture-drawer.ts'
import { writeReportFonts } from '../../scripts/report-fonts.ts'
import { testInstallation } from './open-test-database.ts'
import { buildListing, buildRow, buildSighting } from './records.ts'

const run = promisify(execFile)

/** Where the fonts lie, for reports that are written in Node. */
export async function fontPaths(): Promise<(file: string) => string> {
  const paths = await writeReportFonts()
  return (file) => {
    const path = paths.get(file)
    if (path === undefined) throw new Error(`There is no font ${file}.`)
    return path
  }
}

/** The smallest JPEG, said to be of another size: where it lies on the page is what counts. */
export const grayPicture = (width = 1000, height = 700): ReducedPicture => ({
  jpeg: Uint8Array.from(
    atob(
      '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    ),
    (character) => character.charCodeAt(0),
  ),
  width,
  height,
})

/** A record as sealing builds it, of an item page with this title. */
function buildRecord(title: string, overrides: Partial<EvidenceRecord> = {}): EvidenceRecord {
  const comId = '1005007000000001'
  const sighting = buildSighting({
    pageKind: 'item',
    pageUrl: `https://www.aliexpress.com/item/${comId}.html`,
  })
  const captureId = newId()
  const record = buildEvidenceRecord(
    {
      captureId,
      comId,
      mode: 'flagged-by-person',
      tab: null,
      sighting,
      listing: buildListing(comId, { title: found(title, 'h1') }),
      row: buildRow(comId, { title: found(title, 'state') }),
      witnesses: null,
      createdAtMs: sighting.seenAt.wallMs + 40,
      importedFrom: null,
    },
    {
      captureId,
      comId,
      documentKey: newId(),
      screenshot: { state: 'no-permission' },
      pageData: null,
      disagreements: [],
      parts: {},
      gathering: 'none',
      serverDates: [],
      imported: false,
      seal: { state: 'due', recordId: null, tries: 0, failure: null },
      changedAtMs: sighting.seenAt.wallMs + 90,
    },
    {
      recordId: newId(),
      supersedes: null,
      sealedAt: { ...sighting.seenAt, wallMs: sighting.seenAt.wallMs + 2500 },
      operator: 'Anna Müller',
      installation: testInstallation,
      publicKeySha256: 'c'.repeat(64),
    },
  )
  return { ...record, ...overrides }
}

export const reportedCapture = (
  title: string,
  overrides: Partial<EvidenceRecord> = {},
  pictures: Partial<Pick<ReportedCapture, 'screenshots' | 'gallery'>> = {},
): ReportedCapture =>
  reportCapture(
    buildRecord(title, overrides),
    {
      sha256: 'd'.repeat(64),
      origin: null,
      ledgerRow: {
        seq: 7,
        hash: 'e'.repeat(64),
        at: { wallMs: Date.UTC(2026, 10, 23, 9, 31), offsetMinutes: 60 },
      },
    },
    { screenshots: [], gallery: [], ...pictures },
  )

export function reportInput(
  captures: ReportedCapture[],
  overrides: Partial<EvidenceReportInput> = {},
): EvidenceReportInput {
  return {
    pack: {
      packId: '01KAS0000000000000000PACK0',
      madeAt: { wallMs: Date.UTC(2026, 10, 23, 12), offsetMinutes: 60 },
      madeBy: 'Anna Müller',
      docketVersion: '0.1.0',
      buildSha256: 'b'.repeat(64),
      fingerprint: 'c'.repeat(64),
      hasOtherKeys: false,
      captures: captures.length,
      timeStatement: "By this computer's clock; no independent time stamp is in this pack.",
    },
    part: { number: 1, of: 1, firstCapture: 1 },
    captures,
    ...overrides,
  }
}

/** What poppler reads in a PDF: its text, and how many pages there are. */
export async function readPdf(pdf: Uint8Array): Promise<{ text: string; pages: number }> {
  const path = await writtenPdf(pdf)
  const [text, info] = await Promise.all([
    poppler('pdftotext', ['-enc', 'UTF-8', path, '-']),
    poppler('pdfinfo', [path]),
  ])
  return { text, pages: Number(/^Pages: +(\d+)$/m.exec(info)?.[1]) }
}

/** A word of a PDF and its place on the page, in points from the upper left corner. */
interface PlacedWord {
  text: string
  pageNumber: number
  xMin: number
  yMin: number
  xMax: number
  yMax: number
}

export async function readWords(pdf: Uint8Array): Promise<PlacedWord[]> {
  const html = await poppler('pdftotext', ['-enc', 'UTF-8', '-bbox', await writtenPdf(pdf), '-'])
  return html
    .split('<page ')
    .slice(1)
    .flatMap((onPage, index) =>
      [...onPage.matchAll(/<word xMin="(.+)" yMin="(.+)" xMax="(.+)" yMax="(.+)">(.*)<\/word>/g)].map(
        ([, xMin, yMin, xMax, yMax, text = '']) => ({
          text,
          pageNumber: index + 1,
          xMin: Number(xMin),
          yMin: Number(yMin),
          xMax: Number(xMax),
          yMax: Number(yMax),
        }),
      ),
    )
}

async function writtenPdf(pdf: Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'docket-report-')), 'report.pdf')
  await writeFile(path, pdf)
  return path
}

async function poppler(program: string, args: string[]): Promise<string> {
  try {
    return (await run(program, args, { maxBuffer: 64 * 1024 * 1024 })).stdout
  } catch (error) {
    throw new Error(`${program} failed. It comes with poppler-utils, which .ci/run installs.`, {
      cause: error,
    })
  }
}
