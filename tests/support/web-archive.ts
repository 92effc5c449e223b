import { buildWacz, type WebArchiveSource } from '../../lib/pack/web-archive/wacz.ts'
import { dexieKeyStore } from '../../lib/storage/dexie-key-store.ts'
import { unpacked } from './evidence-pack.ts'
import type { TestHouse } from './open-test-database.ts'
import { type ReadRecord, readWarc } from './read-warc.ts'

export const webArchiveSource = (house: TestHouse): WebArchiveSource => ({
  ...house.sealing,
  papersOf: house.papersOf,
  webArchiveKeys: dexieKeyStore(house.database),
})

/** The bytes of a web archive of these captures. @throws where the export fails. */
export async function exportWacz(
  house: TestHouse,
  captureIds: string[],
  source: WebArchiveSource = webArchiveSource(house),
): Promise<Uint8Array<ArrayBuffer>> {
  const pack = await buildWacz(source, { captureIds })
  if (!pack.ok) throw new Error(`${pack.error.code}: ${pack.error.message}`)
  return new Uint8Array(await new Response(pack.value.stream).arrayBuffer())
}

/** A line of the index, taken apart. */
export interface IndexLine {
  key: string
  timestamp: string
  facts: {
    url: string
    mime: string
    status: string
    digest: string
    recordDigest: string
    offset: number
    length: number
    filename: string
  }
}

/** A web archive with everything in it parsed. */
export interface ReadWacz {
  files: Map<string, Uint8Array<ArrayBuffer>>
  records: ReadRecord[]
  index: IndexLine[]
  pages: Array<{ id: string; url: string; ts: string; title: string }>
  datapackage: { resources: Array<{ name: string; path: string; hash: string; bytes: number }> } & Record<
    string,
    unknown
  >
  digest: { path: string; hash: string; signedData: Record<string, string> }
}

/** @throws where a part is missing or cannot be parsed. */
export async function readWacz(wacz: Uint8Array<ArrayBuffer>): Promise<ReadWacz> {
  const files = await unpacked(new Blob([wacz]))
  const text = (path: string) => new TextDecoder('utf-8', { fatal: true }).decode(files.get(path))
  const lines = (path: string) => text(path).split('\n').slice(0, -1)
  return {
    files,
    records: readWarc(files.get('archive/data.warc.gz') ?? new Uint8Array()),
    index: lines('indexes/index.cdx').map((line) => {
      const parts = /^(\S+) (\d{17}) (\{.+\})$/.exec(line)
      if (!parts) throw new Error(`No line of an index: ${line}`)
      const [, key = '', timestamp = '', facts = ''] = parts
      return { key, timestamp, facts: JSON.parse(facts) }
    }),
    pages: lines('pages/pages.jsonl')
      .map((line) => JSON.parse(line))
      .slice(1),
    datapackage: JSON.parse(text('datapackage.json')),
    digest: JSON.parse(text('datapackage-digest.json')),
  }
}

/** A metadata record's fields. */
export const fieldsOf = (record: ReadRecord): Record<string, string> =>
  Object.fromEntries(
    record.body
      .toString('utf8')
      .split('\r\n')
      .slice(0, -1)
      .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  )
