import { fail, ok, type Result } from '../core/result.ts'

/** A file that belongs to a right, a holder or a complaint. Its bytes are stored once, under their hash. */
export interface DocumentRef {
  /** 64 hexadecimal digits. */
  sha256: string
  /** As the person's file was called. */
  name: string
  mediaType: DocumentType
  bytes: number
  addedAtMs: number
}

export const rightDocumentKinds = ['certificate', 'pages', 'renewal', 'translation', 'other'] as const
/**
 * What a file of a right is. `pages`: class pages of a trademark, pages that show the work, claims or views of a
 * patent; portals take them apart from the certificate (PORTAL.md §2.1). `renewal`: of a patent, the proof of annuity.
 */
export type RightDocumentKind = (typeof rightDocumentKinds)[number]

export interface RightDocument extends DocumentRef {
  kind: RightDocumentKind
}

export const documentTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
/** What portals take (PORTAL.md §2.1: safe default; Word is refused there). */
export type DocumentType = (typeof documentTypes)[number]

/** Largest file that is kept with a right. */
export const maxDocumentBytes = 50_000_000

/**
 * What a file is, by its first bytes and never by its name. Fails with `word-refused`, `type-refused`,
 * `too-large`, `empty`; each message says what to do.
 */
export function readDocumentType(name: string, bytes: Uint8Array): Result<DocumentType> {
  if (bytes.byteLength === 0) return fail('empty', `${name} is empty. Choose the file again.`)
  if (bytes.byteLength > maxDocumentBytes) {
    return fail('too-large', `${name} is larger than ${maxDocumentBytes / 1_000_000} MB. Save it smaller.`)
  }
  if (begins(bytes, '%PDF-')) return ok('application/pdf')
  if (begins(bytes, '\x89PNG\r\n\x1a\n')) return ok('image/png')
  if (begins(bytes, '\xff\xd8\xff')) return ok('image/jpeg')
  if (isWord(name, bytes)) {
    return fail(
      'word-refused',
      `${name} is a Word file, which the portal refuses. Save it as PDF and add that.`,
    )
  }
  return fail('type-refused', `${name} is no PDF, JPG or PNG. Save it as one of these and add that.`)
}

const begins = (bytes: Uint8Array, signature: string): boolean =>
  signature.length <= bytes.length && [...signature].every((sign, at) => sign.charCodeAt(0) === bytes[at])

/** The old format by its own signature, the new one as a ZIP with that name. */
const isWord = (name: string, bytes: Uint8Array): boolean =>
  begins(bytes, '\xd0\xcf\x11\xe0') || (begins(bytes, 'PK') && /\.do[ct][xm]?$/i.test(name))
