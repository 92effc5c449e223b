import { makeZip } from 'client-zip'
import { canonicalJson } from '../../core/canonical-json.ts'
import { isoWithOffset } from '../../core/iso-time.ts'
import { ok, type Result } from '../../core/result.ts'
import { pemOf, sign } from '../../evidence/seal/seal.ts'
import { carriedFiles } from '../evidence-pack/carried-papers.ts'
import { counted, type Pieces } from '../evidence-pack/counted.ts'
import {
  contentsOf,
  type EnteredExport,
  type ExportOptions,
  type ExportSource,
  enterExport,
  ledgerLines,
} from '../evidence-pack/enter-export.ts'
import { sumsLine } from '../evidence-pack/evidence-pack-layout.ts'
import { signedFiles } from '../evidence-pack/sealed-captures.ts'
import { webArchiveName } from '../pack-names.ts'
import { pagesFile } from './archive-pages.ts'
import { cdxjFile } from './cdxj-line.ts'
import { packageTexts, waczReadmeText } from './wacz-texts.ts'
import { type WarcCatalogue, warcFile } from './warc-file.ts'
import { signedDigest, type WebArchiveKeyStore } from './web-archive-key.ts'

/** Where the parts of a web archive come from. */
export interface WebArchiveSource extends ExportSource {
  webArchiveKeys: WebArchiveKeyStore
}

export interface WebArchive {
  /** E.g. "docket-web-archive-2026-11-23-1530-3-captures.wacz", in local time. */
  name: string
  packId: string
  /** `fingerprintOf` the key that seals records, for the case file. */
  fingerprint: string
  mediaType: 'application/wacz'
  /** The WACZ. Errs where a record, a signature or a file is not what was sealed. */
  stream: ReadableStream<Uint8Array<ArrayBuffer>>
}

/**
 * Builds a web archive (WACZ 1.1.1, specs.webrecorder.net/wacz/1.1.1) of sealed captures, made while it is
 * read; one file of a capture is in memory at a time. The export stands in the ledger before the first byte
 * leaves. Fails as `enterExport` does.
 */
export async function buildWacz(
  source: WebArchiveSource,
  { captureIds, onProgress }: ExportOptions,
): Promise<Result<WebArchive>> {
  const entered = await enterExport(source, captureIds)
  if (!entered.ok) return entered
  const { fingerprint, chosen, contents, made } = entered.value
  const files = waczFiles(source, entered.value, onProgress)
  return ok({
    name: webArchiveName(chosen.length, made),
    packId: contents.packId,
    fingerprint,
    mediaType: 'application/wacz',
    stream: makeZip(files, { buffersAreUTF8: true }) as ReadableStream<Uint8Array<ArrayBuffer>>,
  })
}

interface ZipInput {
  name: string
  lastModified: Date
  input: Uint8Array<ArrayBuffer> | AsyncGenerator<Uint8Array<ArrayBuffer>>
}

/** A file as `datapackage.json` lists it. */
interface PackagedFile {
  name: string
  path: string
  hash: string
  bytes: number
}

const warcName = 'data.warc.gz'

async function* waczFiles(
  source: WebArchiveSource,
  entered: EnteredExport,
  onProgress: ExportOptions['onProgress'],
): AsyncGenerator<ZipInput> {
  const { chosen, made } = entered
  const lastModified = new Date(made.wallMs)
  const software = `Docket ${(await source.describeInstallation()).extension.version}`
  const resources: PackagedFile[] = []
  const catalogue: WarcCatalogue = { index: [], pages: [] }
  const warc = warcFile(source, entered, { fileName: warcName, software, catalogue, onProgress })
  const files = async function* (): AsyncGenerator<[path: string, pieces: Pieces]> {
    yield [`archive/${warcName}`, warc]
    yield ['indexes/index.cdx', [encode(cdxjFile(catalogue.index))]]
    yield ['pages/pages.jsonl', [encode(pagesFile(catalogue.pages))]]
    yield* docketFiles(source, entered, { software, resources })
  }
  for await (const [path, pieces] of files()) {
    const done = (sha256: string, bytes: number) =>
      resources.push({ name: resourceName(path), path, hash: `sha256:${sha256}`, bytes })
    yield { name: path, lastModified, input: counted(pieces, done) }
  }
  const created = lastModified.toISOString()
  const [mainPage, ...others] = catalogue.pages
  const main =
    mainPage && others.length === 0 ? { mainPageUrl: mainPage.url, mainPageDate: mainPage.ts } : null
  const datapackage = encode(
    JSON.stringify(
      {
        profile: 'data-package',
        wacz_version: '1.1.1',
        ...packageTexts(chosen.length),
        created,
        software,
        ...main,
        resources,
      },
      null,
      2,
    ),
  )
  yield { name: 'datapackage.json', lastModified, input: datapackage }
  const key = await source.webArchiveKeys.webArchiveKey()
  const digest = encode(await signedDigest(key, datapackage, { created, software }))
  yield { name: 'datapackage-digest.json', lastModified, input: digest }
}

/** What lies beside the web archive proper: the sealed records, the ledger, and how to check everything. */
async function* docketFiles(
  source: WebArchiveSource,
  entered: EnteredExport,
  { software, resources }: { software: string; resources: readonly PackagedFile[] },
): AsyncGenerator<[path: string, pieces: Pieces]> {
  const { key, chosen, carried, contents, made } = entered
  for (const capture of chosen) {
    for await (const { name, bytes } of signedFiles(source, capture)) yield [`docket/${name}`, [bytes]]
  }
  yield ['docket/ledger.jsonl', ledgerLines(source, entered)]
  for (const { name, bytes } of carriedFiles(carried)) yield [`docket/${name}`, [bytes]]
  const manifest = await contentsOf(source, entered)
  const kind = { format: 'docket-web-archive', formatVersion: 1 }
  yield ['docket/pack.json', [encode(canonicalJson({ ...kind, ...manifest }))]]
  yield ['docket/public-key.pem', [encode(pemOf(key.publicKey))]]
  const { publicKey } = await source.webArchiveKeys.webArchiveKey()
  yield ['docket/web-archive-key.pem', [encode(pemOf(publicKey))]]
  const readme = waczReadmeText({
    packId: contents.packId,
    captures: chosen.length,
    madeAt: isoWithOffset(made.wallMs, made.offsetMinutes),
    fingerprint: manifest.publicKeySha256,
    otherKeys: [...carried.keys.keys()],
    hasOrigins: carried.origins.size > 0,
    software,
  })
  yield ['docket/README.txt', [encode(readme)]]
  const sums = encode(
    resources.map(({ hash, path }) => sumsLine(hash.slice('sha256:'.length), path)).join(''),
  )
  yield ['docket/SHA256SUMS', [sums]]
  yield ['docket/SHA256SUMS.der', [await sign(key, sums)]]
}

/** Names of a data package are in small letters and unique. */
const resourceName = (path: string) =>
  path
    .replace(/^(archive|indexes|pages)\//, '')
    .replaceAll('/', '-')
    .toLowerCase()

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
