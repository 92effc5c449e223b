import type { Complaint } from '../../lib/complaints/complaint.ts'
import type { Portal } from '../../lib/complaints/portal-rules.ts'
import { portalOf, reasonOf } from '../../lib/complaints/portal-rules.ts'
import { defaultPortalRules as rules } from '../../lib/complaints/portal-rules-data.ts'
import type { ComplaintToPack } from '../../lib/complaints/read-to-pack.ts'
import { sha256Hex } from '../../lib/core/digest.ts'
import type { ComplaintPackSource } from '../../lib/pack/complaint-pack/complaint-packs.ts'
import type { Paper } from '../../lib/pack/paper/paper.ts'
import { canonicalItemUrl } from '../../lib/site/item-id.ts'
import type { TestHouse } from './open-test-database.ts'
import { buildRow, buildSighting } from './records.ts'
import { buildAnswers, buildHolder, buildListingFacts, buildTrademark, now } from './rights.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** A complaint that may be packed, with so many listings; every part can be set. */
export function buildToPack(
  listings: number,
  overrides: Partial<Omit<ComplaintToPack, 'complaint'>> & { complaint?: Partial<Complaint> } = {},
): ComplaintToPack {
  const { complaint, ...rest } = overrides
  const complaintId = complaint?.complaintId ?? '01M89M5X0T8PFHBPTT8XAXM95G'
  const portal = portalOf(rules, 'aidc-ipp')
  const reason = reasonOf(rules, 'tm-counterfeit-features')
  if (!portal || !reason) throw new Error('The rules lack the portal or the reason of the tests.')
  return {
    complaint: {
      complaintId,
      portalId: portal.portalId,
      platformId: 'aliexpress',
      rightId: 'right-tm',
      complaintType: 'product-listing',
      reasonId: reason.reasonId,
      state: 'ready',
      answers: buildAnswers(),
      caseNumber: null,
      filedOn: null,
      note: '',
      createdAtMs: now,
      changedAtMs: now,
      ...complaint,
    },
    lines: Array.from({ length: listings }, (_, position) => {
      const facts = buildListingFacts(position + 1)
      return {
        facts,
        line: {
          ...{ lineId: `line-${position}`, flagId: `flag-${position}`, complaintId, rightId: 'right-tm' },
          ...{ comId: facts.comId, position, state: 'queued', changedAtMs: now },
        },
      }
    }),
    ...{
      portal,
      reason,
      right: buildTrademark({ documents: [] }),
      holder: buildHolder({ identityDocuments: [] }),
    },
    otherForms: rules.portals.filter(({ kind }: Portal) => kind === 'form'),
    warnings: [],
    ...rest,
  }
}

interface SourceOptions {
  /** Of the listing with this number, from 1. */
  screenshotOf?: (number: number) => Uint8Array<ArrayBuffer>
  files?: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  isSealed?: boolean
  writePaper?: ComplaintPackSource['writePaper']
}

/** What packs are made from, without a browser: pictures are made when they are asked for, papers list what they show. */
export function complaintPackSource(house: TestHouse, options: SourceOptions = {}) {
  const {
    screenshotOf = (number) => encode(`picture ${number}`),
    files = new Map(),
    isSealed = true,
  } = options
  const numberOf = (comId: string) => Number(BigInt(comId) - 1_005_007_000_000_000n)
  const numbers = new Map<string, number>()
  const counts = { evidence: 0, pictures: 0 }
  const papers: Paper[] = []
  const source: ComplaintPackSource = {
    ...house.sealing,
    operatorName: async () => 'Ines Investigator',
    evidence: {
      async evidenceOf(comIds) {
        counts.evidence += 1
        const found = new Map<
          string,
          Awaited<ReturnType<ComplaintPackSource['evidence']['evidenceOf']>> extends Map<string, infer Row>
            ? Row
            : never
        >()
        for (const comId of comIds) {
          const bytes = screenshotOf(numberOf(comId))
          const sha256 = await sha256Hex(bytes)
          numbers.set(sha256, numberOf(comId))
          found.set(comId, evidenceRow(comId, { sha256, bytes: bytes.length, isSealed }))
        }
        return found
      },
      recordSha256: async () => 'e'.repeat(64),
    },
    async readBytes(sha256) {
      counts.pictures += 1
      const number = numbers.get(sha256)
      return number === undefined ? null : screenshotOf(number)
    },
    readFile: async (sha256) => files.get(sha256) ?? null,
    pictures: async () => [],
    drawComparison: async () => encode('comparison'),
    drawer: {
      open: async () => ({
        ...{ width: 100, height: 100, textWidth: () => 0, close() {} },
        annotated: () => Promise.reject(new Error('not asked for')),
        reduced: async () => ({ jpeg: encode('jpeg'), width: 100, height: 100 }),
      }),
    },
    binder: { split: async (pdf) => [pdf], join: async () => encode('%PDF-') },
    writePaper:
      options.writePaper ??
      (async (paper) => {
        papers.push(paper)
        return encode(JSON.stringify(paper))
      }),
    evidencePack: null,
  }
  return { source, counts, papers }
}

function evidenceRow(
  comId: string,
  { sha256, bytes, isSealed }: { sha256: string; bytes: number; isSealed: boolean },
) {
  const captureId = `capture-${comId}`
  return {
    summary: {
      comId,
      shownId: comId,
      title: 'as read',
      sellerId: '2679000001',
      storeName: 'Pinefall Outdoor Store',
      price: '€ 12,50',
      imageUrl: null,
      url: canonicalItemUrl(comId),
      lastSeenUrl: canonicalItemUrl(comId),
      lastSeenAtMs: now,
      hasItemCapture: false,
    },
    captures: [
      {
        capture: {
          ...{
            captureId,
            comId,
            mode: 'flagged-by-person' as const,
            tab: null,
            importedFrom: null,
            listing: null,
            witnesses: null,
          },
          sighting: buildSighting({ shipTo: 'DE' }),
          row: buildRow(comId),
          createdAtMs: now,
        },
        job: {
          ...{ captureId, comId, documentKey: 'document', pageData: null, disagreements: [], parts: {} },
          imported: false,
          ...{ gathering: 'none' as const, serverDates: [], changedAtMs: now },
          screenshot: {
            state: 'saved' as const,
            artefact: {
              kind: 'viewport-screenshot' as const,
              ...{ name: 'viewport-screenshot.png', mediaType: 'image/png', bytes, sha256 },
              ...{ obtainedBy: 'tabs.captureVisibleTab', pageUrl: null, sourceUrl: null, cut: null },
              ...{ redacted: [], subject: null, takenAtMs: now },
            },
          },
          seal: isSealed
            ? { state: 'sealed' as const, recordId: `record-${comId}`, sealedAtMs: now }
            : { state: 'due' as const, recordId: null, tries: 0, failure: null },
        },
      },
    ],
  }
}
