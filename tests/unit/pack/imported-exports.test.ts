import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../lib/core/canonical-json.ts'
import { sealCaptures } from '../../../lib/evidence/seal/seal-captures.ts'
import { buildEvidencePack } from '../../../lib/pack/evidence-pack/evidence-pack.ts'
import type { EvidencePackManifest } from '../../../lib/pack/evidence-pack/evidence-pack-layout.ts'
import { importPack } from '../../../lib/pack/import/import-pack.ts'
import { verifyEvidencePack } from '../../../lib/pack/verify/verify-evidence-pack.ts'
import { captureWithScreenshot } from '../../support/capture-with-screenshot.ts'
import { exportPack, packFilesOf, packSource, summedAgain, unpacked } from '../../support/evidence-pack.ts'
import { openTestDatabase, type TestHouse } from '../../support/open-test-database.ts'
import { makeTsa, type OpensslTsa, opensslMissing } from '../../support/openssl-tsa.ts'
import { packStampsOf, timeStampingOf } from '../../support/time-stamping.ts'
import { exportWacz } from '../../support/web-archive.ts'

type Files = Map<string, Uint8Array<ArrayBuffer>>

const sealed = async (house: TestHouse, comId: string) => {
  const captureId = await captureWithScreenshot(house, { comId })
  await sealCaptures(house.sealing, [captureId])
  return captureId
}

const text = (files: Files, name: string) => new TextDecoder().decode(files.get(name))

/** What the command on record signatures in this README prints, run in the unpacked files. */
async function recordCheckOf(files: Files, readme: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docket-imported-'))
  try {
    for (const [name, bytes] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), bytes)
    }
    const command = text(files, readme)
      .split('\n')
      .find((line) => line.startsWith('for d in '))
    return execFileSync('sh', ['-ec', command ?? 'false'], { cwd: folder, encoding: 'utf8' })
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe.skipIf(opensslMissing)('exports of own and imported captures together', { timeout: 60_000 }, () => {
  let tsa: OpensslTsa
  let house: TestHouse
  let captureIds: string[]
  let files: Files
  let original: EvidencePackManifest

  /** A colleague's pack, time-stamped, imported beside an own capture. */
  beforeAll(async () => {
    tsa = await makeTsa()
    const colleague = await openTestDatabase()
    const theirs = await sealed(colleague, '1005007000000011')
    const timeStamps = packStampsOf(timeStampingOf(colleague, (_, query) => tsa.answer(query)))
    const source = { ...packSource(colleague), timeStamps }
    const built = await buildEvidencePack(source, { captureIds: [theirs] })
    if (!built.ok) throw new Error(built.error.message)
    const pack = await new Response(built.value.stream).blob()
    original = JSON.parse(text(await unpacked(pack), 'pack.json'))
    house = await openTestDatabase()
    captureIds = [await sealed(house, '1005007000000001'), theirs]
    expect((await importPack({ ...house.sealing, imports: house.imports }, pack)).ok).toBe(true)
    files = await unpacked(await exportPack(house, captureIds))
  })
  afterAll(() => tsa.close())

  test('go out although an imported picture cannot be drawn, and say which copy is missing', async () => {
    const [, theirs = ''] = captureIds
    const imported = files.get(`captures/${theirs}/viewport-screenshot.png`)
    const source = packSource(house)
    const withBroken = async (ids: string[], isBroken: (bytes: Uint8Array) => boolean) => {
      const open: typeof source.pictures.open = (bytes, type) =>
        isBroken(bytes) ? Promise.reject(new Error('no picture')) : source.pictures.open(bytes, type)
      const built = await buildEvidencePack({ ...source, pictures: { open } }, { captureIds: ids })
      if (!built.ok) throw new Error(built.error.message)
      return unpacked(await new Response(built.value.stream).blob())
    }
    const isTheirs = (bytes: Uint8Array) => Buffer.from(imported ?? []).equals(bytes)
    const packed = await withBroken([theirs], isTheirs)
    const copy = `captures/${theirs}/annotated/viewport-screenshot.png`
    expect(packed.has(copy)).toBe(false)
    expect(packed.get(`captures/${theirs}/viewport-screenshot.png`)).toEqual(imported)
    const { flaw, notes } = await verifyEvidencePack(packFilesOf(packed))
    expect(flaw).toBeNull()
    expect(notes).toContainEqual(expect.stringContaining(`No ${copy}`))
    expect(text(packed, 'README.txt')).toContain(`    ${copy}\n`)
    expect(text(packed, 'report.pdf')).toContain('no picture that this browser can draw')

    // A copy that is there is not to be called missing, and one that is missing must be named.
    const key = await house.sealing.keys.signingKey()
    const flawWith = async (changed: Files) =>
      (await verifyEvidencePack(packFilesOf(await summedAgain(changed, key)))).flaw?.code
    const bytesOf = (manifest: object) => new TextEncoder().encode(canonicalJson(manifest))
    const manifest = JSON.parse(text(packed, 'pack.json'))
    expect(await flawWith(new Map(packed).set(copy, new Uint8Array([1])))).toBe('file-unknown')
    const { undrawn: _unnamed, ...silent } = manifest
    expect(await flawWith(new Map(packed).set('pack.json', bytesOf(silent)))).toBe('file-missing')
    const own = `captures/${captureIds[0]}/annotated/viewport-screenshot.png`
    const both = new Map(files)
    both.delete(own)
    both.set('pack.json', bytesOf({ ...JSON.parse(text(files, 'pack.json')), undrawn: [own] }))
    expect(await flawWith(both)).toBeDefined()

    // What was photographed here can be drawn here: there a failure is one.
    await expect(withBroken([captureIds[0] ?? ''], () => true)).rejects.toMatchObject({
      code: 'annotation-failed',
    })
  })

  test('carry the time stamps of the maker, which the verifier checks and names', async () => {
    const { flaw, notes } = await verifyEvidencePack(packFilesOf(files))
    expect(flaw).toBeNull()
    const [stamp] = original.timeStamps ?? []
    expect(notes[0]).toContain('No time stamp')
    expect(notes[1]).toContain(
      `Imported from pack ${original.packId}: Row ${stamp?.ledgerSeq} was stamped at`,
    )
    const path = `origins/${original.packId}/time-stamps/${stamp?.ledgerSeq}.tst`
    const changed = new Map(files).set(path, (files.get(path) ?? new Uint8Array()).with(-1, 0))
    const again = await summedAgain(changed, await house.sealing.keys.signingKey())
    expect((await verifyEvidencePack(packFilesOf(again))).flaw).toMatchObject({
      file: path,
      code: 'file-changed',
    })
  })

  test('say in the report which captures were imported, and that there are several keys', async () => {
    const { captures } = JSON.parse(text(files, 'report.pdf'))
    const labels = captures.map(({ seal }: { seal: Array<{ label: string }> }) =>
      seal.map(({ label }) => label),
    )
    expect(labels[0]).not.toContain('Imported; entered in the ledger of pack')
    expect(labels[1]).toContain('Imported; entered in the ledger of pack')
    expect(labels[1]).toContain('Import: ledger row 2')
  })

  test('are checked by the commands of their READMEs, each record with its own key', async () => {
    expect(await recordCheckOf(files, 'README.txt')).toBe('Verified OK\n'.repeat(2))
    const wacz = await unpacked(new Blob([await exportWacz(house, captureIds)]))
    expect(await recordCheckOf(wacz, 'docket/README.txt')).toBe('Verified OK\n'.repeat(2))
    expect(JSON.parse(text(wacz, 'docket/pack.json'))).toMatchObject({
      keys: [original.publicKeySha256],
      origins: [original.packId],
    })
    expect(wacz.has(`docket/keys/${original.publicKeySha256}.pem`)).toBe(true)
    expect(text(wacz, `docket/origins/${original.packId}/pack.json`)).toBe(
      text(files, `origins/${original.packId}/pack.json`),
    )
  })
})
