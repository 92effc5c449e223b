import { beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../../lib/core/canonical-json.ts'
import { newId } from '../../../../lib/core/ids.ts'
import { appendToLedger } from '../../../../lib/evidence/ledger/append-to-ledger.ts'
import { anchorOf, verifyLedger } from '../../../../lib/evidence/ledger/ledger.ts'
import { makeSigningKey, type SigningKey } from '../../../../lib/evidence/seal/seal.ts'
import { sealCaptures } from '../../../../lib/evidence/seal/seal-captures.ts'
import type { SealedRecord } from '../../../../lib/evidence/seal/seal-repo.ts'
import type { EvidencePackManifest } from '../../../../lib/pack/evidence-pack/evidence-pack-layout.ts'
import { type Importing, importPack } from '../../../../lib/pack/import/import-pack.ts'
import { verifyEvidencePack } from '../../../../lib/pack/verify/verify-evidence-pack.ts'
import { dexieQueueReader } from '../../../../lib/storage/dexie-queue-reader.ts'
import { captureWithScreenshot } from '../../../support/capture-with-screenshot.ts'
import { type CraftedEntry, craftedZip } from '../../../support/crafted-zip.ts'
import {
  exportPack,
  packFilesOf,
  summedAgain,
  unpacked,
  withBitTurned,
} from '../../../support/evidence-pack.ts'
import { type StorageFault, withFault } from '../../../support/failing-storage.ts'
import { openTestDatabase, type TestHouse } from '../../../support/open-test-database.ts'
import { randomFrom } from '../../../support/random-from.ts'
import { buildListing, buildSighting } from '../../../support/records.ts'
import { type AnyRecord, type PackChanges, repacked } from '../../../support/repacked.ts'

type Files = Map<string, Uint8Array<ArrayBuffer>>

const seed = Number(process.env.DOCKET_SEED ?? Date.now() % 1_000_000)
const random = randomFrom(seed)

const importing = ({ sealing, imports }: TestHouse): Importing => ({ ...sealing, imports })
const zipOf = (files: Files, craft: (entry: CraftedEntry) => CraftedEntry[] = (entry) => [entry]) =>
  new Blob([craftedZip(Array.from(files, ([name, data]) => ({ name, data })).flatMap(craft))])

/** Rows as text, bytes as base64. */
const textsOf = (rows: object[]): string[] =>
  rows
    .map((row) =>
      JSON.stringify(row, (_, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
      ),
    )
    .sort()

/** Every row of every table. */
async function everythingIn({ database }: TestHouse): Promise<Record<string, string[]>> {
  const tables = await Promise.all(
    database.tables.map(async (table) => [table.name, textsOf(await table.toArray())] as const),
  )
  return Object.fromEntries(tables)
}

/** The installation of a colleague, and a pack of it: three captures, the first of them sealed twice. */
let colleague: TestHouse
let key: SigningKey
let captureIds: string[]
let pack: Blob
let files: Files

beforeAll(async () => {
  colleague = await openTestDatabase()
  captureIds = [
    await captureWithScreenshot(colleague, { comId: '1005007000000011' }),
    await captureWithScreenshot(colleague, {
      comId: '1005007000000012',
      listing: buildListing('1005007000000012'),
      row: null,
      sighting: buildSighting({
        pageKind: 'item',
        pageUrl: 'https://www.aliexpress.com/item/1005007000000012.html',
      }),
    }),
    await captureWithScreenshot(colleague, { comId: '1005007000000013' }),
  ]
  await sealCaptures(colleague.sealing, captureIds)
  const pageData = buildListing('1005007000000011')
  await colleague.evidence.savePageData(
    captureIds[0] ?? '',
    { pageData, disagreements: [] },
    colleague.clock().wallMs,
  )
  await sealCaptures(colleague.sealing, captureIds)
  key = await colleague.sealing.keys.signingKey()
  pack = await exportPack(colleague, captureIds)
  files = await unpacked(pack)
})

/** An own installation with a flag and its evidence. */
async function ownHouse() {
  const house = await openTestDatabase()
  const own = await captureWithScreenshot(house, { comId: '1005007000000011' })
  await sealCaptures(house.sealing, [own])
  return { house, own }
}

describe('an imported pack', { timeout: 60_000 }, () => {
  test('lies beside the own evidence, byte for byte, with its origin and one row in the ledger', async () => {
    const { house, own } = await ownHouse()
    const before = await everythingIn(house)
    const report = await importPack(importing(house), pack)
    const manifest: EvidencePackManifest = JSON.parse(new TextDecoder().decode(files.get('pack.json')))
    expect(report).toEqual({
      ok: true,
      value: {
        packId: manifest.packId,
        publicKeySha256: manifest.publicKeySha256,
        packMadeAt: manifest.madeAt,
        imported: ['1005007000000011', '1005007000000012', '1005007000000013'],
        alreadyThere: [],
        captureIds,
      },
    })
    for (const captureId of captureIds) {
      const [capture, original] = await Promise.all([
        house.database.captures.get(captureId),
        colleague.database.captures.get(captureId),
      ])
      expect(capture).toEqual({
        ...original,
        importedFrom: {
          packId: manifest.packId,
          publicKeySha256: manifest.publicKeySha256,
          packMadeAt: manifest.madeAt,
          importedAtMs: expect.any(Number),
          enteredIn: manifest.packId,
        },
      })
    }
    const records = await house.database.records.where('captureId').anyOf(captureIds).toArray()
    const originals = await colleague.database.records.toArray()
    const rows = await house.database.ledger.toArray()
    const withoutSeq = (found: SealedRecord[]) =>
      textsOf(found.map((record) => ({ ...record, ledgerSeq: 0 })))
    expect(withoutSeq(records)).toEqual(withoutSeq(originals))
    expect(rows.slice(1)).toMatchObject([{ action: 'imported', subject: manifest.packId }])
    expect(await verifyLedger(rows, house.anchors.anchor ?? anchorOf(null))).toBeNull()
    const after = await everythingIn(house)
    for (const [table, texts] of Object.entries(before))
      expect(after[table], table).toEqual(expect.arrayContaining(texts))
    expect(after.copies).toEqual(before.copies)
    expect(own).not.toBe(captureIds[0])
  })

  test('changes nothing where all of it is here already', async () => {
    const { house } = await ownHouse()
    await importPack(importing(house), pack)
    const before = await everythingIn(house)
    expect(await importPack(importing(house), pack)).toMatchObject({
      value: { imported: [], alreadyThere: ['1005007000000011', '1005007000000012', '1005007000000013'] },
    })
    expect(await everythingIn(house)).toEqual(before)
    // The maker's own pack holds nothing new for the maker.
    const own = await everythingIn(colleague)
    expect(await importPack(importing(colleague), pack)).toMatchObject({ value: { imported: [] } })
    expect(await everythingIn(colleague)).toEqual(own)
  })

  test('brings what is new beside what is there', async () => {
    const { house } = await ownHouse()
    await importPack(importing(house), await exportPack(colleague, captureIds.slice(0, 1)))
    expect(await importPack(importing(house), pack)).toMatchObject({
      value: { imported: ['1005007000000012', '1005007000000013'], alreadyThere: ['1005007000000011'] },
    })
  })

  test('enters neither queue nor the counts of own evidence, and is never sealed, gathered or copied', async () => {
    const { house, own } = await ownHouse()
    await importPack(importing(house), pack)
    const reader = dexieQueueReader(house.database)
    expect((await reader.entries()).map(({ flag }) => flag.captureId)).toEqual([own])
    expect(await house.flags.countQueued()).toBe(1)
    // The colleague's item page of the same listing is no evidence of one's own.
    const [judged] = await house.judged.judged(['1005007000000011'])
    expect(judged?.itemEvidence).toBe('none')
    const late = house.clock().wallMs + 1e9
    expect(await house.sealing.seals.unsealed(late)).toEqual([])
    expect(await house.evidence.openCaptures(late)).toEqual([])
    expect(await house.evidence.pendingJobs(late)).toEqual([])
    expect(await house.copies.open(late)).toEqual([own])
  })

  test('goes out again with the signed papers of its maker, and in again elsewhere', async () => {
    const { house, own } = await ownHouse()
    await importPack(importing(house), pack)
    const mixed = await exportPack(house, [own, ...captureIds])
    const out = await unpacked(mixed)
    const { flaw, checks, manifest } = await verifyEvidencePack(packFilesOf(out))
    expect(flaw).toBeNull()
    const original: EvidencePackManifest = JSON.parse(new TextDecoder().decode(files.get('pack.json')))
    expect(manifest).toMatchObject({ keys: [original.publicKeySha256], origins: [original.packId] })
    expect(checks.at(-1)).toContain('3 records are imported')
    for (const name of ['pack.json', 'ledger.jsonl', 'SHA256SUMS', 'SHA256SUMS.der', 'public-key.pem']) {
      expect(out.get(`origins/${original.packId}/${name}`)).toEqual(files.get(name))
    }
    const third = await openTestDatabase()
    expect(await importPack(importing(third), mixed)).toMatchObject({ value: { imported: { length: 4 } } })
    expect((await third.database.captures.get(captureIds[1] ?? ''))?.importedFrom).toMatchObject({
      packId: manifest?.packId,
      enteredIn: original.packId,
    })
    const again = await unpacked(await exportPack(third, [own, ...captureIds]))
    const verified = await verifyEvidencePack(packFilesOf(again))
    expect(verified.flaw).toBeNull()
    expect(verified.manifest?.origins?.toSorted()).toEqual(
      [original.packId, manifest?.packId ?? ''].toSorted(),
    )
  })

  test('whose origin’s papers were changed is refused, also when its maker signed it so', async () => {
    const { house, own } = await ownHouse()
    await importPack(importing(house), pack)
    const out = await unpacked(await exportPack(house, [own, ...captureIds]))
    const ownKey = await house.sealing.keys.signingKey()
    for (const name of [...out.keys()].filter((path) => path.startsWith('origins/'))) {
      const bytes = out.get(name) ?? new Uint8Array()
      const changed = new Map(out).set(name, withBitTurned(bytes, random(bytes.byteLength * 8)))
      const { flaw } = await verifyEvidencePack(packFilesOf(await summedAgain(changed, ownKey)))
      expect(flaw?.file, `${name}, seed ${seed}`).toMatch(/^origins\/|^keys\//)
    }
  })
})

interface Malice {
  what: string
  /** What the refusal's code must be, where only one is right. */
  code?: string
  zip: () => Promise<Blob> | Blob
}

const one = (files: Files, pattern: RegExp): string => {
  const names = [...files.keys()].filter((name) => pattern.test(name))
  return names[random(names.length)] ?? ''
}

/** Archives that are wrong as ZIPs. */
function spoiltZips(): Malice[] {
  const named = (name: string | Uint8Array) => () => {
    const where = random(files.size)
    let index = 0
    return zipOf(files, (entry) =>
      index++ === where ? [{ name, data: new Uint8Array([1]) }, entry] : [entry],
    )
  }
  const lying = (pattern: RegExp, lie: (entry: CraftedEntry) => Partial<CraftedEntry>) => () => {
    const name = one(files, pattern)
    return zipOf(files, (entry) => (entry.name === name ? [{ ...entry, ...lie(entry) }] : [entry]))
  }
  const bomb = new Uint8Array(2_000_000 + random(100_000))
  const evil = ['..', '../', '../../', 'captures/../../'][random(4)]
  return [
    { what: 'a way out of the folder', zip: named(`${evil}evil-${random(100)}.txt`) },
    { what: 'a way out with backslashes', zip: named(`..\\..\\evil-${random(100)}.txt`) },
    { what: 'an absolute path', zip: named(['/etc/passwd', '/tmp/x', '//server/share'][random(3)] ?? '/x') },
    { what: 'a drive letter', zip: named(`${'CDEZ'[random(4)]}:/Windows/evil.dll`) },
    { what: 'a backslash', zip: named('captures\\evil.txt') },
    { what: 'a NUL in a name', zip: named(Buffer.from(`captures/evil\0.png${random(10)}`)) },
    { what: 'a name of dots', zip: named(['.', 'captures/.', '...', 'captures/.hidden'][random(4)] ?? '.') },
    {
      what: 'a name of control and format characters',
      zip: named(`captures/\u202egnp.exe\u0007${random(10)}`),
    },
    { what: 'a name that is not UTF-8', zip: named(Buffer.from([0xff, 0xfe, 0x41, 0xc0])) },
    { what: 'a name of a thousand characters', zip: named('x'.repeat(1000)) },
    { what: 'a path of thirty folders', zip: named(`${'a/'.repeat(30)}x`) },
    { what: 'a name twice', zip: named(one(files, /./)) },
    {
      what: 'a name that differs only in case',
      zip: named(one(files, /^captures\//).replace('captures', 'CAPTURES')),
    },
    {
      what: 'a pack inside the pack',
      code: 'file-unknown',
      zip: () => zipOf(new Map(files).set('inner.zip', files.get('pack.json') ?? new Uint8Array())),
    },
    {
      what: 'an extra file',
      code: 'file-unknown',
      zip: () => zipOf(new Map(files).set(`captures/extra-${random(99)}.txt`, new Uint8Array([1, 2]))),
    },
    {
      what: 'a file of zeros, packed a thousand times',
      zip: lying(/\.png$/, () => ({ data: bomb, deflate: true })),
    },
    {
      what: 'a size that is too small',
      zip: lying(/\.png$|record/, ({ data }) => ({ size: Math.max(1, data.byteLength - 1 - random(20)) })),
    },
    {
      what: 'a size that is too large',
      zip: lying(/\.png$|record/, ({ data }) => ({ size: data.byteLength + 1 + random(4000) })),
    },
    { what: 'a size of four gigabytes', zip: lying(/\.png$/, () => ({ size: 0xfffffff0 })) },
    {
      what: 'a packed size beyond the end',
      zip: lying(/SHA256SUMS$|ledger/, () => ({ packedSize: 0x7fffff00 })),
    },
    { what: 'a wrong CRC', zip: lying(/./, () => ({ crc: random(0x7fffffff) })) },
    { what: 'an encrypted file', zip: lying(/./, () => ({ flags: 0x801 })) },
    {
      what: 'a file that inflates to more than it declares',
      zip: lying(/\.png$/, ({ data }) => ({
        deflate: true,
        data: new Uint8Array([...data, ...new Uint8Array(5000)]),
        size: data.byteLength,
      })),
    },
    { what: 'an end that is cut off', zip: async () => pack.slice(0, 1 + random(pack.size - 30)) },
    { what: 'a beginning that is cut off', zip: async () => pack.slice(1 + random(pack.size - 40)) },
    {
      what: 'a hole in the middle',
      zip: async () => {
        const at = 100 + random(pack.size - 400)
        return new Blob([pack.slice(0, at), pack.slice(at + 1 + random(100))])
      },
    },
    {
      what: 'no ZIP at all',
      code: 'zip-refused',
      zip: () => new Blob([crypto.getRandomValues(new Uint8Array(1 + random(5000)))]),
    },
  ]
}

/** Packs whose ZIP is right and whose contents were changed by someone without the key. */
function changedPacks(): Malice[] {
  const turned = (pattern: RegExp) => () => {
    const name = one(files, pattern)
    const bytes = files.get(name) ?? new Uint8Array()
    return zipOf(new Map(files).set(name, withBitTurned(bytes, random(bytes.byteLength * 8))))
  }
  const without = (pattern: RegExp) => () => {
    const name = one(files, pattern)
    return zipOf(new Map([...files].filter(([path]) => path !== name)))
  }
  const swapped = (pattern: RegExp) => () => {
    const [a = '', b = ''] = [...files.keys()].filter((name) => pattern.test(name))
    return zipOf(
      new Map(files).set(a, files.get(b) ?? new Uint8Array()).set(b, files.get(a) ?? new Uint8Array()),
    )
  }
  return [
    { what: 'a bit of a picture turned', code: 'file-changed', zip: turned(/\.png$/) },
    { what: 'a bit of a record turned', code: 'file-changed', zip: turned(/record\.json$/) },
    { what: 'a bit of the ledger turned', code: 'file-changed', zip: turned(/ledger/) },
    { what: 'a bit of the sums turned', zip: turned(/SHA256SUMS$/) },
    { what: 'a bit of a signature turned', zip: turned(/\.der$/) },
    { what: 'a picture missing', code: 'file-missing', zip: without(/\.png$/) },
    { what: 'a record missing', code: 'file-missing', zip: without(/record\.json$/) },
    { what: 'the key missing', code: 'file-missing', zip: without(/public-key/) },
    { what: 'two pictures exchanged', code: 'file-changed', zip: swapped(/\.png$/) },
    {
      what: 'everything signed anew by a stranger',
      code: 'signature-wrong',
      zip: async () => zipOf(await summedAgain(files, await makeSigningKey())),
    },
  ]
}

/** Packs that are whole and signed, by someone who made them say what may not be. */
function forgedPacks(): Malice[] {
  const forged = (changes: PackChanges) => async () => zipOf(await repacked(files, key, changes))
  const stated = (change: (record: AnyRecord) => unknown) =>
    forged({ record: (record, index) => (index === 1 ? (change(record) ?? record) : record) })
  const set = (path: string, value: unknown) =>
    stated((record) => {
      const parts = path.split('.')
      const last = parts.pop() ?? ''
      let at: Record<string, unknown> = record
      for (const part of parts) at = at[part] as Record<string, unknown>
      at[last] = value
    })
  return [
    {
      what: 'the ledger of another pack',
      zip: async () => {
        const spare = await openTestDatabase()
        const other = await captureWithScreenshot(spare)
        await sealCaptures(spare.sealing, [other])
        const strange = await unpacked(await exportPack(spare, [other]))
        return zipOf(
          await summedAgain(
            new Map(files).set('ledger.jsonl', strange.get('ledger.jsonl') ?? new Uint8Array()),
            key,
          ),
        )
      },
    },
    {
      what: 'a ledger with a row spliced in',
      zip: forged({
        rows: (rows) => rows.toSpliced(1 + random(2), 1),
        manifest: (m) => ({ ...m, ledger: { ...m.ledger, headSeq: m.ledger.headSeq + 1 } }),
      }),
    },
    {
      what: 'a ledger without the row of a record',
      code: 'record-unentered',
      zip: forged({ rows: (rows) => rows.toSpliced(1 + random(2), 1) }),
    },
    {
      what: 'a manifest of a later version',
      code: 'manifest-malformed',
      zip: forged({ manifest: (m) => ({ ...m, formatVersion: 3 }) }),
    },
    { what: 'a manifest without captures', zip: forged({ manifest: (m) => ({ ...m, records: [] }) }) },
    {
      what: 'a manifest with an origin that is not there',
      zip: forged({ manifest: (m) => ({ ...m, origins: [newId()] }) }),
    },
    {
      what: 'an origin that nobody vouches for',
      zip: forged({
        manifest: (m) => ({ ...m, records: m.records.map((record) => ({ ...record, origin: newId() })) }),
      }),
    },
    { what: 'a record of another kind', zip: set('format', 'docket-other') },
    { what: 'a record of another capture', code: 'record-misplaced', zip: set('captureId', newId()) },
    {
      what: 'a record that names a strange key',
      code: 'key-differs',
      zip: set('signature.publicKeySha256', 'a'.repeat(64)),
    },
    {
      what: 'an address that is a script',
      code: 'record-not-understood',
      zip: set('sighting.pageUrl', 'javascript:alert(1)'),
    },
    {
      what: 'an address elsewhere',
      code: 'record-not-understood',
      zip: set('sighting.pageUrl', 'https://aliexpress.com.evil.example/item/1.html'),
    },
    {
      what: 'a page that is a security check',
      code: 'record-not-understood',
      zip: set('sighting.pageState', 'challenge'),
    },
    {
      what: 'facts of another listing',
      code: 'record-not-understood',
      zip: set('observations.listing.comId', { status: 'found', value: '1005007000000099', source: 'url' }),
    },
    {
      what: 'a title of a million characters',
      code: 'record-not-understood',
      zip: set('observations.listing.title', { status: 'found', value: 'x'.repeat(1_000_000), source: 'h1' }),
    },
    {
      what: 'a picture address with a script',
      code: 'record-not-understood',
      zip: set('observations.listing.images', {
        status: 'found',
        value: [{ hash: 'S1234567', url: 'https://evil.example/kf/S1234567.jpg' }],
        source: 'state',
      }),
    },
    { what: 'a time that is no number', code: 'record-not-understood', zip: set('storedAtMs', '0') },
    {
      what: 'a media type that is a trick',
      code: 'record-not-understood',
      zip: stated((record) => {
        Object.assign(record.artefacts[0] ?? {}, { mediaType: 'text/html; charset="><script>' })
      }),
    },
    {
      what: 'a kind of file that nobody knows',
      code: 'record-not-understood',
      zip: stated((record) => {
        Object.assign(record.artefacts[0] ?? {}, { kind: 'program' })
      }),
    },
    {
      what: 'a record with a prototype',
      zip: stated((record) => canonicalJson(record).replace('{', '{"__proto__":{"polluted":1},')),
    },
    {
      what: 'a record nested a hundred and fifty deep',
      zip: stated((record) =>
        canonicalJson(record).replace(
          '"disagreements":[]',
          `"disagreements":${'['.repeat(150)}${']'.repeat(150)}`,
        ),
      ),
    },
    {
      what: 'a record with a number that is none',
      zip: stated((record) => canonicalJson(record).replace(/"wallMs":\d+/, '"wallMs":1e999')),
    },
    {
      what: 'a record that is not canonical',
      code: 'not-canonical',
      zip: stated((record) => JSON.stringify(record, null, 1)),
    },
    {
      what: 'an artefact with the name of the record',
      zip: stated((record) => {
        Object.assign(record.artefacts[0] ?? {}, { name: 'record.json' })
      }),
    },
    {
      what: 'an artefact with a way out of the folder',
      zip: stated((record) => {
        Object.assign(record.artefacts[0] ?? {}, { name: '../../evil.png' })
      }),
    },
  ]
}

describe('malicious archives', { timeout: 300_000 }, () => {
  test('100 and more of them are refused, each with a reason, and nothing is written', async () => {
    const { house } = await ownHouse()
    const before = await everythingIn(house)
    const seen = new Map<string, string>()
    let tried = 0
    for (let round = 1; round <= 2; round++) {
      for (const { what, code, zip } of [...spoiltZips(), ...changedPacks(), ...forgedPacks()]) {
        const report = await importPack(importing(house), await zip())
        expect(report.ok, `${what} was imported (seed ${seed})`).toBe(false)
        if (report.ok) continue
        if (code) expect(report.error.code, `${what} (seed ${seed}): ${report.error.message}`).toBe(code)
        expect(report.error.message.length, what).toBeGreaterThan(20)
        seen.set(what, report.error.message.slice(0, 160))
        tried += 1
      }
    }
    expect(tried).toBeGreaterThanOrEqual(100)
    expect(await everythingIn(house)).toEqual(before)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    console.log(`${tried} malicious archives refused (seed ${seed})`)
    for (const [what, message] of seen) console.log(`  ${what}: ${message}`)
  })

  test('the forger’s tools alone make a pack that is taken in: it is the changes that are refused', async () => {
    const { house } = await ownHouse()
    const whole = zipOf(await repacked(files, key, {}))
    expect(await importPack(importing(house), whole)).toMatchObject({ value: { imported: { length: 3 } } })
  })

  test('a pack of format 1, which names no purpose, keys and origins, is taken in as well', async () => {
    const changed = await repacked(files, key, {
      manifest: ({ purpose: _purpose, keys: _keys, origins: _origins, ...manifest }) => ({
        ...manifest,
        formatVersion: 1,
      }),
    })
    expect(await importPack(importing(await openTestDatabase()), zipOf(changed))).toMatchObject({ ok: true })
  })

  test('a million entries are refused by their number', async () => {
    const { house } = await ownHouse()
    const empty = new Uint8Array()
    const zip = craftedZip(
      (function* () {
        for (let i = 0; i < 1_000_000; i++) yield { name: `f${i}`, data: empty }
      })(),
    )
    const report = await importPack(importing(house), new Blob([zip]))
    expect(report).toMatchObject({ ok: false, error: { code: 'zip-refused' } })
    if (!report.ok) expect(report.error.message).toContain('20000')
  })

  test('an id that is here with other bytes is never written over', async () => {
    const { house } = await ownHouse()
    await importPack(importing(house), pack)
    const before = await everythingIn(house)
    const changedRecord = zipOf(
      await repacked(files, key, { record: (record) => ({ ...record, operator: 'Somebody Else' }) }),
    )
    expect(await importPack(importing(house), changedRecord)).toMatchObject({
      error: { code: 'capture-taken' },
    })
    // Also by a stranger, with a key of his own and a record id of his own.
    const stranger = await makeSigningKey()
    const otherRecord = await repacked(
      await unpacked(await exportPack(colleague, captureIds.slice(2))),
      stranger,
      { record: (record) => ({ ...record, operator: 'Mallory' }) },
    )
    expect(await importPack(importing(house), zipOf(otherRecord))).toMatchObject({
      error: { code: 'capture-taken' },
    })
    expect(await everythingIn(house)).toEqual(before)
  })

  test('nor is own evidence, whatever a pack says of it', async () => {
    const { house, own } = await ownHouse()
    const stolen = await unpacked(await exportPack(house, [own]))
    const before = await everythingIn(house)
    const forged = await repacked(stolen, await makeSigningKey(), {
      record: (record) => ({ ...record, operator: 'Mallory' }),
    })
    expect(await importPack(importing(house), zipOf(forged))).toMatchObject({
      error: { code: 'capture-taken' },
    })
    expect(await everythingIn(house)).toEqual(before)
  })
})

describe('an import that fails', { timeout: 120_000 }, () => {
  const faults: StorageFault[] = [
    { kind: 'refused', name: 'QuotaExceededError' },
    { kind: 'refused', name: 'UnknownError' },
    { kind: 'undone' },
  ]
  for (const fault of faults) {
    const name = fault.kind === 'refused' ? fault.name : fault.kind
    test(`at the n-th request of the storage (${name}) leaves no capture, or all, and works the next time`, async () => {
      let tried = 0
      for (let n = 1; ; n += 3) {
        const { house } = await ownHouse()
        const run = await withFault(fault, n, () => importPack(importing(house), pack))
        if (!run.reached) break
        tried += 1
        const there = (await house.database.captures.bulkGet(captureIds)).filter(
          (capture) => capture !== undefined,
        )
        expect([0, 3]).toContain(there.length)
        const said = run.outcome.status === 'fulfilled' && run.outcome.value.ok
        if (said) expect(there).toHaveLength(3)
        expect(await importPack(importing(house), pack)).toMatchObject({ ok: true })
        const rows = await house.database.ledger.toArray()
        expect(rows.filter(({ action }) => action === 'imported')).toHaveLength(1)
        await appendToLedger(house.sealing, {
          actor: 'docket',
          action: 'permission-changed',
          subject: 'x',
          payloadHash: 'd'.repeat(64),
        })
        expect(
          await verifyLedger(await house.database.ledger.toArray(), house.anchors.anchor ?? anchorOf(null)),
        ).toBeNull()
        const { flaw } = await verifyEvidencePack(
          packFilesOf(await unpacked(await exportPack(house, captureIds))),
        )
        expect(flaw).toBeNull()
        house.database.close()
      }
      expect(tried).toBeGreaterThan(10)
    })
  }
})
