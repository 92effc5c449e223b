import { runningSha256 } from '../../lib/core/running-digest.ts'

/** What every export needs of the world around it. */
export interface PackFileServices {
  /** Writes the stream to a file that is not in memory. */
  writeFile(
    stream: ReadableStream<Uint8Array<ArrayBuffer>>,
    mediaType: string,
  ): Promise<{ file: Blob; remove(): Promise<void> }>
  saveDownload(file: Blob, name: string): Promise<{ id: number; path: string }>
  showDownload(id: number): Promise<void>
  copyText(text: string): Promise<void>
}

/** A pack that lies ready to be saved. */
export interface WrittenPack {
  name: string
  file: Blob
  /** Of the whole ZIP. */
  sha256: string
  discard(): Promise<void>
}

interface PackStream {
  name: string
  stream: ReadableStream<Uint8Array<ArrayBuffer>>
  mediaType?: string
}

/**
 * Writes a pack into a private file; it is hashed on its way to the disk.
 * @param mediaType Browsers give a saved file the ending that fits its type.
 */
export async function writePack(
  { writeFile }: Pick<PackFileServices, 'writeFile'>,
  { name, stream, mediaType = 'application/zip' }: PackStream,
): Promise<WrittenPack> {
  const digest = runningSha256()
  const hashing = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      digest.update(piece)
      controller.enqueue(piece)
    },
  })
  const { file, remove } = await writeFile(stream.pipeThrough(hashing), mediaType)
  return { name, file, sha256: digest.finish(), discard: remove }
}
