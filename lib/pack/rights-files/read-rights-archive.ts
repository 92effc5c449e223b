import { sha256Hex } from '../../core/digest.ts'
import { ExpectedError } from '../../core/expected-error.ts'
import type { Holder, Right } from '../../rights/right.ts'
import { type DocumentRef, readDocumentType } from '../../rights/right-document.ts'
import { openPackZip } from '../verify/open-pack-zip.ts'
import {
  archivedFileName,
  mentionedDocuments,
  namedDocuments,
  rightsFileName,
  rightsFileSchema,
} from './rights-archive.ts'

/** An export of rights whose every byte was checked. */
export interface RightsArchive {
  holders: Holder[]
  rights: Right[]
  readFile(document: DocumentRef): Promise<Uint8Array<ArrayBuffer>>
}

/** Largest ZIP that is looked at. */
const maxArchiveBytes = 2_000_000_000
/** Largest `rights.json`: 10,000 rights with long lists stay below. */
const maxTextBytes = 50_000_000

type Pack = Awaited<ReturnType<typeof openPackZip>>

/**
 * Opens a ZIP that anyone may have made, and takes it only if it is whole: the schema, no name and no file that
 * does not belong, every file with the hash, the size and the type that is said of it.
 * @throws ExpectedError `rights-refused` with the reason; nothing was changed.
 */
export async function readRightsArchive(zip: Blob): Promise<RightsArchive> {
  if (zip.size > maxArchiveBytes) throw refused(`it is larger than ${maxArchiveBytes / 1_000_000_000} GB`)
  const pack = await refusing(() => openPackZip(zip))
  const { holders, rights } = await readStated(pack)
  const named = namedDocuments(holders, rights)
  const expected = new Set([rightsFileName, ...named.map(archivedFileName)])
  const missing = [...expected].find((name) => !pack.names.has(name))
  if (missing) throw refused(`${missing} is not in it`)
  const extra = [...pack.names].find((name) => !expected.has(name))
  if (extra) throw refused(`no right or holder names the file ${extra}`)
  for (const document of mentionedDocuments(holders, rights)) checkAgree(document, named)
  const readFile = (document: DocumentRef) => readWhole(pack, document)
  for (const document of named) await readFile(document)
  return { holders, rights, readFile }
}

async function readStated(pack: Pack): Promise<{ holders: Holder[]; rights: Right[] }> {
  if (!pack.names.has(rightsFileName)) throw refused(`it has no ${rightsFileName}`)
  const bytes = await refusing(() => pack.read(rightsFileName))
  if (bytes.byteLength > maxTextBytes) throw refused(`${rightsFileName} is too large`)
  let stated: unknown
  try {
    stated = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refused(`${rightsFileName} is not valid JSON`)
  }
  const parsed = rightsFileSchema.safeParse(stated)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw refused(`${rightsFileName}, ${issue?.path.join('.') || 'as a whole'}: ${issue?.message}`)
}

/** Two places may call the same bytes differently, but not by another size or type. */
function checkAgree(document: DocumentRef, named: DocumentRef[]): void {
  const first = named.find(({ sha256 }) => sha256 === document.sha256)
  if (first && (first.bytes !== document.bytes || first.mediaType !== document.mediaType)) {
    throw refused(`${document.name} is described in two ways`)
  }
}

async function readWhole(pack: Pack, document: DocumentRef): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await refusing(() => pack.read(archivedFileName(document)))
  if (bytes.byteLength !== document.bytes || (await sha256Hex(bytes)) !== document.sha256) {
    throw refused(`${document.name} is not the file that was exported`)
  }
  const type = readDocumentType(document.name, bytes)
  if (!type.ok || type.value !== document.mediaType) {
    throw refused(`${document.name} is not what it is said to be`)
  }
  return bytes
}

/** Says of a ZIP that is none, or a bad one, what it was to be. */
async function refusing<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof ExpectedError && typeof error.cause === 'string') throw refused(error.cause)
    // What zip.js says of broken bytes; anything else is a bug and goes on as it is.
    if (error instanceof Error && !(error instanceof TypeError)) throw refused(error.message)
    throw error
  }
}

const refused = (reason: string) =>
  new ExpectedError(
    'rights-refused',
    `This is no export of rights as Docket writes it: ${reason}. Nothing was imported.`,
  )
