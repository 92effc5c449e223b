import 'fake-indexeddb/auto'
import type { Page } from 'playwright-core'
import { sha256Hex } from '../../lib/core/digest.ts'
import { newId } from '../../lib/core/ids.ts'
import { found } from '../../lib/core/observation.ts'
import type { Artefact, ScreenshotStatus } from '../../lib/evidence/capture.ts'
import type { FlagRequest } from '../../lib/messaging/protocol.ts'
import { flagListing } from '../../lib/queue/flag-listing.ts'
import { openDatabase } from '../../lib/storage/database.ts'
import { dexieEvidenceRepo } from '../../lib/storage/dexie-evidence-repo.ts'
import { dexieFlagRepo } from '../../lib/storage/dexie-flag-repo.ts'
import type { FlagRow } from '../../lib/storage/stored-rows.ts'
import { memoryAnchors } from './memory-anchors.ts'
import { buildNewFlag, buildRow, buildSighting } from './records.ts'
import { encodePng } from './sample-site/png.ts'

/** One listing to be queued. What is not given is invented. */
export interface SeedListing {
  title?: string
  storeName?: string | null
  sellerId?: string | null
  price?: string
  imageUrl?: string
  note?: string
  ipType?: FlagRequest['ipType']
  verdict?: FlagRequest['verdict']
  flaggedAtMs?: number
  sighting?: Parameters<typeof buildSighting>[0]
  /** By default a saved one. */
  screenshot?: 'saved' | 'pending' | 'no-permission' | 'failed'
}

/** All rows of a database, by table. */
export type SeedRows = Record<string, unknown[]>

/** A small PNG that differs for every number. */
export const seedPng = (number: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    encodePng(
      8,
      8,
      Uint8Array.from({ length: 192 }, (_, index) => (index * 7 + number) % 256),
    ),
  )

const seedComId = (index: number): string => String(1_005_007_000_000_001 + index)

/** Queues the listings through the product's own use-cases and returns what was stored, first listing newest. */
export async function queueSeed(listings: SeedListing[]): Promise<SeedRows> {
  const database = await openDatabase(memoryAnchors(), `seed-${newId()}`)
  const repo = dexieFlagRepo(database)
  const evidence = dexieEvidenceRepo(database)
  for (const [index, listing] of listings.entries()) {
    const comId = seedComId(index)
    const flaggedAtMs = listing.flaggedAtMs ?? Date.now() - (index + 1) * 61_000
    const flag = buildNewFlag({
      comId,
      shownId: comId,
      verdict: listing.verdict ?? 'infringing',
      ipType: listing.ipType === undefined ? 'trademark' : listing.ipType,
      note: listing.note ?? '',
      sighting: buildSighting({
        ...listing.sighting,
        seenAt: { wallMs: flaggedAtMs, monotonicMs: 1, offsetMinutes: 60 },
      }),
      row: rowOf(comId, listing),
    })
    const clock = () => ({ wallMs: flaggedAtMs, monotonicMs: 1, offsetMinutes: 60 })
    const outcome = await flagListing({ repo, clock }, flag)
    if (!outcome.ok) throw new Error(outcome.error.message)
    await saveScreenshot(evidence, flag.capture.captureId, index, listing.screenshot ?? 'saved', flaggedAtMs)
  }
  const rows: SeedRows = {}
  for (const table of database.tables) rows[table.name] = await table.toArray()
  await database.delete()
  return rows
}

/**
 * The seed's listings over and over until there are `count`, each under numbers of its own: thousands, without
 * the minutes that the use-cases would take for them in the test's own database.
 */
export function repeatedSeed(seed: SeedRows, count: number): SeedRows {
  const table = <Row>(name: string) => (seed[name] ?? []) as Row[]
  const flags = table<FlagRow>('flags')
  const rows: SeedRows = { meta: table('meta'), blobs: table('blobs') }
  const [manyFlags, listings, captures, captureJobs] = [[], [], [], []] as unknown[][]
  for (let index = 0; index < count; index++) {
    const flag = flags[index % flags.length]
    const [flagId, captureId, comId] = [newId(), newId(), seedComId(index)]
    const of = <Row extends { comId: string }>(name: string) =>
      table<Row>(name).find((row) => row.comId === flag?.comId)
    const createdAtMs = Date.now() - index * 1000
    manyFlags?.push({ ...flag, flagId, captureId, comId, createdAtMs })
    listings?.push({ ...of('listings'), comId })
    captures?.push({ ...of('captures'), comId, captureId, createdAtMs })
    captureJobs?.push({ ...of('captureJobs'), comId, captureId })
  }
  return {
    ...rows,
    flags: manyFlags ?? [],
    listings: listings ?? [],
    captures: captures ?? [],
    captureJobs: captureJobs ?? [],
  }
}

function rowOf(comId: string, { title, storeName, sellerId, price, imageUrl }: SeedListing) {
  return buildRow(comId, {
    ...(title === undefined ? {} : { title: found(title, 'state') }),
    ...(storeName ? { storeName: found(storeName, 'state') } : {}),
    ...(sellerId ? { sellerId: found(sellerId, 'state') } : {}),
    ...(price === undefined ? {} : { price: found({ text: price, value: 1, currency: null }, 'state') }),
    ...(imageUrl === undefined ? {} : { imageUrl: found(imageUrl, 'state') }),
  })
}

async function saveScreenshot(
  evidence: ReturnType<typeof dexieEvidenceRepo>,
  captureId: string,
  number: number,
  state: ScreenshotStatus['state'],
  atMs: number,
): Promise<void> {
  if (state === 'saved') {
    const bytes = seedPng(number)
    const sha256 = await sha256Hex(bytes)
    const artefact = {
      kind: 'viewport-screenshot',
      name: 'viewport-screenshot.png',
      mediaType: 'image/png',
      bytes: bytes.length,
      sha256,
      obtainedBy: 'tabs.captureVisibleTab',
      pageUrl: null,
      sourceUrl: null,
      cut: null,
      redacted: [],
      subject: null,
      takenAtMs: atMs,
    } satisfies Artefact
    await evidence.saveScreenshot(bytes, sha256, new Map([[captureId, { state: 'saved', artefact }]]), atMs)
    return
  }
  const failure = { code: 'page-changed', message: 'The page was scrolled or moved. Try again.' }
  const status: ScreenshotStatus = state === 'failed' ? { state, failure, tries: 3 } : { state }
  await evidence.saveStatuses(new Map([[captureId, status]]), atMs)
}

/** Puts the rows into the extension's own database. `page` is a page of the extension that has opened it. */
export async function writeSeed(page: Pick<Page, 'evaluate'>, rows: SeedRows): Promise<void> {
  const text = JSON.stringify(rows, (_, value) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  )
  await page.evaluate(async (json) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const tables: Record<string, unknown[]> = JSON.parse(json, (_, value) =>
      typeof value?.base64 === 'string' ? Uint8Array.fromBase64(value.base64) : value,
    )
    const database = await settled(indexedDB.open('docket'))
    const names = Object.keys(tables)
    const transaction = database.transaction(names, 'readwrite')
    for (const name of names) {
      for (const row of tables[name] ?? []) transaction.objectStore(name).put(row)
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onerror = () => reject(transaction.error)
    })
    database.close()
  }, text)
}
