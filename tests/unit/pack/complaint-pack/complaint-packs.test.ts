import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../../lib/core/digest.ts'
import { buildComplaintPacks } from '../../../../lib/pack/complaint-pack/complaint-packs.ts'
import { buildToPack, complaintPackSource } from '../../../support/complaint-pack-source.ts'
import { unpacked } from '../../../support/evidence-pack.ts'
import { openTestDatabase } from '../../../support/open-test-database.ts'
import { readPackFolders } from '../../../support/read-pack-folders.ts'
import {
  buildAnswers,
  buildCopyright,
  buildHolder,
  buildTrademark,
  documentOf,
  rightDocumentOf,
} from '../../../support/rights.ts'

const options = { docketVersion: '0.1.0' }
const bytesOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) =>
  new Uint8Array(await new Response(stream).arrayBuffer())
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const encode = (text: string) => new TextEncoder().encode(text)

describe('packs of complaints', () => {
  test('three of 300 listings are one ZIP with a folder each, every file as its manifest says', async () => {
    const house = await openTestDatabase()
    const { source } = complaintPackSource(house)
    const complaints = ['A', 'B', 'C'].map((letter) =>
      buildToPack(300, { complaint: { complaintId: `01M89M5X0T8PFHBPTT8XAXM95${letter}` } }),
    )
    const told: Array<[number, number]> = []
    const packs = await buildComplaintPacks(source, complaints, {
      ...options,
      onProgress: (...now) => told.push(now),
    })
    expect(() => packs.report()).toThrow('not written to its end')
    const folders = await readPackFolders(await bytesOf(packs.stream))
    expect(packs.name).toMatch(/^docket-complaints-2026-11-23-\d{4}-3-complaints-900-listings\.zip$/)
    expect([told.length, told[0], told.at(-1)]).toEqual([900, [1, 900], [900, 900]])
    expect([...folders.keys()]).toEqual(packs.report().map(({ folder }) => folder))
    expect(new Set(folders.keys()).size).toBe(3)
    for (const { differences, files, manifest } of folders.values()) {
      expect(differences).toEqual([])
      expect(manifest.problems).toEqual([])
      const links = textOf(files.get('links.txt'))
      expect(links.split('\n')).toHaveLength(301)
      expect(links).toMatch(/^(https:\/\/www\.aliexpress\.com\/item\/\d+\.html\n){300}$/)
      expect([...files.keys()].filter((path) => path.startsWith('evidence/'))).toHaveLength(300)
      const tens = [...files.keys()].filter((path) => path.startsWith('other-forms/web-form/links-'))
      expect(tens).toHaveLength(30)
      expect(
        tens
          .sort()
          .map((path) => textOf(files.get(path)))
          .join(''),
      ).toBe(links)
      // The form for one link at a time is one list to go through.
      expect(textOf(files.get('other-forms/aliexpress-notice/links.txt'))).toBe(links)
    }
  })

  test('stand in the ledger before their first byte, by the person’s name', async () => {
    const house = await openTestDatabase()
    const { source } = complaintPackSource(house)
    const read = source.evidence.evidenceOf
    const atFirstRead: unknown[] = []
    source.evidence.evidenceOf = async (comIds) => {
      atFirstRead.push(await house.sealing.ledger.lastRow())
      return read(comIds)
    }
    const packs = await buildComplaintPacks(source, [buildToPack(2)], options)
    const files = await unpacked(new Blob([await bytesOf(packs.stream)]))
    expect(atFirstRead).toMatchObject([
      { action: 'exported', subject: packs.packId, actor: 'Ines Investigator' },
    ])
    const manifest = [...files].find(([path]) => path.endsWith('/manifest.json'))?.[1]
    expect(JSON.parse(new TextDecoder().decode(manifest))).toMatchObject({ ledger: house.anchors.anchor })
  })

  test('read their listings only as far as the ZIP is read', async () => {
    const { source, counts } = complaintPackSource(await openTestDatabase())
    const packs = await buildComplaintPacks(source, [buildToPack(300)], options)
    const reader = packs.stream.getReader()
    for (let pieces = 0; pieces < 6; pieces++) await reader.read()
    expect(counts.pictures).toBeLessThan(10)
    expect(counts.evidence).toBe(1)
    // The writer of ZIPs hands on whatever it is cancelled with.
    await expect(reader.cancel(new Error('enough'))).rejects.toThrow('enough')
  })

  test('end where they are stopped, with nothing said to be in them', async () => {
    const { source } = complaintPackSource(await openTestDatabase())
    const stop = new AbortController()
    const packs = await buildComplaintPacks(source, [buildToPack(300)], {
      ...options,
      signal: stop.signal,
      onProgress: (done) => done === 50 && stop.abort(),
    })
    await expect(bytesOf(packs.stream)).rejects.toThrow()
    expect(() => packs.report()).toThrow('not written to its end')
    await expect(
      buildComplaintPacks(source, [buildToPack(1)], { ...options, signal: stop.signal }),
    ).rejects.toThrow()
  })

  test('hold the evidence pack where it is wanted, by the hash of its bytes', async () => {
    const { source } = complaintPackSource(await openTestDatabase())
    const asked: string[][] = []
    source.evidencePack = async (captureIds) => {
      asked.push(captureIds)
      return new Response(encode('a pack')).body as ReadableStream<Uint8Array<ArrayBuffer>>
    }
    const packs = await buildComplaintPacks(source, [buildToPack(2)], options)
    const [folder] = (await readPackFolders(await bytesOf(packs.stream))).values()
    expect(folder?.differences).toEqual([])
    expect(textOf(folder?.files.get('evidence-pack.zip'))).toBe('a pack')
    expect(asked).toEqual([['capture-1005007000000001', 'capture-1005007000000002']])
  })

  test('name what they lack: a changed picture, an unsealed record, a lost document', async () => {
    const { source } = complaintPackSource(await openTestDatabase(), { isSealed: false })
    const read = source.readBytes
    source.readBytes = async (sha256) =>
      sha256 === (await sha256Hex(encode('picture 2'))) ? encode('another') : read(sha256)
    const right = buildTrademark({ documents: [rightDocumentOf('certificate', 'lost.pdf')] })
    const packs = await buildComplaintPacks(source, [buildToPack(2, { right })], options)
    const [folder] = (await readPackFolders(await bytesOf(packs.stream))).values()
    expect(folder?.manifest.problems.map(({ code, comId }) => [code, comId])).toEqual([
      ['not-sealed', '1005007000000001'],
      ['screenshot-changed', '1005007000000002'],
      ['not-sealed', '1005007000000002'],
      ['file-missing', null],
    ])
    expect(folder?.differences).toEqual([])
    expect(
      [...(folder?.files.keys() ?? [])].filter((path) => /^(evidence|ip-documents)\//.test(path)),
    ).toEqual(['evidence/1005007000000001_1.png'])
    expect(textOf(folder?.files.get('summary.pdf'))).toContain('lost.pdf')
  })

  test('carry documents of right and holder under names of their own, and the work that was copied', async () => {
    const kept = new Map<string, Uint8Array<ArrayBuffer>>()
    const keep = (content: string) => {
      const bytes = encode(content)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      kept.set(sha256, bytes)
      return { sha256, bytes: bytes.length }
    }
    const certificate = { ...rightDocumentOf('certificate', 'scan.pdf'), ...keep('certificate') }
    const right = buildCopyright({
      documents: [certificate],
      references: [documentOf('work.png', keep('work'))],
    })
    const holder = buildHolder({ identityDocuments: [documentOf('scan.pdf', keep('register'))] })
    const { source } = complaintPackSource(await openTestDatabase(), { files: kept })
    const theft = buildToPack(1, { right, holder })
    theft.reason = {
      ...theft.reason,
      reasonId: 'cr-image-theft',
      ipType: 'copyright',
      demands: ['original-work'],
    }
    const packs = await buildComplaintPacks(source, [theft], options)
    const [folder] = (await readPackFolders(await bytesOf(packs.stream))).values()
    const documents = [...(folder?.files ?? [])].filter(([path]) =>
      /^(ip-documents|attachments)\//.test(path),
    )
    expect(documents.map(([path, bytes]) => [path, textOf(bytes)])).toEqual([
      ['attachments/original-work-work.png', 'work'],
      ['ip-documents/scan.pdf', 'certificate'],
      ['ip-documents/work.png', 'work'],
      ['ip-documents/scan-2.pdf', 'register'],
    ])
  })

  test('say where another form does not take the text as it is', async () => {
    const { source } = complaintPackSource(await openTestDatabase())
    const answers = buildAnswers({ language: 'zh', explanation: '商品使用了我方商标。'.repeat(200) })
    const packs = await buildComplaintPacks(source, [buildToPack(1, { complaint: { answers } })], options)
    await bytesOf(packs.stream)
    expect(
      packs.report()[0]?.problems.map(({ code, message }) => [code, message.split(' takes')[0]]),
    ).toEqual([
      ['form-length', 'Form without account (ten links)'],
      ['form-language', expect.stringContaining('DSA Article 16')],
      ['form-length', expect.stringContaining('DSA Article 16')],
    ])
  })

  test('a notice has the four elements of Article 16', async () => {
    const { source } = complaintPackSource(await openTestDatabase())
    const packs = await buildComplaintPacks(source, [buildToPack(2)], options)
    const [folder] = (await readPackFolders(await bytesOf(packs.stream))).values()
    const notice = textOf(folder?.files.get('dsa-notice/notice.txt'))
    const order = [
      'Article 16(2)(c)',
      'E-mail: brand@velmora.example',
      'Article 16(2)(a)',
      'Number: 018000001',
      buildAnswers().explanation,
      'Article 16(2)(b)',
      '1. https://www.aliexpress.com/item/1005007000000001.html',
      '2. https://www.aliexpress.com/item/1005007000000002.html',
      'Article 16(2)(d)',
      'I believe in good faith',
      'Ines Investigator, 2026-11-25',
    ].map((part) => notice.indexOf(part))
    expect(order.every((place) => place >= 0)).toBe(true)
    expect(order.toSorted((one, other) => one - other)).toEqual(order)
  })
})
