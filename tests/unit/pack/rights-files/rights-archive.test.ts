import { makeZip } from 'client-zip'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../../lib/core/digest.ts'
import { enterRights } from '../../../../lib/pack/rights-files/enter-rights.ts'
import { readRightsArchive } from '../../../../lib/pack/rights-files/read-rights-archive.ts'
import { buildRightsArchive } from '../../../../lib/pack/rights-files/rights-archive.ts'
import { keepDocument } from '../../../../lib/rights/keep-document.ts'
import { planImport } from '../../../../lib/rights/plan-import.ts'
import type { Holder, Right } from '../../../../lib/rights/right.ts'
import type { DocumentRef } from '../../../../lib/rights/right-document.ts'
import { dexieRightsRepo } from '../../../../lib/storage/dexie-rights-repo.ts'
import { anyRights } from '../../../support/arbitrary-rights.ts'
import { openTestDatabase } from '../../../support/open-test-database.ts'
import { rawZip } from '../../../support/raw-zip.ts'
import { buildHolder, buildTrademark } from '../../../support/rights.ts'

const made = { wallMs: Date.UTC(2026, 10, 25, 12), monotonicMs: 0, offsetMinutes: 60 }
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Where the one file of the ZIP below lies. */
const name = `files/${await sha256Hex(bytesOf('%PDF-1.7 certificate'))}.pdf`

const openRepo = async () => {
  const { database } = await openTestDatabase()
  return { database, repo: dexieRightsRepo(database) }
}

/** A repo with a holder and a trademark whose files are stored. */
async function filledRepo() {
  const { database, repo } = await openRepo()
  const keep = async (name: string, text: string) => {
    const kept = await keepDocument(repo, new File([text], name), 1)
    if (!kept.ok) throw new Error(kept.error.message)
    return kept.value
  }
  const register = await keep('register.pdf', '%PDF-1.7 register')
  const certificate = {
    ...(await keep('certificate.pdf', '%PDF-1.7 certificate')),
    kind: 'certificate' as const,
  }
  const holder = buildHolder({ identityDocuments: [register] })
  const right = buildTrademark({ documents: [certificate], references: [] })
  await repo.saveAll({ holders: [{ holder, seen: null }], rights: [{ right, seen: null }] })
  return { database, repo, holder, right, register, certificate }
}

type Repo = Awaited<ReturnType<typeof openRepo>>['repo']
const exported = async (repo: Repo): Promise<Blob> =>
  new Response(
    buildRightsArchive(
      { holders: await repo.holders(), rights: await repo.rights(), readFile: repo.readFile },
      { made, version: '1' },
    ),
  ).blob()

const stateOf = async (repo: Repo) => ({ holders: await repo.holders(), rights: await repo.rights() })

async function imported(repo: Repo, zip: Blob, replaced: string[] = []) {
  const archive = await readRightsArchive(zip)
  const plan = planImport(await stateOf(repo), archive)
  if (!plan.ok) throw new Error(plan.error.message)
  await enterRights(repo, plan.value, {
    replaced: new Set(replaced),
    nowMs: 99,
    readFile: archive.readFile,
  })
  return plan.value
}

describe('an export of rights', () => {
  test('comes back in another installation, files and all', async () => {
    const { repo, holder, right, register, certificate } = await filledRepo()
    const zip = await exported(repo)
    const { repo: other } = await openRepo()
    const plan = await imported(other, zip)
    expect([...plan.holders, ...plan.rights].map(({ state }) => state)).toEqual(['new', 'new'])
    expect(await stateOf(other)).toEqual({
      holders: [{ ...holder, changedAtMs: 99 }],
      rights: [{ ...right, changedAtMs: 99 }],
    })
    for (const { sha256 } of [register, certificate]) {
      expect(await other.readFile(sha256)).toEqual(await repo.readFile(sha256))
    }
    expect((await imported(other, zip)).rights).toMatchObject([{ state: 'same', differing: [] }])
  })

  test('whatever the rights say', async () => {
    await fc.assert(
      fc.asyncProperty(anyRights, async ({ holders, rights }) => {
        const zip = await new Response(
          buildRightsArchive({ holders, rights, readFile: async () => null }, { made, version: '1' }),
        ).blob()
        const archive = await readRightsArchive(zip)
        expect({ holders: archive.holders, rights: archive.rights }).toEqual({ holders, rights })
      }),
      { numRuns: 50 },
    )
  })

  test('is the same bytes for the same rights and time', async () => {
    const { repo } = await filledRepo()
    const [one, other] = [await exported(repo), await exported(repo)]
    expect(await sha256Hex(await one.arrayBuffer())).toBe(await sha256Hex(await other.arrayBuffer()))
  })

  test('fails with the file’s name where its bytes are not the ones that were added', async () => {
    const { repo, database, certificate } = await filledRepo()
    await database.blobs.put({ sha256: certificate.sha256, bytes: bytesOf('%PDF-1.7 other') })
    await expect(exported(repo)).rejects.toMatchObject({
      code: 'file-missing',
      message: expect.stringContaining('certificate.pdf'),
    })
  })
})

describe('what differs', () => {
  test('stays as it is stored unless the person says replace; nothing of the rest waits', async () => {
    const { repo, right } = await filledRepo()
    const zip = await exported(repo)
    await repo.saveRight({ ...right, label: 'Mine', number: '2', changedAtMs: 50 })
    const plan = await imported(repo, zip)
    expect(plan.rights).toMatchObject([{ state: 'different', differing: ['label', 'number'] }])
    expect(await repo.right(right.rightId)).toMatchObject({ label: 'Mine' })
    await imported(repo, zip, [right.rightId])
    expect(await repo.right(right.rightId)).toEqual({ ...right, changedAtMs: 99 })
  })

  test('files that only the replaced version named are gone', async () => {
    const { repo, database, right } = await filledRepo()
    const zip = await exported(repo)
    const added = await keepDocument(repo, new File(['%PDF-1.7 newer'], 'newer.pdf'), 1)
    if (!added.ok) throw new Error(added.error.message)
    await repo.saveRight({ ...right, documents: [{ ...added.value, kind: 'other' }] })
    await imported(repo, zip, [right.rightId])
    expect(await repo.readFile(added.value.sha256)).toBeNull()
    expect(await database.blobs.count()).toBe(2)
  })

  test('nothing is stored where something was edited between looking and importing', async () => {
    const { repo: source } = await filledRepo()
    const zip = await exported(source)
    const { repo, database } = await openRepo()
    const archive = await readRightsArchive(zip)
    const plan = planImport(await stateOf(repo), archive)
    await repo.saveHolder(buildHolder({ name: 'Meanwhile', identityDocuments: [], changedAtMs: 7 }))
    if (!plan.ok) throw new Error(plan.error.message)
    const choices = { replaced: new Set<string>(), nowMs: 99, readFile: archive.readFile }
    await expect(enterRights(repo, plan.value, choices)).rejects.toMatchObject({ code: 'holder-changed' })
    expect(await repo.rights()).toEqual([])
    expect(await database.blobs.count()).toBe(0)
  })

  const holders: Holder[] = [buildHolder()]
  test.each([
    ['an id twice', [buildTrademark(), buildTrademark()], 'import-doubled'],
    ['a holder that nobody knows', [buildTrademark({ holderId: 'holder-9' })], 'import-without-holder'],
  ])('a file with %s is refused', (_, rights, code) => {
    expect(planImport({ holders: [], rights: [] }, { holders, rights })).toMatchObject({
      ok: false,
      error: { code },
    })
  })
})

describe('a ZIP that anyone may have made', () => {
  /** A ZIP of these files, by default a whole export. */
  async function zipOf(change: {
    stated?: (stated: { holders: Holder[]; rights: Right[] }) => unknown
    text?: string
    files?: (files: Map<string, Uint8Array<ArrayBuffer>>) => void
  }): Promise<Blob> {
    const bytes = bytesOf('%PDF-1.7 certificate')
    const document: DocumentRef = {
      sha256: await sha256Hex(bytes),
      name: 'certificate.pdf',
      mediaType: 'application/pdf',
      bytes: bytes.byteLength,
      addedAtMs: 1,
    }
    const stated = {
      format: 'docket-rights',
      version: 1,
      exportedAt: '2026-11-25T13:00:00+01:00',
      tool: 'Docket 1',
      holders: [buildHolder({ identityDocuments: [] })],
      rights: [buildTrademark({ documents: [{ ...document, kind: 'certificate' }] })],
    }
    const files = new Map([
      ['rights.json', bytesOf(change.text ?? JSON.stringify(change.stated?.(stated) ?? stated))],
      [`files/${document.sha256}.pdf`, bytes],
    ])
    change.files?.(files)
    return new Response(
      makeZip([...files].map(([name, input]) => ({ name, input, lastModified: new Date(0) }))),
    ).blob()
  }
  const set = (path: string, value: unknown) => (stated: object) => {
    const copy = structuredClone(stated) as Record<string, unknown>
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const place = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy)
    place[last] = value
    return copy
  }
  test('is taken where it is whole', async () => {
    expect((await readRightsArchive(await zipOf({}))).rights).toHaveLength(1)
  })

  test.each<[string, Parameters<typeof zipOf>[0], string]>([
    [
      'a file changed',
      { files: (files) => files.set(name, bytesOf('%PDF-1.7 certificatE')) },
      'is not the file',
    ],
    [
      'a file of another length',
      { files: (files) => files.set(name, bytesOf('%PDF-1.7')) },
      'is not the file',
    ],
    ['a file missing', { files: (files) => files.delete(name) }, `${name} is not in it`],
    [
      'a file too many',
      { files: (files) => files.set('files/x.pdf', bytesOf('x')) },
      'names the file files/x.pdf',
    ],
    [
      'a script beside',
      { files: (files) => files.set('run.html', bytesOf('<script>')) },
      'names the file run.html',
    ],
    ['a path that climbs', { files: (files) => files.set('../evil.pdf', bytesOf('x')) }, 'Unsafe filename'],
    ['no rights.json', { files: (files) => files.delete('rights.json') }, 'has no rights.json'],
    ['no JSON', { text: '{"format":' }, 'not valid JSON'],
    ['JSON of something else', { text: '[]' }, 'rights.json, as a whole'],
    ['JSON nested without end', { text: `${'['.repeat(200_000)}${']'.repeat(200_000)}` }, 'rights.json'],
    ['another version', { stated: set('version', 2) }, 'version'],
    ['an unknown field', { stated: set('rights.0.script', 'x') }, 'rights.0'],
    ['a prototype', { text: '{"__proto__":{"polluted":true},"format":"docket-rights"}' }, 'rights.json'],
    ['a class that is none', { stated: set('rights.0.niceClasses', [99]) }, 'rights.0.niceClasses.0'],
    ['a hash that is none', { stated: set('rights.0.documents.0.sha256', '../../x') }, 'sha256'],
    [
      'a type that is not its bytes',
      { stated: set('rights.0.documents.0.mediaType', 'image/png') },
      'is not in it',
    ],
    [
      'a seller by name alone',
      {
        stated: set('rights.0.allowedSellers', [
          { sellerId: null, storeNumber: null, name: 'Pinefall', until: null, note: '' },
        ]),
      },
      'allowedSellers.0',
    ],
    [
      '10,001 holders',
      {
        stated: set(
          'holders',
          Array.from({ length: 10_001 }, () => buildHolder()),
        ),
      },
      'holders',
    ],
    [
      'one file described in two ways',
      {
        stated: (stated) =>
          set('rights.0.references', [{ ...stated.rights[0]?.documents[0], kind: undefined, bytes: 3 }])(
            stated,
          ),
      },
      'described in two ways',
    ],
  ])('is refused with %s', async (_, change, reason) => {
    await expect(readRightsArchive(await zipOf(change))).rejects.toMatchObject({
      code: 'rights-refused',
      message: expect.stringContaining(reason),
    })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('that says PDF and holds a page is refused', async () => {
    const page = bytesOf('<html><script>')
    const sha256 = await sha256Hex(page)
    const zip = await zipOf({
      stated: (stated) =>
        set('rights.0.documents.0', {
          ...stated.rights[0]?.documents[0],
          sha256,
          bytes: page.byteLength,
        })(stated),
      files(files) {
        files.delete(name)
        files.set(`files/${sha256}.pdf`, page)
      },
    })
    await expect(readRightsArchive(zip)).rejects.toMatchObject({
      message: expect.stringContaining('is not what it is said to be'),
    })
  })

  test('with far too many entries, or a file that unpacks to gigabytes, is refused', async () => {
    const many = Array.from({ length: 20_001 }, (_, at) => `files/${at}`)
    await expect(readRightsArchive(new Blob([rawZip(many)]))).rejects.toMatchObject({
      code: 'rights-refused',
    })
    await expect(readRightsArchive(new Blob([rawZip(['rights.json'], 0xf000_0000)]))).rejects.toMatchObject({
      code: 'rights-refused',
    })
  })

  test('or bytes that are no ZIP: refused, never thrown as a bug', async () => {
    const whole = new Uint8Array(await (await zipOf({})).arrayBuffer())
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        async (flips) => {
          const bytes = whole.slice()
          for (const [at, by] of flips) bytes[at] = (bytes[at] ?? 0) ^ by
          const outcome = await readRightsArchive(new Blob([bytes])).then(
            ({ rights }) => rights,
            (error: unknown) => error,
          )
          // A changed time stamp of the ZIP is no harm; anything else is refused.
          if (!Array.isArray(outcome)) expect(outcome).toMatchObject({ code: 'rights-refused' })
        },
      ),
      { numRuns: 300 },
    )
  })
})
