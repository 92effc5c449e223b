import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { CDXIndexer } from 'warcio'
import { sealCaptures } from '../../../../lib/evidence/seal/seal-captures.ts'
import { buildWacz } from '../../../../lib/pack/web-archive/wacz.ts'
import { captureWithScreenshot } from '../../../support/capture-with-screenshot.ts'
import { withBitTurned } from '../../../support/evidence-pack.ts'
import { openTestDatabase, type TestHouse } from '../../../support/open-test-database.ts'
import { readWarcRecord } from '../../../support/read-warc.ts'
import { buildListing, buildSighting } from '../../../support/records.ts'
import { sealWithFiles, type TestFile } from '../../../support/seal-with-files.ts'
import {
  exportWacz,
  fieldsOf,
  type ReadWacz,
  readWacz,
  webArchiveSource,
} from '../../../support/web-archive.ts'
import { sha256Of } from '../pack-source.ts'

const itemUrl = 'https://www.aliexpress.com/item/1005007000000001.html?spm=a2g0o'
const pictureUrl = 'https://ae01.alicdn.com/kf/S1234567890abcdef1234567890abcdefA.jpg'
const html = '<!doctype html><meta charset="utf-8"><title>Flasche Ж 瓶</title><h1>Flasche Ж 瓶</h1>'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

const everyKind: TestFile[] = [
  {
    name: 'viewport-screenshot.png',
    kind: 'viewport-screenshot',
    mediaType: 'image/png',
    bytes: random(300),
  },
  {
    name: 'full-page-screenshot.png',
    kind: 'full-page-screenshot',
    mediaType: 'image/png',
    bytes: random(900),
  },
  { name: 'page.html', kind: 'page-snapshot', mediaType: 'text/html; charset=utf-8', bytes: bytesOf(html) },
  {
    name: 'product-image-1.jpg',
    kind: 'product-image',
    mediaType: 'image/jpeg',
    bytes: random(200),
    sourceUrl: pictureUrl,
  },
  { name: 'page.mhtml', kind: 'mhtml', mediaType: 'multipart/related', bytes: bytesOf('MIME-Version: 1.0') },
  {
    name: 'page-state.json',
    kind: 'page-state',
    mediaType: 'application/json',
    bytes: bytesOf('{"a":1}'),
    cut: false,
    redacted: ['buyer'],
  },
  { name: 'notes.bin', kind: 'some-later-kind', mediaType: 'application/octet-stream', bytes: random(20) },
]

let house: TestHouse
let captureIds: string[]
let wacz: Uint8Array<ArrayBuffer>
let read: ReadWacz

/** An item page with files of every kind, a results page sealed twice, and a capture without any file. */
beforeAll(async () => {
  house = await openTestDatabase()
  const sighting = buildSighting({ pageUrl: `${itemUrl}#nav-review`, pageKind: 'item' })
  const item = await sealWithFiles(
    house,
    { comId: '1005007000000001', sighting, row: null, listing: buildListing('1005007000000001') },
    everyKind,
  )
  const results = await captureWithScreenshot(house, { comId: '1005007000000002' })
  await sealCaptures(house.sealing, [results])
  const pageData = buildListing('1005007000000002')
  await house.evidence.savePageData(results, { pageData, disagreements: [] }, house.clock().wallMs)
  await sealCaptures(house.sealing, [results])
  captureIds = [item, results, await sealWithFiles(house, { comId: '1005007000000003' }, [])]
  wacz = await exportWacz(house, captureIds)
  read = await readWacz(wacz)
})

describe('a web archive', () => {
  test('has what WACZ asks for, and Docket’s own files apart from it', () => {
    const [item, results, bare] = captureIds
    expect([...read.files.keys()].filter((name) => !name.includes('/earlier/'))).toEqual([
      'archive/data.warc.gz',
      'indexes/index.cdx',
      'pages/pages.jsonl',
      ...[item, results, bare].flatMap((id) => [
        `docket/captures/${id}/record.json`,
        `docket/captures/${id}/signature.der`,
      ]),
      'docket/ledger.jsonl',
      'docket/pack.json',
      'docket/public-key.pem',
      'docket/web-archive-key.pem',
      'docket/README.txt',
      'docket/SHA256SUMS',
      'docket/SHA256SUMS.der',
      'datapackage.json',
      'datapackage-digest.json',
    ])
    expect([...read.files.keys()].filter((name) => name.includes('/earlier/'))).toHaveLength(2)
    expect(read.datapackage).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1' })
    expect(read.datapackage.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  test('lists every file with its size and hash, under names that are unique', () => {
    const { resources } = read.datapackage
    expect(resources.map(({ path }) => path)).toEqual(
      [...read.files.keys()].filter((path) => !path.startsWith('datapackage')),
    )
    for (const { path, hash, bytes } of resources) {
      const file = read.files.get(path) ?? new Uint8Array()
      expect({ path, hash, bytes }).toEqual({ path, hash: `sha256:${sha256Of(file)}`, bytes: file.length })
    }
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length)
    for (const { name } of resources) expect(name).toMatch(/^[a-z0-9._-]+$/)
  })

  test('holds the very bytes that were sealed, in records that claim no HTTP', () => {
    expect(read.records.map((record) => record.header('WARC-Type'))).toEqual([
      'warcinfo',
      ...Array(2 + everyKind.length + 2)
        .fill(['resource', 'metadata'])
        .flat(),
    ])
    const resources = read.records.filter((record) => record.header('WARC-Type') === 'resource')
    for (const { body, header } of resources) {
      expect(header('WARC-Payload-Digest')).toBe(`sha256:${sha256Of(body)}`)
      expect(header('WARC-Block-Digest')).toBe(header('WARC-Payload-Digest'))
    }
    for (const { bytes } of everyKind) {
      expect(resources.some(({ body }) => body.equals(bytes))).toBe(true)
    }
    const [info] = read.records
    expect(info?.body.toString()).toContain('Requests and responses were not recorded')
    expect(new TextDecoder().decode(wacz)).not.toContain('HTTP/1.1')
  })

  test('has each file under the address that says what it is', () => {
    const item = captureIds[0]
    expect(read.index.map(({ facts }) => facts.url).sort()).toEqual(
      [
        ...captureIds.map((id) => `urn:docket:${id}/record.json`),
        `urn:docket:${item}/notes.bin`,
        itemUrl,
        pictureUrl,
        `urn:view:${itemUrl}`,
        `urn:fullPage:${itemUrl}`,
        `urn:mhtml:${itemUrl}`,
        `urn:pageState:${itemUrl}`,
        'urn:view:https://www.aliexpress.com/w/wholesale-velmora.html?page=2',
      ].sort(),
    )
  })

  test('says of each file whose it is and how it was obtained', () => {
    const about = read.records.filter((record) => record.header('WARC-Type') === 'metadata')
    const facts = about.map(fieldsOf)
    expect(facts.find(({ file }) => file === 'page-state.json')).toEqual({
      captureId: captureIds[0],
      item: '1005007000000001',
      sealedRecord: expect.stringMatching(/^[0-9A-Z]{26}$/),
      sealedRecordSha256: sha256Of(
        read.files.get(`docket/captures/${captureIds[0]}/record.json`) ?? random(1),
      ),
      file: 'page-state.json',
      kind: 'page-state',
      obtainedBy: 'a test',
      takenAt: expect.stringMatching(/Z$/),
      pageUrl: `${itemUrl}#nav-review`,
      cut: 'false',
      redacted: '["buyer"]',
    })
    for (const record of about) {
      const described = read.records.find(
        (other) => other.header('WARC-Record-ID') === record.header('WARC-Refers-To'),
      )
      expect(described?.header('WARC-Target-URI')).toBe(record.header('WARC-Target-URI'))
    }
  })

  test('opens snapshots as pages, else screenshots, else the sealed record, and calls them so', () => {
    const of = (captureId = '') => read.pages.filter(({ id }) => id.startsWith(captureId))
    const title = 'Velmora style trail bottle 750 ml'
    expect(of(captureIds[0]).map(({ url, title }) => ({ url, title }))).toEqual([
      { url: itemUrl, title: `${title} (item 1005007000000001)` },
      { url: `urn:fullPage:${itemUrl}`, title: `Full-page screenshot: ${title} (item 1005007000000001)` },
      { url: `urn:view:${itemUrl}`, title: `Screenshot: ${title} (item 1005007000000001)` },
    ])
    expect(of(captureIds[1]).map(({ title }) => title)).toEqual([
      `Screenshot: ${title} (item 1005007000000002)`,
    ])
    expect(of(captureIds[2]).map(({ url, title }) => ({ url, title }))).toEqual([
      {
        url: `urn:docket:${captureIds[2]}/record.json`,
        title: `Sealed record, without picture: ${title} (item 1005007000000003)`,
      },
    ])
    for (const { url, ts } of read.pages) {
      const timestamp = ts.replace(/\D/g, '')
      expect(read.index.some((line) => line.facts.url === url && line.timestamp === timestamp)).toBe(true)
    }
  })

  test('of one page names it as the one to open first', async () => {
    const one = await readWacz(await exportWacz(house, captureIds.slice(1, 2)))
    expect(one.datapackage).toMatchObject({ mainPageUrl: one.pages[0]?.url, mainPageDate: one.pages[0]?.ts })
    expect(read.datapackage.mainPageUrl).toBeUndefined()
  })
})

describe('its index', () => {
  test('is sorted by bytes and points at the records: seek, unpack, parse', () => {
    const warc = read.files.get('archive/data.warc.gz') ?? new Uint8Array()
    const text = new TextDecoder().decode(read.files.get('indexes/index.cdx'))
    const lines = text.split('\n').slice(0, -1)
    expect(lines).toEqual(lines.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
    for (const { timestamp, facts } of read.index) {
      const record = readWarcRecord(warc, facts.offset, facts.length)
      expect(record.header('WARC-Target-URI')).toBe(facts.url)
      expect(record.header('WARC-Date').replace(/\D/g, '')).toBe(timestamp)
      expect(record.header('WARC-Payload-Digest')).toBe(facts.digest)
      expect(record.header('Content-Type').split(';')[0]).toBe(facts.mime)
      const packed = warc.subarray(facts.offset, facts.offset + facts.length)
      expect(facts.recordDigest).toBe(`sha256:${sha256Of(packed)}`)
      expect(facts).toMatchObject({ status: '-', filename: 'data.warc.gz' })
    }
    expect(read.index).toHaveLength(
      read.records.filter((record) => record.header('WARC-Type') === 'resource').length,
    )
  })

  test('is the one that another indexer makes of the same file', async () => {
    const warc = read.files.get('archive/data.warc.gz') ?? new Uint8Array()
    const reader = (async function* () {
      yield warc
    })()
    const theirs: Array<Record<string, unknown>> = []
    for await (const line of new CDXIndexer().iterIndex([{ filename: 'data.warc.gz', reader }])) {
      theirs.push({ ...line, mime: String(line.mime).split(';')[0] })
    }
    const ours = read.index.map(
      ({ key, timestamp, facts: { url, mime, digest, offset, length, filename } }) => ({
        urlkey: key,
        timestamp: timestamp.slice(0, 14),
        url,
        mime,
        digest: digest.slice('sha256:'.length),
        offset,
        length,
        filename,
      }),
    )
    expect(ours.toSorted((a, b) => a.offset - b.offset)).toEqual(theirs)
  })
})

const missing = ['openssl', 'sha256sum', 'sh'].filter(
  (program) => spawnSync(program, program === 'sh' ? ['-c', ':'] : ['--version']).error !== undefined,
)

describe('its proofs', () => {
  const skipped = missing.length > 0 ? ` (skipped: no ${missing.join(', ')})` : ''
  test.skipIf(missing.length > 0)(
    `can be checked with sha256sum and openssl alone, by the commands in its README${skipped}`,
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'docket-wacz-'))
      try {
        for (const [name, bytes] of read.files) {
          await mkdir(dirname(join(folder, name)), { recursive: true })
          await writeFile(join(folder, name), bytes)
        }
        const readme = new TextDecoder().decode(read.files.get('docket/README.txt'))
        const commands = readme.split('\n').filter((line) => /^(sha256sum|openssl|for d in) ?/.test(line))
        expect(commands).toHaveLength(5)
        const outputs = commands.map((command) =>
          execFileSync('sh', ['-ec', command], { cwd: folder, encoding: 'utf8' }),
        )
        expect(outputs[0]?.match(/: OK$/gm)).toHaveLength(read.files.size - 4)
        expect(outputs[1]).toBe('Verified OK\n')
        expect(outputs[2]).toBe('Verified OK\n'.repeat(3))
        expect(readme).toContain(outputs[3]?.slice(0, 64))
        expect(read.digest.hash).toBe(`sha256:${outputs[4]?.slice(0, 64)}`)
      } finally {
        await rm(folder, { recursive: true })
      }
    },
  )

  test('are signed as readers of WACZ check it: P-384 over the hash of datapackage.json', async () => {
    const { path, hash, signedData } = read.digest
    expect(path).toBe('datapackage.json')
    expect(hash).toBe(`sha256:${sha256Of(read.files.get('datapackage.json') ?? random(1))}`)
    expect(Object.keys(signedData).sort()).toEqual([
      'created',
      'hash',
      'publicKey',
      'signature',
      'software',
      'version',
    ])
    expect(signedData.hash).toBe(hash)
    const key = await crypto.subtle.importKey(
      'spki',
      Buffer.from(signedData.publicKey ?? '', 'base64'),
      { name: 'ECDSA', namedCurve: 'P-384' },
      false,
      ['verify'],
    )
    const isSigned = (text: string) =>
      crypto.subtle.verify(
        { name: 'ECDSA', hash: 'SHA-256' },
        key,
        Buffer.from(signedData.signature ?? '', 'base64'),
        bytesOf(text),
      )
    expect(await isSigned(hash)).toBe(true)
    expect(await isSigned(hash.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')))).toBe(false)
    const pem = new TextDecoder().decode(read.files.get('docket/web-archive-key.pem'))
    expect(pem.replace(/-----.+-----|\n/g, '')).toBe(signedData.publicKey)
  })

  test('use one key for all archives of an installation, which cannot be exported', async () => {
    const { webArchiveKeys } = webArchiveSource(house)
    const { privateKey } = await webArchiveKeys.webArchiveKey()
    expect(privateKey.extractable).toBe(false)
    const again = await readWacz(await exportWacz(house, captureIds.slice(0, 1)))
    expect(again.digest.signedData.publicKey).toBe(read.digest.signedData.publicKey)
  })
})

describe('the export', () => {
  test('stands in the ledger before its first byte leaves, and in the archive as its last row', async () => {
    const pack = await buildWacz(webArchiveSource(house), { captureIds })
    if (!pack.ok) throw new Error(pack.error.message)
    const last = await house.database.ledger.orderBy('seq').last()
    expect(last).toMatchObject({ action: 'exported', subject: pack.value.packId })
    const { files } = await readWacz(new Uint8Array(await new Response(pack.value.stream).arrayBuffer()))
    const rows = new TextDecoder().decode(files.get('docket/ledger.jsonl')).trimEnd().split('\n')
    expect(JSON.parse(rows.at(-1) ?? '')).toEqual(last)
    expect(JSON.parse(rows[0] ?? '')).toMatchObject({ action: 'capture-sealed', subject: captureIds[0] })
  })

  test('is not made of captures that are not sealed, nor of nothing', async () => {
    const unsealed = await captureWithScreenshot(house, { comId: '1005007000000004' })
    const rows = await house.database.ledger.count()
    const source = webArchiveSource(house)
    expect(await buildWacz(source, { captureIds: [unsealed] })).toMatchObject({
      error: { code: 'not-sealed' },
    })
    expect(await buildWacz(source, { captureIds: [] })).toMatchObject({ error: { code: 'nothing-chosen' } })
    expect(await house.database.ledger.count()).toBe(rows)
  })

  test('ends with an error where a file is no longer what was sealed', async () => {
    const other = await openTestDatabase()
    const captureId = await sealWithFiles(other, {}, everyKind)
    const [blob] = await other.database.blobs.toArray()
    if (!blob) throw new Error('no file')
    await other.database.blobs.put({ ...blob, bytes: withBitTurned(blob.bytes, 9) })
    await expect(exportWacz(other, [captureId])).rejects.toMatchObject({ code: 'artefact-changed' })
  })

  test('ends with an error where it cannot be signed', async () => {
    const source = {
      ...webArchiveSource(house),
      webArchiveKeys: { webArchiveKey: () => Promise.reject(new Error('no key')) },
    }
    await expect(exportWacz(house, captureIds, source)).rejects.toThrow('no key')
  })
})
