import { execFileSync, spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../lib/core/canonical-json.ts'
import { sha256Hex } from '../../../lib/core/digest.ts'
import { sealCaptures } from '../../../lib/evidence/seal/seal-captures.ts'
import { stampLedger } from '../../../lib/evidence/time-stamp/stamp-ledger.ts'
import type { TimeStamp } from '../../../lib/evidence/time-stamp/time-stamp.ts'
import { buildEvidencePack, type EvidencePackSource } from '../../../lib/pack/evidence-pack/evidence-pack.ts'
import type {
  EvidencePackManifest,
  PackedTimeStamp,
} from '../../../lib/pack/evidence-pack/evidence-pack-layout.ts'
import { verifyEvidencePack } from '../../../lib/pack/verify/verify-evidence-pack.ts'
import { captureWithScreenshot } from '../../support/capture-with-screenshot.ts'
import { packFilesOf, packSource, summedAgain, unpacked, withBitTurned } from '../../support/evidence-pack.ts'
import { openTestDatabase, type TestHouse } from '../../support/open-test-database.ts'
import { makeTsa, type OpensslTsa, opensslMissing, tsaNames } from '../../support/openssl-tsa.ts'
import { packStampsOf, timeStampingOf } from '../../support/time-stamping.ts'

type Files = Map<string, Uint8Array<ArrayBuffer>>

const text = (files: Files, name: string) => new TextDecoder().decode(files.get(name))
const manifestOf = (files: Files): EvidencePackManifest => JSON.parse(text(files, 'pack.json'))
const verify = (files: Files) => verifyEvidencePack(packFilesOf(files))

async function packOf(source: EvidencePackSource, captureIds: string[]) {
  const pack = await buildEvidencePack(source, { captureIds })
  if (!pack.ok) throw new Error(pack.error.message)
  const files = await unpacked(await new Response(pack.value.stream).blob())
  return { files, timeStamps: pack.value.timeStamps }
}

/** A house with two sealed captures, and an export that is stamped by whatever answers. */
async function sealedHouse(answer: (query: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>) {
  const house = await openTestDatabase()
  const captureIds = [
    await captureWithScreenshot(house),
    await captureWithScreenshot(house, { comId: '1005007000000002' }),
  ]
  await sealCaptures(house.sealing, captureIds)
  const stamping = timeStampingOf(house, (_, query) => answer(query))
  return { house, captureIds, stamping, source: { ...packSource(house), timeStamps: packStampsOf(stamping) } }
}

describe.skipIf(opensslMissing)('an evidence pack with time stamps', () => {
  let tsa: OpensslTsa
  let folder: string
  let house: TestHouse
  let files: Files
  let stamps: TimeStamp[]

  /** Two stamps: one between the captures (rows 1 and 3), one of the export (row 4). */
  beforeAll(async () => {
    tsa = await makeTsa()
    folder = await mkdtemp(join(tmpdir(), 'docket-stamped-'))
    house = await openTestDatabase()
    const stamping = timeStampingOf(house, (_, query) => tsa.answer(query))
    const first = await captureWithScreenshot(house)
    await sealCaptures(house.sealing, [first])
    await stampLedger(stamping)
    const second = await captureWithScreenshot(house, { comId: '1005007000000002' })
    await sealCaptures(house.sealing, [second])
    const pack = await packOf({ ...packSource(house), timeStamps: packStampsOf(stamping) }, [first, second])
    files = pack.files
    stamps = pack.timeStamps.stamps
  })
  afterAll(async () => {
    await tsa.close()
    await rm(folder, { recursive: true })
  })

  test('carries for each record the first stamp that covers it, and that of its own export', async () => {
    expect(stamps.map(({ ledgerSeq, entrySeq }) => [ledgerSeq, entrySeq])).toEqual([
      [1, 2],
      [4, 5],
    ])
    const { timeStamps, ledger } = manifestOf(files)
    expect(ledger.headSeq).toBe(4)
    expect(timeStamps).toMatchObject([
      { ledgerSeq: 1, ...tsaNames },
      { ledgerSeq: 4, ...tsaNames },
    ])
    expect(text(files, 'time-stamps/4.json')).toBe(`{"count":4,"head":"${ledger.headHash}"}`)
    for (const { ledgerSeq, sha256 } of timeStamps ?? []) {
      expect(await sha256Hex(files.get(`time-stamps/${ledgerSeq}.tst`) ?? new Uint8Array())).toBe(sha256)
    }
  })

  test('passes, and says of each stamp whose it is and what nobody checked', async () => {
    const { flaw, checks, notes } = await verify(files)
    expect(flaw).toBeNull()
    expect(checks).toHaveLength(8)
    expect(checks.at(-1)).toMatch(/^The ledger up to row 4 was time-stamped at 20\d\d-.+Z\.$/)
    expect(notes).toHaveLength(2)
    expect(notes[1]).toContain(
      `by ${tsaNames.authority}; issuer ${tsaNames.issuer}; not checked against a trust list.`,
    )
  })

  test('says in every text who stamped it', () => {
    const time = stamps[1]?.facts.time ?? ''
    expect(time).toMatch(/Z$/)
    for (const name of ['README.txt', 'certificate-fre-902.txt', 'eidas-note.txt']) {
      expect(text(files, name)).toContain(time)
      expect(text(files, name)).toContain(tsaNames.authority)
      expect(text(files, name)).toContain(tsaNames.issuer)
      expect(text(files, name)).not.toContain('There is no')
    }
    expect(text(files, 'README.txt')).toContain('not checked against a trust list')
    expect(text(files, 'README.txt')).toMatch(
      /every other time in this pack is time by this computer's clock/i,
    )
  })

  async function unpackTo(name: string, contents: Files, root = tsa.rootFile): Promise<string> {
    const cwd = join(folder, name)
    for (const [path, bytes] of contents) {
      await mkdir(dirname(join(cwd, path)), { recursive: true })
      await writeFile(join(cwd, path), bytes)
    }
    await copyFile(root, join(cwd, 'tsa-root.pem'))
    return cwd
  }
  const commands = () =>
    text(files, 'README.txt')
      .split('\n')
      .filter((line) => line.startsWith('openssl ts -verify '))

  test('passes by the commands of its README, and only with the right root', async () => {
    expect(commands()).toHaveLength(2)
    const cwd = await unpackTo('clean', files)
    for (const command of commands()) {
      expect(execFileSync('bash', ['-c', command], { cwd, encoding: 'utf8', stdio: 'pipe' })).toBe(
        'Verification: OK\n',
      )
    }
    const rows = text(files, 'README.txt')
      .split('\n')
      .find((line) => line.startsWith('for j in '))
    expect(execFileSync('bash', ['-c', rows ?? ''], { cwd, encoding: 'utf8' })).toBe('1\n1\n')
    const stranger = await makeTsa()
    try {
      const wrong = await unpackTo('stranger', files, stranger.rootFile)
      for (const command of commands()) {
        expect(spawnSync('bash', ['-c', command], { cwd: wrong }).status).not.toBe(0)
      }
    } finally {
      await stranger.close()
    }
  })

  test('fails by the commands of its README where a row or a token was changed', async () => {
    const token = files.get('time-stamps/4.tst') ?? new Uint8Array()
    const changes: Files[] = [
      new Map(files).set('time-stamps/4.json', files.get('time-stamps/1.json') ?? new Uint8Array()),
      new Map(files).set('time-stamps/4.tst', withBitTurned(token, 8 * (token.length - 20))),
    ]
    for (const [index, changed] of changes.entries()) {
      const cwd = await unpackTo(`changed-${index}`, changed)
      expect(spawnSync('bash', ['-c', commands()[1] ?? ''], { cwd }).status).not.toBe(0)
    }
  })

  describe('is found changed, also by the owner of the key, where', () => {
    const encode = (value: string) => new TextEncoder().encode(value)
    const withStamps = (change: (stamps: PackedTimeStamp[]) => PackedTimeStamp[]) => () => {
      const manifest = manifestOf(files)
      const timeStamps = change(manifest.timeStamps ?? [])
      return new Map(files).set('pack.json', encode(canonicalJson({ ...manifest, timeStamps })))
    }
    const bytesOf = (name: string) => files.get(name) ?? new Uint8Array()
    const renamedToken = (token: Uint8Array<ArrayBuffer>) => new Map(files).set('time-stamps/4.tst', token)
    const changes: Array<[what: string, code: string, change: () => Files | Promise<Files>]> = [
      [
        'a token has a bit turned',
        'time-stamp-changed',
        () => renamedToken(withBitTurned(bytesOf('time-stamps/4.tst'), 4000)),
      ],
      ['two tokens are exchanged', 'time-stamp-changed', () => renamedToken(bytesOf('time-stamps/1.tst'))],
      [
        'a stamped row is another',
        'time-stamp-misplaced',
        () => new Map(files).set('time-stamps/4.json', bytesOf('time-stamps/1.json')),
      ],
      [
        'a token is missing',
        'file-missing',
        () => new Map([...files].filter(([name]) => name !== 'time-stamps/1.tst')),
      ],
      ['a stamp is not named', 'file-unknown', withStamps((all) => all.slice(1))],
      [
        'pack.json states another time',
        'time-stamp-differs',
        withStamps((all) => all.map((one) => ({ ...one, time: '2020-01-01T00:00:00Z' }))),
      ],
      [
        'pack.json states another authority',
        'time-stamp-differs',
        withStamps((all) => all.map((one) => ({ ...one, authority: 'CN=Else' }))),
      ],
      [
        'pack.json states another entry',
        'time-stamp-unentered',
        withStamps((all) => all.map((one) => ({ ...one, entrySeq: one.ledgerSeq + 2 }))),
      ],
      [
        'pack.json states an entry before it',
        'time-stamp-unentered',
        withStamps((all) => all.map((one) => ({ ...one, entrySeq: 1 }))),
      ],
      [
        'pack.json names no stamp properly',
        'manifest-malformed',
        withStamps((all) => all.map((one) => ({ ...one, ledgerSeq: -1 }))),
      ],
      [
        'the token is of another authority and pack.json says so',
        'imprint-differs',
        async () => {
          const token = bytesOf('time-stamps/1.tst')
          const sha256 = await sha256Hex(token)
          const swapped = withStamps(([one, two]) => (one && two ? [one, { ...two, sha256 }] : []))()
          return swapped.set('time-stamps/4.tst', token)
        },
      ],
    ]
    test.each(changes)('%s', async (_, code, change) => {
      const changed = await change()
      const again = await summedAgain(changed, await house.sealing.keys.signingKey())
      expect((await verify(again)).flaw).toMatchObject({ code })
      expect((await verify(changed)).flaw).not.toBeNull()
    })
  })
})

describe('an evidence pack whose authority fails', () => {
  test.each([
    ['answers nonsense', async () => new TextEncoder().encode('<html>')],
    ['refuses', async () => new Uint8Array([0x30, 5, 0x30, 3, 2, 1, 2])],
    ['is a bug', async () => Promise.reject(new Error('broken'))],
  ])('%s is made all the same, and says whose clock its times are by', async (_, answer) => {
    const { source, captureIds } = await sealedHouse(answer)
    const { files, timeStamps } = await packOf(source, captureIds)
    if (timeStamps.outcome.state !== 'failed') throw new Error('it did not fail')
    expect(timeStamps.stamps).toEqual([])
    const { flaw, notes } = await verify(files)
    expect(flaw).toBeNull()
    expect(notes).toEqual(['No time stamp: all times are by the clock of the computer that made this pack.'])
    const readme = text(files, 'README.txt')
    expect(readme).toContain("Every time in this pack is time by this computer's clock.")
    expect(readme).toContain(timeStamps.outcome.failure.message)
    expect(readme).not.toContain('openssl ts')
    expect(text(files, 'eidas-note.txt')).toContain("its times are by this computer's clock")
    expect(text(files, 'certificate-fre-902.txt')).toContain("Times are those of the computer's clock")
  })

  test('is made where the background cannot even be asked', async () => {
    const { source, captureIds } = await sealedHouse(async () => new Uint8Array())
    const timeStamps = { ...source.timeStamps, stampRow: () => Promise.reject(new Error('gone')) }
    const pack = await packOf({ ...source, timeStamps }, captureIds)
    expect(pack.timeStamps.outcome).toMatchObject({ state: 'failed', failure: { code: 'unexpected' } })
    expect((await verify(pack.files)).flaw).toBeNull()
  })

  test.skipIf(opensslMissing)('says what earlier stamps cover, and leaves a damaged one out', async () => {
    const tsa = await makeTsa()
    try {
      let isUp = true
      const { house, source, stamping, captureIds } = await sealedHouse((query) =>
        isUp ? tsa.answer(query) : Promise.resolve(new Uint8Array()),
      )
      await stampLedger(stamping)
      isUp = false
      const earlier = await packOf(source, captureIds)
      expect(earlier.timeStamps).toMatchObject({ stamps: [{ ledgerSeq: 2 }], outcome: { state: 'failed' } })
      expect(text(earlier.files, 'README.txt')).toContain('What was entered after row 2')
      expect((await verify(earlier.files)).notes.at(-1)).toMatch(/^Times after ledger row 2 are by the clock/)

      const table = house.database.table<TimeStamp>('timeStamps')
      const [stamp] = await table.toArray()
      if (!stamp) throw new Error('no stamp')
      await table.put({ ...stamp, token: withBitTurned(stamp.token, 4000) })
      const damaged = await packOf(source, captureIds)
      expect(damaged.timeStamps).toMatchObject({
        stamps: [],
        outcome: { state: 'failed', failure: { code: 'time-stamp-damaged' } },
      })
      expect((await verify(damaged.files)).flaw).toBeNull()
    } finally {
      await tsa.close()
    }
  })
})

test('a pack without time stamps says by whose clock its times are', async () => {
  const { house, captureIds } = await sealedHouse(async () => new Uint8Array())
  const { files, timeStamps } = await packOf(packSource(house), captureIds)
  expect(timeStamps).toEqual({ stamps: [], outcome: { state: 'off' } })
  expect(manifestOf(files).timeStamps).toEqual([])
  expect(text(files, 'README.txt')).toContain("Every time in this pack is time by this computer's clock.")
})
