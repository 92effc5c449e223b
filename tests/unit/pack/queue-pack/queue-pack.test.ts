import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { buildQueuePack } from '../../../../lib/pack/queue-pack/queue-pack.ts'
import { injectionPayloads } from '../../../support/injection-payloads.ts'
import { packedBytes, packOptions, packSource, pictureOf, sha256Of } from '../pack-source.ts'

async function unzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Map<string, Uint8Array>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { checkSignature: true })
  const files = new Map<string, Uint8Array>()
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()))
  }
  await reader.close()
  return files
}

const textOf = (files: Map<string, Uint8Array>, path: string) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(files.get(path))

const jsonOf = (files: Map<string, Uint8Array>, path: string) => JSON.parse(textOf(files, path))

describe('buildQueuePack', () => {
  it('holds links, table, pictures, records and, last, a manifest that is true of every file', async () => {
    const { source } = packSource([{}, {}, {}])
    const { bytes, name, report } = await packedBytes(source)
    const files = await unzipped(bytes)
    expect(name).toBe('docket-trademark-2026-11-23-1530-3-listings.zip')
    expect([...files.keys()]).toEqual([
      'screenshots/001-1005007000000001.png',
      'screenshots/002-1005007000000002.png',
      'screenshots/003-1005007000000003.png',
      'links.txt',
      'listings.csv',
      'listings.json',
      'manifest.json',
    ])
    const manifest = jsonOf(files, 'manifest.json')
    expect(manifest).toMatchObject({
      format: 'docket-queue-pack',
      formatVersion: 1,
      tool: { name: 'Docket', version: '0.1.0' },
      packId: '01M85CKTF2PG7D31TX0EVRWXH4',
      ledger: { count: 7, head: 'a'.repeat(64) },
      madeAt: '2026-11-23T15:30:00+01:00',
      group: 'trademark',
      listings: 3,
      problems: [],
      files: report.files,
    })
    expect(manifest.files.map(({ path }: { path: string }) => path)).toEqual([...files.keys()].slice(0, -1))
    for (const { path, bytes: length, sha256 } of manifest.files) {
      expect(files.get(path)?.length, path).toBe(length)
      expect(sha256Of(files.get(path) ?? new Uint8Array()), path).toBe(sha256)
    }
    expect(files.get('screenshots/002-1005007000000002.png')).toEqual(pictureOf(1))
    expect(textOf(files, 'links.txt')).toBe(
      [1, 2, 3].map((last) => `https://www.aliexpress.com/item/100500700000000${last}.html\n`).join(''),
    )
    expect(jsonOf(files, 'listings.json').listings[0]).toMatchObject({
      rank: 1,
      flag: source.entries[0]?.flag,
      listing: source.entries[0]?.listing,
      capture: { captureId: 'capture-0', row: { title: { status: 'found' } } },
      job: { screenshot: { state: 'saved' } },
      screenshot: { path: 'screenshots/001-1005007000000001.png', sha256: sha256Of(pictureOf(0)) },
    })
  })

  it('is the same to the byte for the same input and clock', async () => {
    const listings = [{ title: 'Velmora 维尔莫拉' }, {}]
    const [one, other] = await Promise.all([
      packedBytes(packSource(listings).source),
      packedBytes(packSource(listings).source),
    ])
    expect(sha256Of(one.bytes)).toBe(sha256Of(other.bytes))
  })

  it('leaves a changed, lost or unreadable screenshot out and says so in result, manifest and table', async () => {
    const { source, blobs } = packSource([{}, {}, {}, {}])
    blobs.set(sha256Of(pictureOf(0)), pictureOf(77))
    blobs.delete(sha256Of(pictureOf(1)))
    const { readBytes } = source
    source.readBytes = async (sha256) => {
      if (sha256 === sha256Of(pictureOf(2))) throw new DOMException('broken', 'NotReadableError')
      return readBytes(sha256)
    }
    const { bytes, report } = await packedBytes(source)
    expect(report.problems.map(({ comId, code }) => [comId, code])).toEqual([
      ['1005007000000001', 'screenshot-changed'],
      ['1005007000000002', 'screenshot-missing'],
      ['1005007000000003', 'screenshot-unreadable'],
    ])
    const files = await unzipped(bytes)
    expect([...files.keys()].filter((path) => path.startsWith('screenshots/'))).toEqual([
      'screenshots/004-1005007000000004.png',
    ])
    expect(jsonOf(files, 'manifest.json').problems).toEqual(report.problems)
    const rows = tableOf(textOf(files, 'listings.csv'))
    expect(rows[0]?.screenshot).toBe('')
    expect(rows[0]?.no_screenshot_because).toContain(sha256Of(pictureOf(77)))
    expect(rows[3]?.screenshot).toBe('screenshots/004-1005007000000004.png')
  })

  it('says why there is no screenshot, what is damaged, and which sellers are unknown', async () => {
    const failure = { code: 'page-changed', message: 'The page was scrolled.' }
    const { source, evidence } = packSource([
      { screenshot: { state: 'no-permission' } },
      { screenshot: { state: 'failed', failure, tries: 3 }, sellerId: null },
      { screenshot: { state: 'pending' } },
      {},
      {},
    ])
    evidence.set('capture-3', { capture: null, job: null })
    const last = source.entries[4]
    if (last) last.listing = null
    const { report } = await packedBytes(source)
    expect(report.problems.map(({ comId, code }) => [comId.at(-1), code])).toEqual([
      ['1', 'no-screenshot'],
      ['2', 'no-screenshot'],
      ['3', 'no-screenshot'],
      ['4', 'capture-missing'],
      ['5', 'listing-missing'],
    ])
    expect(report.problems[1]?.message).toBe('The page was scrolled.')
    expect(report.sellerUnknown).toEqual(['1005007000000002', '1005007000000005'])
  })

  it('errs where the records cannot be read, and has no report then', async () => {
    const { source } = packSource([{}])
    source.evidence = async () => {
      throw new Error('the disk is gone')
    }
    const pack = buildQueuePack(source, packOptions)
    expect(() => pack.report()).toThrow(/not written to its end/)
    await expect(new Response(pack.stream).arrayBuffer()).rejects.toThrow('the disk is gone')
    expect(() => pack.report()).toThrow(/not written to its end/)
  })

  it('carries hostile texts as texts', async () => {
    const listings = injectionPayloads.map((payload) => ({
      title: payload,
      storeName: payload,
      note: payload,
      keyword: payload,
    }))
    const { bytes } = await packedBytes(packSource(listings).source)
    const files = await unzipped(bytes)
    const stored = jsonOf(files, 'listings.json').listings
    const rows = tableOf(textOf(files, 'listings.csv'))
    expect(rows).toHaveLength(injectionPayloads.length)
    for (const [index, payload] of injectionPayloads.entries()) {
      expect(stored[index].flag.note).toBe(payload)
      expect(stored[index].listing.title).toBe(payload)
      expect(rows[index]?.title?.replace(/^'/, '')).toBe(payload)
      expect(rows[index]?.note?.replace(/^'/, '')).toBe(payload)
    }
  })

  it('writes a table that starts with a byte order mark and keeps item numbers whole', async () => {
    const { bytes } = await packedBytes(packSource([{ title: '=HYPERLINK("https://evil.invalid")' }]).source)
    const files = await unzipped(bytes)
    expect([...(files.get('listings.csv')?.slice(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf])
    expect(tableOf(textOf(files, 'listings.csv'))[0]).toMatchObject({
      rank: '1',
      item: "'1005007000000001",
      title: `'=HYPERLINK("https://evil.invalid")`,
      seller_id: '2679000001',
      flagged_at: '2026-11-23T15:29:00+01:00',
      keyword: 'velmora',
    })
  })

  it('packs 5,000 listings in batches, links in files of 300, and other programs read it', async () => {
    const { source, evidenceReads } = packSource(Array.from({ length: 5000 }, () => ({})))
    const progress: number[] = []
    const { bytes, report } = await packedBytes(source, {
      ...packOptions,
      onProgress: (done) => progress.push(done),
    })
    expect(progress).toHaveLength(5000)
    // One pass for the pictures, one for each of the two tables, 50 captures at a time.
    expect(evidenceReads()).toBe(300)
    const files = await unzipped(bytes)
    const links = [...files.keys()].filter((path) => path.startsWith('links'))
    expect(links).toHaveLength(17)
    expect([links[0], links.at(-1)]).toEqual(['links-001.txt', 'links-017.txt'])
    expect(textOf(files, 'links-001.txt').trim().split('\n')).toHaveLength(300)
    expect(textOf(files, 'links-017.txt').trim().split('\n')).toHaveLength(200)
    expect(files.get('screenshots/5000-1005007000005000.png')).toEqual(pictureOf(4999))
    expect(report.files).toHaveLength(5000 + 17 + 2)
    await checkWithOtherPrograms(bytes)
  }, 60_000)
})

describe('the stream', () => {
  it('reads a screenshot only when the ZIP is read', async () => {
    const { source } = packSource(Array.from({ length: 100 }, () => ({})))
    let reads = 0
    const { readBytes } = source
    source.readBytes = (sha256) => {
      reads += 1
      return readBytes(sha256)
    }
    const reader = buildQueuePack(source, packOptions).stream.getReader()
    await reader.read()
    expect(reads).toBeLessThan(5)
  })
})

function tableOf(csv: string): Array<Record<string, string>> {
  const { data, errors } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  return data
}

/** `unzip`, Python and `sha256sum`, as a lawyer's expert would use them; those that the machine has. */
async function checkWithOtherPrograms(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'docket-pack-'))
  try {
    await writeFile(join(folder, 'pack.zip'), bytes)
    const run = (program: string, parameters: string[], input = '') =>
      execFileSync(program, parameters, { cwd: folder, input, encoding: 'utf8', maxBuffer: 1 << 26 })
    if (has('unzip')) {
      expect(run('unzip', ['-tq', 'pack.zip'])).toContain('No errors detected')
      run('unzip', ['-q', 'pack.zip', '-d', 'files'])
      const manifest = JSON.parse(run('cat', ['files/manifest.json']))
      const sums = manifest.files
        .map(({ sha256, path }: { sha256: string; path: string }) => `${sha256}  files/${path}\n`)
        .join('')
      expect(run('sha256sum', ['-c', '--quiet', '-'], sums)).toBe('')
    }
    if (has('python3')) {
      const test = 'import zipfile; print(zipfile.ZipFile("pack.zip").testzip())'
      expect(run('python3', ['-c', test]).trim()).toBe('None')
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function has(program: string): boolean {
  try {
    execFileSync(program, [program === 'unzip' ? '-v' : '--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
