import { sha256Hex } from '../core/digest.ts'
import { fail, ok, type Result } from '../core/result.ts'
import {
  type DocumentRef,
  type DocumentType,
  documentTypes,
  maxDocumentBytes,
  readDocumentType,
} from './right-document.ts'
import type { RightsRepo } from './rights-repo.ts'

/** A file as the browser hands it over. */
export interface ChosenFile {
  name: string
  size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

/**
 * Stores a file under its hash and says what it is. It belongs to a right or holder only once that is saved.
 * Fails with `word-refused`, `type-refused`, `too-large`, `empty`, `unreadable-file`; each message says what to do.
 * @param accepted kinds of file that this place takes
 * @throws ExpectedError `storage-refused`
 */
export async function keepDocument(
  repo: Pick<RightsRepo, 'keepFile'>,
  file: ChosenFile,
  nowMs: number,
  accepted: readonly DocumentType[] = documentTypes,
): Promise<Result<DocumentRef>> {
  const name = readableName(file.name)
  // Before its bytes are read: a film of 4 GB must not come into memory to be refused.
  if (file.size > maxDocumentBytes) return tooLarge(name)
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return fail('unreadable-file', `${name} could not be read (${error.name}). Choose the file again.`)
  }
  const type = readDocumentType(name, bytes)
  if (!type.ok) return type
  if (!accepted.includes(type.value)) {
    return fail('type-refused', `${name} is a PDF, and a picture belongs here. Save it as JPG or PNG.`)
  }
  const sha256 = await sha256Hex(bytes)
  await repo.keepFile(sha256, bytes)
  return ok({ sha256, name, mediaType: type.value, bytes: bytes.byteLength, addedAtMs: nowMs })
}

const tooLarge = (name: string) =>
  fail('too-large', `${name} is larger than ${maxDocumentBytes / 1_000_000} MB. Save it smaller.`)

/** Without control and direction characters, whole characters, at most 200 of them. */
const readableName = (name: string): string =>
  [
    ...name
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim(),
  ]
    .slice(0, 200)
    .join('')
    .slice(0, 300) || 'file'
