import {
  type Complaint,
  type ComplaintAnswers,
  type ComplaintLine,
  noAnswers,
} from '../../lib/complaints/complaint.ts'
import { sha256Hex } from '../../lib/core/digest.ts'
import { newId } from '../../lib/core/ids.ts'
import type { ListingSummary } from '../../lib/queue/flag.ts'
import type { DocumentRef, RightDocument } from '../../lib/rights/right-document.ts'
import { canonicalItemUrl } from '../../lib/site/item-id.ts'
import type { BlobRow, FlagRow } from '../../lib/storage/stored-rows.ts'
import { queueSeed, repeatedSeed, type SeedRows, seedPng } from './queue-seed.ts'
import {
  buildAnswers,
  buildCopyright,
  buildHolder,
  buildTrademark,
  documentOf,
  rightDocumentOf,
} from './rights.ts'

/** Titles in the scripts of the site's languages, and such as a spreadsheet would run. */
export const packTitles = [
  'Größere Trinkflasche façon Łódź ğüzel',
  'Кроссовки мужские, лёгкие; сумка жіноча',
  'Παπούτσια για τρέξιμο',
  '2026新款户外登山鞋男士防滑耐磨徒步鞋',
  '2026新款戶外登山鞋男士「臺灣」',
  'アウトドア登山靴、メンズ（黒）',
  '남성용 등산화 미끄럼 방지',
  'รองเท้าเดินป่าผู้ชายกันลื่น',
  'Bottle → 750 ml ★★★ ≤ 5 °C ✔ ₽ ₩ €',
  '=HYPERLINK("https://evil.invalid","Open")',
  '+1+cmd|calc!A0',
  '@SUM(1+1)*-2',
  '12345678901234567890',
] as const

/** A PDF of a few lines that readers open. */
const smallPdf = (text: string): Uint8Array<ArrayBuffer> => {
  const stream = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = body.length
    body += `${at + 1} 0 obj${object}endobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  body += `xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`
  return new TextEncoder().encode(body)
}

/** A database with three prepared complaints of which the last lacks its declaration. */
export async function packableSeed(): Promise<SeedRows> {
  const blobs: BlobRow[] = []
  const kept = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<DocumentRef> => {
    const sha256 = await sha256Hex(bytes)
    blobs.push({ sha256, bytes })
    return documentOf(name, { sha256, bytes: bytes.length })
  }
  const certificate: RightDocument = {
    ...rightDocumentOf('certificate', 'certificate.pdf'),
    ...(await kept('certificate.pdf', smallPdf('Certificate 018000001'))),
  }
  const genuine = await kept('genuine.png', seedPng(99))
  const common = { documents: [certificate], references: [genuine] }
  const mark = buildTrademark(common)
  const photos = buildCopyright(common)
  const holder = buildHolder({
    identityDocuments: [await kept('register.pdf', smallPdf('Register of companies'))],
  })

  const ofMark = packTitles.map((title) => ({ title, ipType: 'trademark' as const }))
  const ofPhotos = [1, 2].map((number) => ({
    title: `Pinefall poster ${number}`,
    ipType: 'copyright' as const,
  }))
  const ofKeyword = [1, 2].map((number) => ({
    title: `Steel bottle ${number}`,
    ipType: 'trademark' as const,
  }))
  const listings = [...ofMark, ...ofPhotos, ...ofKeyword].map((listing) => ({
    ...listing,
    storeName: 'Trail Supply Store',
    sellerId: '2679000001',
    price: '€ 12,50',
    sighting: { shipTo: 'DE' },
  }))
  const rows = await queueSeed(listings)
  const flags = (rows.flags ?? []) as FlagRow[]
  // First listing newest.
  const flagAt = (index: number): FlagRow => {
    const flag = flags.toSorted((one, other) => other.createdAtMs - one.createdAtMs)[index]
    if (!flag) throw new Error(`The seed has no flag ${index}.`)
    return flag
  }
  const complaints: Complaint[] = []
  const complaintLines: ComplaintLine[] = []
  const add = (rightId: string, reasonId: string, first: number, many: number, answers: ComplaintAnswers) => {
    const complaintId = newId(Date.now() + complaints.length)
    complaints.push({
      ...{ complaintId, rightId, reasonId, answers, portalId: 'aidc-ipp', platformId: 'aliexpress' },
      ...{ complaintType: 'product-listing', state: 'draft', caseNumber: null, filedOn: null, note: '' },
      createdAtMs: Date.now() - complaints.length * 1000,
      changedAtMs: Date.now(),
    })
    for (let position = 0; position < many; position++) {
      const flag = flagAt(first + position)
      Object.assign(flag, { rightId, reasonId })
      complaintLines.push({
        ...{ lineId: newId(), complaintId, rightId, position, state: 'queued', changedAtMs: Date.now() },
        ...{ comId: flag.comId, flagId: flag.flagId },
      })
    }
  }
  const comparedItem = flagAt(0).comId
  const comparison = {
    comparisonId: newId(),
    comId: comparedItem,
    genuine,
    listingSha256: await sha256Hex(seedPng(0)),
    view: '',
    differences: [{ x: 0.5, y: 0.5, text: 'The lid of the genuine one is matt.' }],
  }
  add(mark.rightId, 'tm-counterfeit-features', 0, ofMark.length, buildAnswers({ comparisons: [comparison] }))
  const source = 'https://velmora.example/bottles'
  add(
    photos.rightId,
    'cr-image-theft',
    ofMark.length,
    ofPhotos.length,
    buildAnswers({
      explanation: `The pictures of the listing were taken from our own page, ${source}, without permission.`,
      sourcePage: { screenshot: await kept('source.png', seedPng(77)), url: source },
    }),
  )
  add(mark.rightId, 'tm-keyword-misuse', ofMark.length + ofPhotos.length, ofKeyword.length, {
    ...buildAnswers(),
    declaration: noAnswers('en').declaration,
  })
  return {
    ...rows,
    flags,
    complaints,
    complaintLines,
    holders: [holder],
    rights: [mark, photos],
    blobs: [...(rows.blobs ?? []), ...blobs],
  }
}

/** A database with complaints of so many listings each, all ready; their listings share one small screenshot. */
export async function largePackSeed(complaints: number, listingsEach: number): Promise<SeedRows> {
  const one = { title: 'Velmora 2026新款 trail bottle', ipType: 'trademark', sellerId: '2679000001' } as const
  const rows = repeatedSeed(
    await queueSeed([{ ...one, storeName: 'Trail Supply Store', sighting: { shipTo: 'DE' } }]),
    complaints * listingsEach,
  )
  for (const listing of (rows.listings ?? []) as ListingSummary[])
    listing.url = canonicalItemUrl(listing.comId)
  const [rightId, reasonId] = ['right-tm', 'tm-keyword-misuse']
  const flags = (rows.flags ?? []) as FlagRow[]
  const stored: Complaint[] = []
  const complaintLines: ComplaintLine[] = []
  for (let at = 0; at < complaints; at++) {
    const complaintId = newId(Date.now() + at)
    stored.push({
      ...{ complaintId, rightId, reasonId, portalId: 'aidc-ipp', platformId: 'aliexpress' },
      ...{ complaintType: 'product-listing', state: 'draft', caseNumber: null, filedOn: null, note: '' },
      answers: buildAnswers(),
      createdAtMs: Date.now() - at,
      changedAtMs: Date.now(),
    })
    const own = flags.slice(at * listingsEach, (at + 1) * listingsEach)
    for (const [position, flag] of own.entries()) {
      Object.assign(flag, { rightId, reasonId })
      complaintLines.push({
        ...{ lineId: newId(), complaintId, rightId, position, state: 'queued', changedAtMs: Date.now() },
        ...{ comId: flag.comId, flagId: flag.flagId },
      })
    }
  }
  const bytes = smallPdf('Certificate 018000001')
  const kept = { sha256: await sha256Hex(bytes), bytes: bytes.length }
  return {
    ...rows,
    ...{ flags, complaintLines, complaints: stored },
    holders: [buildHolder({ identityDocuments: [documentOf('register.pdf', kept)] })],
    rights: [
      buildTrademark({ documents: [{ ...rightDocumentOf('certificate', 'certificate.pdf'), ...kept }] }),
    ],
    blobs: [...(rows.blobs ?? []), { sha256: kept.sha256, bytes }],
  }
}
