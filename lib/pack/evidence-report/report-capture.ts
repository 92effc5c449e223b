import { isCut } from '../../evidence/completeness.ts'
import type { Box } from '../../evidence/screenshot/page-check.ts'
import type { EvidenceRecord } from '../../evidence/seal/evidence-record.ts'
import { bothTimes } from '../evidence-pack/both-times.ts'
import { isScreenshot } from '../evidence-pack/evidence-pack-layout.ts'
import { listingSection, sellerSection, titleOf } from './report-facts.ts'
import type { ReportedCapture, ReportedFile, ReportRow, ReportSection } from './report-input.ts'
import { reportWords as words } from './report-words.ts'

/** What a record states of a file. Records of earlier versions lack the last three. */
export interface ReportedArtefact {
  name: string
  kind: string
  mediaType: string
  bytes: number
  sha256: string
  obtainedBy: string
  takenAtMs: number
  pageUrl: string | null
  subject: Box | null
  sourceUrl?: string | null
  /** What is not in it, in a sentence; null where all is. */
  cut?: string | null
  /** What was made unreadable before it was stored. */
  redacted?: string[]
}

/** How a record was sealed. */
export interface ReportedSeal {
  sha256: string
  /** Id of the pack whose ledger entered it, where it was imported; null for what was sealed here. */
  origin: string | null
  ledgerRow: { seq: number; hash: string; at: { wallMs: number; offsetMinutes: number } }
}

/** What the report shows of a sealed record; its pictures come from the files. */
export function reportCapture(
  record: EvidenceRecord,
  seal: ReportedSeal,
  pictures: Pick<ReportedCapture, 'screenshots' | 'gallery'>,
): ReportedCapture {
  const { observations, sighting } = record
  return {
    captureId: record.captureId,
    comId: record.comId,
    title: titleOf(observations),
    language: sighting.locale,
    sections: [
      listingSection(observations),
      sellerSection(observations),
      placeSection(record),
      timeSection(record),
      softwareSection(record),
    ],
    ...pictures,
    files: record.artefacts.map((artefact) => reportedFile(artefact, sighting.seenAt.offsetMinutes)),
    doubts: doubtsOf(record),
    seal: sealRows(record, seal),
  }
}

const plain = (label: string, text: string, note: string | null = null): ReportRow => ({
  label,
  statements: [{ text, note }],
})

const code = (label: string, text: string): ReportRow => ({
  label,
  statements: [{ text, note: null, isCode: true }],
})

/** Rows whose value is known; the labels of the others are named. */
function sectionOf(heading: string, rows: Array<ReportRow | string>): ReportSection {
  const unknown = rows.filter((row) => typeof row === 'string')
  return {
    heading,
    rows: rows.filter((row) => typeof row !== 'string'),
    unstated: unknown.length > 0 ? words.unstated(unknown) : null,
  }
}

const inSeconds = (ms: number): string => (Math.abs(ms) / 1000).toFixed(ms % 1000 === 0 ? 0 : 1)

const known = (label: string, value: string | number | null): ReportRow | string =>
  value === null ? label : plain(label, String(value))

function placeSection({ sighting, canonicalUrl }: EvidenceRecord): ReportSection {
  const { place } = words
  const isResults = sighting.pageKind !== 'item'
  const inResults = isResults
    ? [
        known(place.keyword, sighting.keyword),
        known(place.sort, sighting.sort),
        known(place.resultsPage, sighting.resultsPage),
        known(place.rank, sighting.rank),
        known(place.sponsored, sighting.sponsored === null ? null : words.yesNo(sighting.sponsored)),
      ]
    : []
  return sectionOf(place.heading, [
    code(place.address, sighting.pageUrl),
    code(place.canonical, canonicalUrl),
    plain(place.page, words.pageKind(sighting.site, sighting.pageKind, sighting.pageState)),
    ...inResults,
    known(place.locale, sighting.locale),
    known(place.currency, sighting.currency),
    known(place.shipTo, sighting.shipTo),
  ])
}

function timeSection({
  sighting,
  storedAtMs,
  sealedAt,
  artefacts,
  clock,
  serverDates,
}: EvidenceRecord): ReportSection {
  const { offsetMinutes } = sighting.seenAt
  const { time } = words
  return sectionOf(time.heading, [
    plain(time.seen, bothTimes(sighting.seenAt.wallMs, offsetMinutes)),
    plain(time.stored, bothTimes(storedAtMs, offsetMinutes)),
    ...artefacts
      .filter(({ kind }) => isScreenshot(kind))
      .map(({ name, takenAtMs }) => plain(time.taken(name), bothTimes(takenAtMs, offsetMinutes))),
    plain(time.sealed, bothTimes(sealedAt.wallMs, sealedAt.offsetMinutes)),
    plain(time.clock, time.clockOf(sighting.seenAt.monotonicMs)),
    // Records of version 1 have neither.
    known(
      words.servers.label,
      typeof clock?.skewMs === 'number'
        ? words.servers.skew(inSeconds(clock.skewMs), serverDates.length)
        : null,
    ),
  ])
}

function softwareSection({ installation, operator, sighting, captureMode, documentKey }: EvidenceRecord) {
  const { extension, browser, os } = installation
  const { software } = words
  const { width, height, pixelRatio, scrollX, scrollY } = sighting.viewport
  return sectionOf(software.heading, [
    plain(software.operator, operator ?? software.nobody),
    plain(software.mode, software.occasion[captureMode]),
    plain(software.docket, extension.version),
    code(software.build, extension.buildSha256),
    plain(
      software.browser,
      [browser.name, browser.version].filter((part) => part !== null).join(' '),
      browser.userAgent,
    ),
    plain(software.system, `${os.name}, ${os.architecture}`),
    plain(software.window, software.windowOf(width, height, pixelRatio, scrollX, scrollY)),
    code(software.document, documentKey),
  ])
}

function reportedFile(artefact: ReportedArtefact, offsetMinutes: number): ReportedFile {
  const { name, sha256, kind, mediaType, bytes, obtainedBy, takenAtMs, pageUrl, sourceUrl } = artefact
  const { file } = words
  return {
    name,
    sha256,
    facts: [
      file.kind(kind, mediaType, bytes),
      file.obtained(obtainedBy, bothTimes(takenAtMs, offsetMinutes)),
      ...(sourceUrl ? [file.source(sourceUrl)] : []),
      ...(pageUrl ? [file.page(pageUrl)] : []),
      ...remarksOf(artefact),
    ],
  }
}

/** That a picture or page is cut off, or that parts were made unreadable. */
export const remarksOf = ({
  cut = null,
  redacted = [],
}: Pick<ReportedArtefact, 'cut' | 'redacted'>): string[] => [
  ...(cut === null ? [] : [words.file.cut(cut)]),
  ...(redacted.length === 0 ? [] : [words.file.redacted(redacted.join('; '))]),
]

function doubtsOf({ failures, disagreements, clock }: EvidenceRecord): ReportRow[] {
  const { doubt, servers } = words
  return [
    ...(clock?.isDoubtful && clock.skewMs !== null
      ? [plain(servers.doubtful, servers.doubt(inSeconds(clock.skewMs)))]
      : []),
    ...failures.map(({ part, code, message }) =>
      plain(isCut({ code }) ? doubt.cut(part) : doubt.missing(part), message, code),
    ),
    ...disagreements.map(
      ({ field, shown: onScreen, stated, statedBy }): ReportRow => ({
        label: doubt.disagreement(field),
        statements: [
          { text: shown(onScreen), note: words.witness.page },
          {
            text: shown(stated),
            note: statedBy === 'data-call' ? words.witness.pageData : words.witness.pageState,
          },
        ],
      }),
    ),
  ]
}

const shown = (value: unknown): string =>
  value === null || value === undefined
    ? words.nothing
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)

function sealRows(
  { recordId, captureId, supersedes, signature }: EvidenceRecord,
  seal: ReportedSeal,
): ReportRow[] {
  const { sealed } = words
  const { seq, hash, at } = seal.ledgerRow
  return [
    code(sealed.capture, captureId),
    code(sealed.record, recordId),
    code(sealed.sha256, seal.sha256),
    plain(sealed.signature, signature.algorithm),
    code(sealed.key, signature.publicKeySha256),
    ...(seal.origin === null ? [] : [code(sealed.origin, seal.origin)]),
    plain(
      seal.origin === null ? sealed.row(seq) : sealed.importRow(seq),
      bothTimes(at.wallMs, at.offsetMinutes),
    ),
    code(sealed.rowHash, hash),
    ...(supersedes
      ? [code(sealed.replaces, supersedes.recordId), code(sealed.replacesHash, supersedes.sha256)]
      : []),
  ]
}
