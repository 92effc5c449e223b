import { makeZip } from 'client-zip'
import * as z from 'zod'
import { canonicalJson } from '../../core/canonical-json.ts'
import type { Moment } from '../../core/clock.ts'
import { sha256Hex } from '../../core/digest.ts'
import { ExpectedError } from '../../core/expected-error.ts'
import { isoWithOffset } from '../../core/iso-time.ts'
import { documentsOf, type Holder, type Right } from '../../rights/right.ts'
import type { DocumentRef, DocumentType } from '../../rights/right-document.ts'
import { holderSchema, rightSchema } from '../../rights/right-schema.ts'

z.config({ jitless: true })

/** The file of an export that says everything but the files' bytes. */
export const rightsFileName = 'rights.json'

export const rightsFileSchema = z.strictObject({
  format: z.literal('docket-rights'),
  version: z.literal(1),
  exportedAt: z.string().max(40),
  tool: z.string().max(100),
  holders: z.array(holderSchema).max(10_000),
  rights: z.array(rightSchema).max(10_000),
})
type RightsFile = z.infer<typeof rightsFileSchema>

const endings: Record<DocumentType, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

/** Where a file lies in the ZIP: under its hash, so that each is there once and its name tells whether it is whole. */
export const archivedFileName = ({ sha256, mediaType }: Pick<DocumentRef, 'sha256' | 'mediaType'>): string =>
  `files/${sha256}.${endings[mediaType]}`

/** Every mention of a file by these holders and rights. */
export const mentionedDocuments = (holders: readonly Holder[], rights: readonly Right[]): DocumentRef[] => [
  ...holders.flatMap(({ identityDocuments }) => identityDocuments),
  ...rights.flatMap(documentsOf),
]

/** The same, each hash once. */
export const namedDocuments = (holders: readonly Holder[], rights: readonly Right[]): DocumentRef[] => [
  ...new Map(
    mentionedDocuments(holders, rights).map((document) => [document.sha256, document] as const),
  ).values(),
]

export interface RightsSource {
  holders: readonly Holder[]
  rights: readonly Right[]
  readFile(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
}

/**
 * Holders and rights with all their files as a ZIP that is made while it is read, one file in memory at a time.
 * The stream errs with ExpectedError `file-missing` where a file is not stored as it was added.
 */
export function buildRightsArchive(
  source: RightsSource,
  { made, version }: { made: Moment; version: string },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const stated: RightsFile = {
    format: 'docket-rights',
    version: 1,
    exportedAt: isoWithOffset(made.wallMs, made.offsetMinutes),
    tool: `Docket ${version}`,
    holders: [...source.holders],
    rights: [...source.rights],
  }
  const lastModified = new Date(made.wallMs)
  async function* files() {
    const text = new TextEncoder().encode(canonicalJson(stated))
    yield { name: rightsFileName, lastModified, input: text }
    for (const document of namedDocuments(source.holders, source.rights)) {
      yield { name: archivedFileName(document), lastModified, input: await wholeFile(source, document) }
    }
  }
  return makeZip(files(), { buffersAreUTF8: true }) as ReadableStream<Uint8Array<ArrayBuffer>>
}

async function wholeFile({ readFile }: RightsSource, { sha256, name }: DocumentRef) {
  const bytes = await readFile(sha256)
  if (bytes && (await sha256Hex(bytes)) === sha256) return bytes
  throw new ExpectedError(
    'file-missing',
    `${name} is not stored as it was added. Remove it from its right or holder and add it again, then export.`,
  )
}
