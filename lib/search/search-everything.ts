import type { Complaint } from '../complaints/complaint.ts'
import { comparableText } from '../core/search-text.ts'
import type { ListingSummary } from '../queue/flag.ts'
import type { Holder, Right } from '../rights/right.ts'
import { currentName } from '../sellers/fold-seller.ts'
import { Findings, type Found, type Hit } from './found.ts'
import type { KnownSeller, SearchReader } from './search-reader.ts'
import { readTyped, type Typed } from './typed.ts'

/** Rows that are read at once: few enough that a page stays fluid, many enough that it is fast. */
const step = { listings: 1000, flags: 500, sellers: 200, complaints: 100 } as const

/**
 * Searches everything that is stored, and yields what was found as soon as there is more of it. What the text names
 * (listings, stores, sellers, cases, captures) is looked up by index and comes first; then texts are looked through
 * in slices, each kind only until there is as much as is said. Every word must stand in one text. It ends where
 * `signal` says so.
 */
export async function* searchEverything(
  reader: SearchReader,
  text: string,
  signal: AbortSignal,
): AsyncGenerator<Found> {
  const typed = readTyped(text)
  const findings = new Findings()
  if (typed.text === '') {
    yield findings.found(true)
    return
  }
  const [rights, holders] = await Promise.all([reader.rights(), reader.holders()])
  const known = { reader, typed, findings, rights, holders }
  await lookUp(known)
  findings.add(rights.filter((right) => hasWords(rightText(right, holders), typed)).map(rightHit(holders)))
  await addCaptures(known)
  if (signal.aborted) return
  yield findings.found(typed.words.length === 0)
  if (typed.words.length === 0) return
  // A number that named something is looked for in notes, not in every title.
  const isNumber = typed.words.every((word) => /^\d{6,}$/.test(word)) && findings.found(false).hits.length > 0
  for (const stage of [complaintsByText, sellersByText, notes, ...(isNumber ? [] : [titles])]) {
    for await (const isNew of stage(known)) {
      if (signal.aborted) return
      if (isNew) yield findings.found(false)
    }
  }
  await addCaptures(known)
  if (!signal.aborted) yield findings.found(true)
}

interface Known {
  reader: SearchReader
  typed: Typed
  findings: Findings
  rights: readonly Right[]
  holders: readonly Holder[]
}

/** By index. */
async function lookUp({ reader, typed, findings, rights, holders }: Known): Promise<void> {
  const { comIds, storeNumbers, sellerIds, ids, text } = typed
  const ofStores = await reader.ofStores(storeNumbers)
  const [sellers, complaints, cases, captured] = await Promise.all([
    reader.sellers([...new Set([...sellerIds, ...ofStores.sellerIds])]),
    reader.complaints(ids),
    reader.casesBeginning(text, 20),
    reader.listingOfCaptures(ids),
  ])
  const named = await reader.listings([...new Set([...comIds, ...captured.values(), ...ofStores.comIds])])
  const titleOf = new Map(named.map(({ comId, title }) => [comId, title]))
  findings.add([
    ...(await listingHits(reader, named)),
    ...sellers.map(sellerHit(typed)),
    ...[...complaints, ...cases].map(complaintHit(rights, typed)),
    ...[...captured].map(
      ([captureId, comId]): Hit => ({
        group: 'captures',
        captureId,
        comId,
        title: titleOf.get(comId) ?? null,
        captures: 1,
      }),
    ),
    ...rights.filter(({ rightId }) => ids.includes(rightId)).map(rightHit(holders)),
  ])
}

async function* complaintsByText({ reader, typed, findings, rights }: Known): AsyncGenerator<boolean> {
  const slices = slicesOf(reader.complaintsAfter, step.complaints, ({ complaintId }) => complaintId)
  for await (const rows of slices) {
    const found = rows.filter((complaint) => hasWords(complaintText(complaint, rights), typed))
    yield findings.add(found.map(complaintHit(rights, typed)))
    if (findings.isFull('complaints')) return
  }
}

async function* sellersByText({ reader, typed, findings }: Known): AsyncGenerator<boolean> {
  const slices = slicesOf(reader.sellersAfter, step.sellers, ({ seller }) => seller.sellerId)
  for await (const rows of slices) {
    yield findings.add(rows.filter((row) => hasWords(sellerText(row), typed)).map(sellerHit(typed)))
    if (findings.isFull('sellers')) return
  }
}

/** Judgements whose note has the words. */
async function* notes({ reader, typed, findings }: Known): AsyncGenerator<boolean> {
  const ids = await reader.notedIds()
  for (let from = 0; from < ids.length && !findings.isFull('listings'); from += step.flags) {
    const flags = (await reader.flags(ids.slice(from, from + step.flags))).filter(
      ({ status, note }) => status === 'current' && hasWords(note, typed),
    )
    const listings = await reader.listings(flags.map(({ comId }) => comId))
    const noteOf = new Map(flags.map(({ comId, note }) => [comId, note]))
    yield findings.add(
      listings.map((listing): Hit => listingHit(listing, true, noteOf.get(listing.comId) ?? null)),
    )
  }
}

async function* titles({ reader, typed, findings }: Known): AsyncGenerator<boolean> {
  const slices = slicesOf(reader.listingsAfter, step.listings, ({ comId }) => comId)
  for await (const rows of slices) {
    const found = rows.filter((listing) => hasWords(listingText(listing), typed))
    yield findings.add(await listingHits(reader, found.slice(0, 20)))
    if (findings.isFull('listings')) return
  }
}

/** The newest capture of each listing that was found. */
async function addCaptures({ reader, findings }: Known): Promise<void> {
  for (const { comId, title } of findings.of('listings')) {
    const [newest, ...older] = await reader.captureIdsOf(comId)
    if (newest === undefined) continue
    findings.add([{ group: 'captures', captureId: newest, comId, title, captures: older.length + 1 }])
  }
}

/** A table in the order of its keys, slice by slice. */
async function* slicesOf<Row>(
  after: (key: string | null, many: number) => Promise<Row[]>,
  many: number,
  keyOf: (row: Row) => string,
): AsyncGenerator<Row[]> {
  let key: string | null = null
  while (true) {
    const rows: Row[] = await after(key, many)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    if (rows.length < many) return
    key = keyOf(last)
  }
}

async function listingHits(reader: SearchReader, listings: readonly ListingSummary[]): Promise<Hit[]> {
  if (listings.length === 0) return []
  const judged = await reader.judgements(listings.map(({ comId }) => comId))
  return listings.map((listing) => listingHit(listing, judged.has(listing.comId), null))
}

const listingHit = (
  { comId, title, storeName }: ListingSummary,
  isJudged: boolean,
  note: string | null,
): Hit => ({ group: 'listings', comId, title, storeName, isJudged, note })

const sellerHit =
  (typed: Typed) =>
  ({ seller, mark }: KnownSeller): Hit => ({
    group: 'sellers',
    sellerId: seller.sellerId,
    name: currentName(seller),
    storeNumbers: seller.storeNumbers.map(({ value }) => value),
    note: mark && hasSomeWord(mark.note, typed) ? mark.note : null,
  })

const complaintHit =
  (rights: readonly Right[], typed: Typed) =>
  ({ complaintId, state, caseNumber, rightId, note }: Complaint): Hit => ({
    group: 'complaints',
    complaintId,
    state,
    caseNumber,
    rightLabel: rights.find((right) => right.rightId === rightId)?.label ?? null,
    note: hasSomeWord(note, typed) ? note : null,
  })

const rightHit =
  (holders: readonly Holder[]) =>
  ({ rightId, label, number, holderId }: Right): Hit => ({
    group: 'rights',
    rightId,
    label,
    number,
    holderName: holders.find((holder) => holder.holderId === holderId)?.name ?? null,
  })

const listingText = ({ comId, shownId, title, storeName }: ListingSummary): string =>
  `${title ?? ''}\n${storeName ?? ''}\n${comId}\n${shownId}`

const complaintText = ({ caseNumber, note, rightId }: Complaint, rights: readonly Right[]): string =>
  [caseNumber ?? '', note, rights.find((right) => right.rightId === rightId)?.label ?? ''].join('\n')

const sellerText = ({ seller, mark }: KnownSeller): string =>
  [
    seller.sellerId,
    ...[seller.names, seller.storeNumbers, seller.companyIds, seller.contacts].flatMap((facts) =>
      facts.map(({ value }) => value),
    ),
    mark?.note ?? '',
  ].join('\n')

function rightText(right: Right, holders: readonly Holder[]): string {
  const holder = holders.find(({ holderId }) => holderId === right.holderId)
  const own =
    right.ipType === 'trademark' ? right.mark : right.ipType === 'copyright' ? right.workTitle : right.title
  const { names, products } = right.vocabulary
  return [right.label, right.number, right.registrant, own, holder?.name ?? '', ...names, ...products].join(
    '\n',
  )
}

function hasWords(text: string, { words }: Typed): boolean {
  if (words.length === 0 || text === '') return false
  const comparable = comparableText(text)
  return words.every((word) => comparable.includes(word))
}

const hasSomeWord = (text: string, { words }: Typed): boolean => {
  const comparable = comparableText(text)
  return text !== '' && words.some((word) => comparable.includes(word))
}
