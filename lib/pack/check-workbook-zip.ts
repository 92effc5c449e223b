import { BlobReader, ZipReader } from '@zip.js/zip.js/lib/zip-core-custom.js'
import { ExpectedError } from '../core/expected-error.ts'

/** What a workbook may hold before it is refused: 5,000 rights stay far below. */
const limits = { fileBytes: 20_000_000, entries: 1000, unpackedBytes: 200_000_000 } as const

/**
 * Unpacks a workbook once without keeping anything, so that what unpacks to more than it says, or to too much,
 * is refused before a reader takes it into memory.
 * @throws ExpectedError `workbook-refused` with the reason; what zip.js throws of broken bytes
 */
export async function checkWorkbookZip(file: Blob): Promise<void> {
  if (file.size > limits.fileBytes) throw refused(`it is larger than ${limits.fileBytes / 1_000_000} MB`)
  const reader = new ZipReader(new BlobReader(file), {
    strictness: 'strict',
    checkCrc32: true,
    useWebWorkers: false,
  })
  let entries = 0
  let left: number = limits.unpackedBytes
  for await (const entry of reader.getEntriesGenerator()) {
    entries += 1
    if (entries > limits.entries) throw refused(`it has more than ${limits.entries} parts`)
    if (entry.encrypted) throw refused('it is locked with a password')
    if (entry.directory) continue
    let declared = entry.uncompressedSize
    await entry.getData(
      new WritableStream<Uint8Array>({
        write(piece) {
          declared -= piece.length
          left -= piece.length
          if (declared < 0 || left < 0) throw refused('it unpacks to more than it says, or to too much')
        },
      }),
    )
  }
}

const refused = (reason: string) => new ExpectedError('workbook-refused', reason)
