import { BlobReader, type Entry, ZipReader } from '@zip.js/zip.js/lib/zip-core-custom.js'
import { ExpectedError } from '../../core/expected-error.ts'
import type { PackFiles } from './pack-files.ts'

/** What a ZIP may claim and hold before it is refused. */
export interface ZipLimits {
  entries: number
  fileBytes: number
  totalBytes: number
  ratio: number
}

/** An evidence pack stays far below. */
const zipLimits: ZipLimits = {
  entries: 20_000,
  /** Largest file: an artefact has 100 MB at most. */
  fileBytes: 256 * 1024 * 1024,
  totalBytes: 8 * 1024 * 1024 * 1024,
  /** Unpacked to packed size; pictures and JSON stay below 20. */
  ratio: 100,
}

/** What is taken in from a pack of someone else (RELIABILITY.md, threat 10). */
export const importLimits: ZipLimits = { ...zipLimits, totalBytes: 2_000_000_000 }

const safeName = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}(\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99}){0,5}$/

type FileEntry = Extract<Entry, { directory: false }>

/**
 * Opens a ZIP that anyone may have made. Nothing is unpacked but what is asked for, one file at a time, and
 * never more bytes than were declared.
 * @throws ExpectedError `zip-refused` with the reason.
 */
export async function openPackZip(zip: Blob, limits: ZipLimits = zipLimits): Promise<PackFiles> {
  if (zip.size > limits.totalBytes) throw refused(`it is larger than ${limits.totalBytes} bytes`)
  const reader = new ZipReader(new BlobReader(zip), {
    strictness: 'strict',
    checkCrc32: true,
    useWebWorkers: false,
  })
  const files = new Map<string, FileEntry>()
  const lowerCase = new Set<string>()
  let totalBytes = 0
  let entries = 0
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      entries += 1
      if (entries > limits.entries) throw refused(`it has more than ${limits.entries} entries`)
      if (entry.directory) continue
      totalBytes += entry.uncompressedSize
      const reason = refusalOf(entry, totalBytes, lowerCase, limits)
      if (reason) throw refused(reason)
      lowerCase.add(entry.filename.toLowerCase())
      files.set(entry.filename, entry)
    }
  } catch (error) {
    throw error instanceof ExpectedError
      ? error
      : refused(error instanceof Error ? error.message : String(error))
  }
  return {
    names: new Set(files.keys()),
    read: async (name) => {
      const entry = files.get(name)
      if (!entry) throw refused(`${name} is not in it`)
      return readEntry(entry)
    },
  }
}

function refusalOf(
  entry: FileEntry,
  totalBytes: number,
  lowerCase: Set<string>,
  limits: ZipLimits,
): string | null {
  const { filename, uncompressedSize, compressedSize } = entry
  if (!safeName.test(filename)) return `it has a file with the name "${shownName(filename)}"`
  if (lowerCase.has(filename.toLowerCase())) return `it has ${filename} twice`
  if (entry.encrypted) return `${filename} is encrypted`
  if (uncompressedSize > limits.fileBytes) return `${filename} is larger than ${limits.fileBytes} bytes`
  if (totalBytes > limits.totalBytes) return `it is larger than ${limits.totalBytes} bytes`
  if (uncompressedSize > 100_000 && uncompressedSize > compressedSize * limits.ratio) {
    return `${filename} is packed more than ${limits.ratio} times`
  }
  return null
}

/** In letters that cannot turn a sentence around or hide in it. */
const shownName = (name: string) => name.slice(0, 100).replace(/[^\x20-\x7e]/g, '\ufffd')

async function readEntry(entry: FileEntry): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(entry.uncompressedSize)
  let length = 0
  await entry.getData(
    new WritableStream<Uint8Array>({
      write(chunk) {
        if (length + chunk.length > bytes.length)
          throw refused(`${entry.filename} is larger than it declares`)
        bytes.set(chunk, length)
        length += chunk.length
      },
    }),
  )
  if (length !== bytes.length) throw refused(`${entry.filename} is smaller than it declares`)
  return bytes
}

const refused = (reason: string) =>
  // The reason alone goes along, for packs of another kind.
  new ExpectedError('zip-refused', `This is no evidence pack as Docket writes it: ${reason}.`, {
    cause: reason,
  })
