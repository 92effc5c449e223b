import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { BlobReader, BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js'
import { makeZip } from 'client-zip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealCaptures } from '../../../lib/evidence/seal/seal-captures.ts'
import { openPackZip } from '../../../lib/pack/verify/open-pack-zip.ts'
import { verifyEvidencePack } from '../../../lib/pack/verify/verify-evidence-pack.ts'
import { captureWithScreenshot } from '../../support/capture-with-screenshot.ts'
import { exportPack, unpacked, withBitTurned } from '../../support/evidence-pack.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
import { rawZip } from '../../support/raw-zip.ts'

type Files = Map<string, Uint8Array<ArrayBuffer>>

const root = fileURLToPath(new URL('../../../', import.meta.url))
const has = (program: string) => spawnSync(program, ['--version']).error === undefined

let folder: string
let zip: Blob
let files: Files

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docket-pack-'))
  const house = await openTestDatabase()
  const captureIds = [
    await captureWithScreenshot(house),
    await captureWithScreenshot(house, { comId: '1005007000000002', note: '"hash":"x" \\ Käufer' }),
  ]
  await house.database.meta.put({ key: 'operatorName', name: 'A. "B" \\ Müller' })
  await sealCaptures(house.sealing, captureIds)
  zip = await exportPack(house, captureIds)
  files = await unpacked(zip)
})

afterAll(() => rm(folder, { recursive: true }))

const zipOf = (entries: Iterable<[string, Uint8Array<ArrayBuffer>]>) =>
  new Response(makeZip(Array.from(entries, ([name, input]) => ({ name, input })))).blob()

async function verifyCommand(pack: Blob, ...args: string[]) {
  const path = join(folder, `${crypto.randomUUID()}.zip`)
  await writeFile(path, new Uint8Array(await pack.arrayBuffer()))
  return promisify(execFile)(process.execPath, ['scripts/verify.ts', path, ...args], { cwd: root }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  )
}

describe('npm run verify', { timeout: 60_000 }, () => {
  test('prints what it checked, and OK', async () => {
    const { code, stdout } = await verifyCommand(zip)
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('OK')
    expect(stdout.match(/^ok /gm)).toHaveLength(6)
    expect(code).toBe(0)
  })

  test('ends with 1 at the first flaw and names the file', async () => {
    const name = [...files.keys()].find((path) => path.endsWith('.png')) ?? ''
    const changed = new Map(files).set(name, withBitTurned(files.get(name) ?? new Uint8Array(), 77))
    const { code, stdout } = await verifyCommand(await zipOf(changed))
    expect(stdout).toContain(`FLAW  ${name}: `)
    expect(code).toBe(1)
  })

  test('ends with 1 where the key is not that of the case file', async () => {
    expect(await verifyCommand(zip, '--fingerprint', 'a'.repeat(64))).toMatchObject({ code: 1 })
  })

  test('ends with 1 on what is no ZIP, and with 2 where it is called wrongly', async () => {
    expect(await verifyCommand(new Blob(['no ZIP at all']))).toMatchObject({ code: 1 })
    const wrong = spawnSync(process.execPath, ['scripts/verify.ts'], { cwd: root, encoding: 'utf8' })
    expect(wrong.status).toBe(2)
    expect(wrong.stderr).toContain('Usage')
  })
})

describe('the commands of README.txt', { timeout: 60_000 }, () => {
  const missing = ['openssl', 'sha256sum', 'bash', 'sed'].filter((program) => !has(program))
  const run = test.skipIf(missing.length > 0)
  const skipped = missing.length > 0 ? ` (skipped: no ${missing.join(', ')})` : ''

  async function unpackTo(name: string, contents: Files): Promise<string> {
    const into = join(folder, name)
    for (const [path, bytes] of contents) {
      await mkdir(dirname(join(into, path)), { recursive: true })
      await writeFile(join(into, path), bytes)
    }
    return into
  }

  async function commands(): Promise<string[]> {
    const readme = new TextDecoder().decode(files.get('README.txt'))
    return readme.split('\n').filter((line) => /^(sha256sum|openssl|for|while) /.test(line))
  }

  run(`run as written and agree with the pack${skipped}`, async () => {
    const cwd = await unpackTo('clean', files)
    const outputs = (await commands()).map((command) =>
      execFileSync('bash', ['-c', command], { cwd, encoding: 'utf8' }),
    )
    expect(outputs).toHaveLength(6)
    const [sums = '', sumsSignature, records = '', fingerprint = '', rows = '', recordSums = ''] = outputs
    expect(sums.match(/: OK$/gm)).toHaveLength(files.size - 2)
    expect(sumsSignature).toBe('Verified OK\n')
    expect(records).toBe('Verified OK\n'.repeat(2))
    const readme = await readFile(join(cwd, 'README.txt'), 'utf8')
    expect(readme).toContain(fingerprint.slice(0, 64))
    const ledger = new TextDecoder().decode(files.get('ledger.jsonl')).trimEnd().split('\n')
    const hashes = ledger.map((line): string => JSON.parse(line).hash)
    expect(
      rows
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(0, 64)),
    ).toEqual(hashes)
    for (const line of recordSums.trimEnd().split('\n')) {
      expect(ledger.join('\n')).toContain(`"payloadHash":"${line.slice(0, 64)}"`)
    }
  })

  run(`find a changed bit without Docket${skipped}`, async () => {
    const [sumsCommand = '', sumsSignature = '', recordsCommand = ''] = await commands()
    const attempts: Array<[string, string]> = [
      [sumsCommand, 'viewport-screenshot.png'],
      [sumsCommand, 'ledger.jsonl'],
      [sumsSignature, 'SHA256SUMS'],
      [sumsSignature, 'SHA256SUMS.der'],
      [recordsCommand, 'record.json'],
      [recordsCommand, 'signature.der'],
    ]
    for (const [index, [command, part]] of attempts.entries()) {
      const name = [...files.keys()].find((path) => path.endsWith(part)) ?? ''
      const changed = new Map(files).set(name, withBitTurned(files.get(name) ?? new Uint8Array(), 8 * 20 + 3))
      const cwd = await unpackTo(`changed-${index}`, changed)
      expect(spawnSync('bash', ['-c', `set -o pipefail; ${command}`], { cwd, encoding: 'utf8' })).toSatisfy(
        ({ status, stdout }) => status !== 0 || /Verification failure|FAILED/.test(stdout),
        `${command} did not see a change of ${name}`,
      )
    }
  })
})

describe('a ZIP from anywhere', { timeout: 60_000 }, () => {
  const write = async (fill: (writer: ZipWriter<Blob>) => Promise<unknown>) => {
    const writer = new ZipWriter(new BlobWriter())
    await fill(writer)
    return writer.close()
  }
  const text = (content: string) => new TextReader(content)

  test('that another program packed anew passes as well', async () => {
    const again = await write(async (writer) => {
      for (const [name, bytes] of files) await writer.add(name, new BlobReader(new Blob([bytes])))
    })
    expect(again.size).toBeLessThan(zip.size)
    expect((await verifyEvidencePack(await openPackZip(again))).flaw).toBeNull()
  })

  const names = [
    '../evil.txt',
    '/etc/passwd',
    'a/../../b',
    'C:\\evil',
    'a\\b',
    'nul\u0000l',
    '.hidden',
    'ä.txt',
    'a//b',
    'x'.repeat(200),
  ]
  for (const name of names) {
    test(`with a file named ${JSON.stringify(name.slice(0, 20))} is refused`, async () => {
      await expect(openPackZip(new Blob([rawZip(['fine', name])]))).rejects.toThrow(/name/)
    })
  }

  test('with a name twice, in any case, is refused', async () => {
    const twice = await zipOf([
      ['a.txt', new Uint8Array([1])],
      ['A.txt', new Uint8Array([2])],
    ])
    await expect(openPackZip(twice)).rejects.toMatchObject({ code: 'zip-refused' })
  })

  test('that unpacks to a hundred times its size is refused before it is unpacked', async () => {
    const bomb = await write((writer) => writer.add('zeros', text('\0'.repeat(3_000_000))))
    expect(bomb.size).toBeLessThan(10_000)
    await expect(openPackZip(bomb)).rejects.toMatchObject({ code: 'zip-refused' })
  })

  test('that is encrypted, cut short or followed by more is refused', async () => {
    const secret = await write((writer) => writer.add('a', text('x'), { password: 'p' }))
    await expect(openPackZip(secret)).rejects.toMatchObject({ code: 'zip-refused' })
    await expect(openPackZip(zip.slice(0, zip.size - 30))).rejects.toMatchObject({ code: 'zip-refused' })
    await expect(openPackZip(new Blob([zip, 'more']))).rejects.toMatchObject({ code: 'zip-refused' })
  })

  test('with more than 20,000 entries is refused', async () => {
    const many = new Blob([rawZip(Array.from({ length: 20_001 }, (_, index) => `f${index}`))])
    expect((await openPackZip(new Blob([rawZip(['f1', 'f2'])]))).names.size).toBe(2)
    await expect(openPackZip(many)).rejects.toMatchObject({ code: 'zip-refused' })
  })

  test('that declares a size which it does not have yields no bytes', async () => {
    await expect(openPackZip(new Blob([rawZip(['big'], 3_000_000_000)]))).rejects.toMatchObject({
      code: 'zip-refused',
    })
    const read = async () => (await openPackZip(new Blob([rawZip(['small'], 50)]))).read('small')
    await expect(read()).rejects.toThrow()
  })

  test('that holds changed bytes is named as unreadable', async () => {
    const bytes = new Uint8Array(await zip.arrayBuffer())
    const png = files.get([...files.keys()].find((name) => name.endsWith('.png')) ?? '') ?? new Uint8Array()
    const at = bytes.findIndex((_, index) => png.every((byte, offset) => bytes[index + offset] === byte))
    const { flaw } = await verifyEvidencePack(await openPackZip(new Blob([withBitTurned(bytes, at * 8)])))
    expect(flaw).toMatchObject({ code: 'file-unreadable' })
  })
})
