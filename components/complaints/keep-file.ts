import { sha256Hex } from '../../lib/core/digest.ts'
import { ok, type Result } from '../../lib/core/result.ts'
import { type DocumentRef, readDocumentType } from '../../lib/rights/right-document.ts'
import type { ComplaintServices } from './services.ts'

/** Stores a person's file under its hash. Fails as `readDocumentType`. */
export async function keepFile(
  { rights, clock }: Pick<ComplaintServices, 'rights' | 'clock'>,
  file: File,
): Promise<Result<DocumentRef>> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const mediaType = readDocumentType(file.name, bytes)
  if (!mediaType.ok) return mediaType
  const sha256 = await sha256Hex(bytes)
  await rights.keepFile(sha256, bytes)
  return ok({
    sha256,
    name: file.name.slice(0, 300),
    mediaType: mediaType.value,
    bytes: bytes.byteLength,
    addedAtMs: clock().wallMs,
  })
}
