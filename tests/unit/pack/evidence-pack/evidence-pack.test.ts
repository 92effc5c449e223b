import { beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../../lib/core/canonical-json.ts'
import { sha256Hex } from '../../../../lib/core/digest.ts'
import { ExpectedError } from '../../../../lib/core/expected-error.ts'
import type { LedgerRow } from '../../../../lib/evidence/ledger/ledger.ts'
import { makeSigningKey, type SigningKey } from '../../../../lib/evidence/seal/seal.ts'
import { sealCaptures } from '../../../../lib/evidence/seal/seal-captures.ts'
import { buildEvidencePack } from '../../../../lib/pack/evidence-pack/evidence-pack.ts'
import { verifyEvidencePack } from '../../../../lib/pack/verify/verify-evidence-pack.ts'
import { captureWithScreenshot } from '../../../support/capture-with-screenshot.ts'
import {
  exportPack,
  packFilesOf,
  packSource,
  summedAgain,
  unpacked,
  withBitTurned,
} from '../../../support/evidence-pack.ts'
import { openTestDatabase, type TestHouse } from '../../../support/open-test-database.ts'
import { randomFrom } from '../../../support/random-from.ts'
import { buildListing } from '../../../support/records.ts'
import { tally } from '../../../trials/tally.ts'
import { trialSeed } from '../../../trials/trial.ts'

type Files = Map<string, Uint8Array<ArrayBuffer>>

const seed = trialSeed()
const random = randomFrom(seed)
const counted = tally({
  plan: 'T18',
  name: 'changed-packs',
  what: 'Random single bits of every kind of file in an evidence pack are turned, also with the sums signed again over them, and rows, records and files are moved, dropped or added. All must be found; clean packs must raise no alarm.',
  seed,
})

let house: TestHouse
let key: SigningKey
let captureIds: string[]
let files: Files

/** Two captures, the first sealed twice (something came in later), between them one that is not exported. */
beforeAll(async () => {
  house = await openTestDatabase()
  const first = await captureWithScreenshot(house)
  await sealCaptures(house.sealing, [first])
  await sealCaptures(house.sealing, [await captureWithScreenshot(house, { comId: '1005007000000003' })])
  const pageData = buildListing('1005007000000001')
  await house.evidence.savePageData(first, { pageData, disagreements: [] }, house.clock().wallMs)
  const second = await captureWithScreenshot(house, { comId: '1005007000000002' })
  captureIds = [first, second]
  await sealCaptures(house.sealing, captureIds)
  key = await house.sealing.keys.signingKey()
  files = await unpacked(await exportPack(house, captureIds))
})

const verify = (changed: Files) => verifyEvidencePack(packFilesOf(changed))
const flawOf = async (changed: Files) => (await verify(changed)).flaw
const flawOfResigned = async (changed: Files) => flawOf(await summedAgain(changed, key))
const changedText = (name: string, change: (text: string) => string): Files =>
  new Map(files).set(name, new TextEncoder().encode(change(new TextDecoder().decode(files.get(name)))))
const bitsOf = (name: string) => (files.get(name)?.byteLength ?? 0) * 8
const turned = (name: string): Files =>
  new Map(files).set(name, withBitTurned(files.get(name) ?? new Uint8Array(), random(bitsOf(name))))

describe('an evidence pack', { timeout: 60_000 }, () => {
  test('holds every record, file and text, and passes every check', async () => {
    const [first, second] = captureIds
    const earlier = [...files.keys()].filter((name) => name.includes('/earlier/'))
    expect(earlier).toHaveLength(2)
    expect([...files.keys()].filter((name) => !earlier.includes(name))).toEqual([
      `captures/${first}/record.json`,
      `captures/${first}/signature.der`,
      `captures/${first}/viewport-screenshot.png`,
      `captures/${first}/annotated/viewport-screenshot.png`,
      `captures/${second}/record.json`,
      `captures/${second}/signature.der`,
      `captures/${second}/viewport-screenshot.png`,
      `captures/${second}/annotated/viewport-screenshot.png`,
      'report.pdf',
      'ledger.jsonl',
      'pack.json',
      'public-key.pem',
      'README.txt',
      'certificate-fre-902.txt',
      'eidas-note.txt',
      'verify.html',
      'SHA256SUMS',
      'SHA256SUMS.der',
    ])
    const { checks, flaw } = await verify(files)
    expect(flaw).toBeNull()
    expect(checks).toHaveLength(6)
  })

  test('of one capture carries the ledger from its first row to the export, and nothing of before', async () => {
    const [, second] = captureIds
    if (!second) throw new Error('no second capture')
    const small = await unpacked(await exportPack(house, [second]))
    expect((await verify(small)).flaw).toBeNull()
    const rows: LedgerRow[] = new TextDecoder()
      .decode(small.get('ledger.jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows[0]).toMatchObject({ action: 'capture-sealed', subject: second })
    expect(rows.at(-1)).toMatchObject({ action: 'exported' })
    expect(rows.at(-1)?.seq).toBe((await house.database.ledger.orderBy('seq').last())?.seq)
  })

  test('is entered in the ledger before its first byte leaves', async () => {
    const pack = await buildEvidencePack(packSource(house), { captureIds })
    if (!pack.ok) throw new Error(pack.error.message)
    expect(await house.database.ledger.orderBy('seq').last()).toMatchObject({
      action: 'exported',
      subject: pack.value.packId,
    })
    await new Response(pack.value.stream).arrayBuffer()
  })

  test('names captures that are not sealed, and is not made without them', async () => {
    const unsealed = await captureWithScreenshot(house, { comId: '1005007000000004' })
    const rows = await house.database.ledger.count()
    const pack = await buildEvidencePack(packSource(house), { captureIds: [...captureIds, unsealed] })
    expect(pack).toMatchObject({ ok: false, error: { code: 'not-sealed' } })
    if (!pack.ok) expect(pack.error.message).toContain(unsealed)
    expect(await buildEvidencePack(packSource(house), { captureIds: [] })).toMatchObject({
      error: { code: 'nothing-chosen' },
    })
    expect(await house.database.ledger.count()).toBe(rows)
  })

  test('ends with an error where a stored file is no longer what was sealed', async () => {
    const other = await openTestDatabase()
    const captureId = await captureWithScreenshot(other)
    await sealCaptures(other.sealing, [captureId])
    const [blob] = await other.database.blobs.toArray()
    if (!blob) throw new Error('no screenshot')
    await other.database.blobs.put({ ...blob, bytes: withBitTurned(blob.bytes, 9) })
    await expect(exportPack(other, [captureId])).rejects.toMatchObject({ code: 'artefact-changed' })
  })
})

describe('the copies for reading', { timeout: 60_000 }, () => {
  const jsonOf = (bytes: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(bytes))

  test('are made of the files that are in the pack, and stored nowhere', async () => {
    const [first] = captureIds
    const original = files.get(`captures/${first}/viewport-screenshot.png`) ?? new Uint8Array()
    const copy = files.get(`captures/${first}/annotated/viewport-screenshot.png`)
    expect(new TextDecoder().decode(copy)).toBe(`annotated copy of ${await sha256Hex(original)}`)
    const { captures } = jsonOf(files.get('report.pdf'))
    expect(captures).toMatchObject([
      { captureId: first, screenshots: [{ caption: expect.stringContaining(`${first}/annotated`) }] },
      { captureId: captureIds[1] },
    ])
    const stored = await house.database.blobs.count()
    await exportPack(house, captureIds)
    expect(await house.database.blobs.count()).toBe(stored)
  })

  test('come in parts of 20 captures, each made when its turn comes', async () => {
    const many = await openTestDatabase()
    const ids: string[] = []
    for (let index = 0; index < 41; index++) {
      ids.push(await captureWithScreenshot(many, { comId: String(1005007000000000 + index) }))
    }
    await sealCaptures(many.sealing, ids)
    const packed = await unpacked(await exportPack(many, ids))
    expect((await verify(packed)).flaw).toBeNull()
    const names = [...packed.keys()]
    expect(names.filter((name) => name.startsWith('report'))).toEqual([
      'report.pdf',
      'report-2.pdf',
      'report-3.pdf',
    ])
    expect(names.indexOf('report.pdf')).toBeLessThan(names.indexOf(`captures/${ids[20]}/record.json`))
    expect(jsonOf(packed.get('report-3.pdf'))).toMatchObject({
      part: { number: 3, of: 3, firstCapture: 41 },
      captures: [{ captureId: ids[40] }],
    })
  })

  test('are not silently missing: where one cannot be made there is no pack', async () => {
    const source = packSource(house)
    const streamOf = async (changes: Partial<typeof source>) => {
      const pack = await buildEvidencePack({ ...source, ...changes }, { captureIds })
      if (!pack.ok) throw new Error(pack.error.message)
      return new Response(pack.value.stream).arrayBuffer()
    }
    const pictures = { open: () => Promise.reject(new Error('no canvas')) }
    await expect(streamOf({ pictures })).rejects.toMatchObject({ code: 'annotation-failed' })
    const writeReport = () => Promise.reject(new ExpectedError('report-failed', 'Export again.'))
    await expect(streamOf({ writeReport })).rejects.toMatchObject({ code: 'report-failed' })
  })
})

describe('a changed pack', { timeout: 60_000 }, () => {
  test('300 random single bits, in every kind of file, are all found', async () => {
    const names = [...files.keys()]
    const missed: string[] = []
    for (let change = 0; change < 300; change++) {
      const name = names[change % names.length] ?? ''
      if (!(await flawOf(turned(name)))) missed.push(name)
    }
    counted('changed bits', 300)
    counted('missed', missed.length)
    expect(missed, `seed ${seed}`).toEqual([])
  })

  test('300 more are found in evidence and ledger although the sums were signed again over them', async () => {
    // Annotated copies and the report are for reading: their hash in the sums is all that vouches for them.
    const names = [...files.keys()].filter((name) =>
      /^captures\/(?!.*\/annotated\/)|^ledger|^public-key/.test(name),
    )
    const missed: string[] = []
    for (let change = 0; change < 300; change++) {
      const name = names[change % names.length] ?? ''
      if (!(await flawOfResigned(turned(name)))) missed.push(name)
    }
    counted('changed bits under new sums', 300)
    counted('missed', missed.length)
    expect(missed, `seed ${seed}`).toEqual([])
  })

  const ledger = (change: (lines: string[]) => string[]) => () =>
    changedText('ledger.jsonl', (text) => `${change(text.trimEnd().split('\n')).join('\n')}\n`)
  const manifest = (change: (value: ManifestShape) => unknown) => () =>
    changedText('pack.json', (text) => canonicalJson(change(JSON.parse(text))))
  const without = (part: string) => () => new Map([...files].filter(([name]) => !name.includes(part)))
  const ownersChanges: Array<[what: string, code: string, change: () => Files]> = [
    ['a ledger row is taken out', 'row-missing', ledger((lines) => lines.toSpliced(1, 1))],
    ['the ledger’s tail is dropped', 'tail-missing', ledger((lines) => lines.slice(0, -1))],
    ['ledger rows change places', 'row-missing', ledger(([a = '', b = '', ...rest]) => [b, a, ...rest])],
    ['a ledger row stands twice', 'row-repeated', ledger(([a = '', ...rest]) => [a, a, ...rest])],
    [
      'a ledger row has other white space',
      'not-canonical',
      ledger(([a = '', ...rest]) => [`${a} `, ...rest]),
    ],
    [
      'the ledger lacks its last line end',
      'ledger-malformed',
      () => changedText('ledger.jsonl', (t) => t.trimEnd()),
    ],
    ['the signature of a record is missing', 'file-missing', without('signature.der')],
    ['a screenshot is missing', 'file-missing', without('/viewport-screenshot')],
    ['an annotated copy is missing', 'file-missing', without('/annotated/')],
    ['the report is missing', 'file-missing', without('report.pdf')],
    [
      'a report too many was added',
      'file-unknown',
      () => new Map(files).set('report-2.pdf', new Uint8Array([1])),
    ],
    ['an earlier record is missing', 'file-missing', without('/earlier/')],
    ['a file was added', 'file-unknown', () => new Map(files).set('captures/notes.txt', new Uint8Array([1]))],
    [
      'pack.json leaves out an earlier record',
      'record-missing',
      manifest((m) => ({ ...m, earlierRecords: [] })),
    ],
    [
      'pack.json leaves out a capture',
      'file-unknown',
      manifest((m) => ({ ...m, records: m.records.slice(1), earlierRecords: [] })),
    ],
    [
      'pack.json names a capture twice',
      'manifest-malformed',
      manifest((m) => ({ ...m, records: [...m.records, ...m.records] })),
    ],
    [
      'pack.json names another head',
      'head-differs',
      manifest((m) => ({ ...m, ledger: { ...m.ledger, headHash: 'a'.repeat(64) } })),
    ],
    [
      'pack.json is another pack',
      'export-unentered',
      manifest((m) => ({ ...m, packId: m.records[0]?.captureId })),
    ],
    ['pack.json is none', 'manifest-malformed', manifest(() => ({ format: 'other' }))],
    [
      'pack.json names another key',
      'key-differs',
      manifest((m) => ({ ...m, publicKeySha256: 'a'.repeat(64) })),
    ],
    [
      'two records are exchanged',
      'record-changed',
      () => {
        const [a, b] = captureIds.map((captureId) => `captures/${captureId}/record.json`)
        return new Map(files).set(a ?? '', files.get(b ?? '') ?? new Uint8Array())
      },
    ],
  ]
  for (const [what, code, change] of ownersChanges) {
    test(`is found where ${what}, also by the owner of the key`, async () => {
      expect(await flawOfResigned(change())).toMatchObject({ code })
      expect(await flawOf(change())).not.toBeNull()
      counted('other changes')
    })
  }

  test('is found where a stranger signed everything anew with a key of his own', async () => {
    const stranger = await makeSigningKey()
    expect(await flawOf(await summedAgain(files, stranger))).toMatchObject({ code: 'signature-wrong' })
    const { fingerprint } = await verify(files)
    const expectOther = await verifyEvidencePack(packFilesOf(files), 'a'.repeat(64))
    expect(expectOther.flaw).toMatchObject({ code: 'key-differs', file: 'public-key.pem' })
    expect((await verifyEvidencePack(packFilesOf(files), fingerprint?.toUpperCase())).flaw).toBeNull()
  })
})

describe('clean packs', () => {
  // About 50 ms each: DOCKET_CLEAN_PACKS=1000 for a long run.
  const packs = Number(process.env.DOCKET_CLEAN_PACKS ?? 200)

  test(`${packs} of them raise no alarm`, async () => {
    const busy = await openTestDatabase()
    const alarms: unknown[] = []
    for (let index = 0; index < packs; index++) {
      const png = crypto.getRandomValues(new Uint8Array(1 + random(3000)))
      const captureId = await captureWithScreenshot(
        busy,
        { comId: String(1005007000000000 + index), note: `${index}` },
        png,
      )
      await sealCaptures(busy.sealing, [captureId])
      const { flaw } = await verify(await unpacked(await exportPack(busy, [captureId])))
      if (flaw) alarms.push(flaw)
    }
    counted('clean packs', packs)
    counted('false alarms', alarms.length)
    expect(alarms, `seed ${seed}`).toEqual([])
  }, 240_000)
})

interface ManifestShape {
  records: Array<{ captureId: string }>
  ledger: object
}
