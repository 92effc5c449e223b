import type { Clock } from '../../lib/core/clock.ts'
import { runningSha256 } from '../../lib/core/running-digest.ts'
import type { PackReport } from '../../lib/pack/pack-report.ts'
import type { ReadBytes } from '../../lib/pack/pack-screenshot.ts'
import { buildQueuePack } from '../../lib/pack/queue-pack.ts'
import { type QueueGroup, queueGroupOf } from '../../lib/queue/flag.ts'
import type { QueueReader } from '../../lib/queue/queue-entry.ts'

/** What the export needs of the world around it. */
export interface ExportServices {
  reader: QueueReader
  readBytes: ReadBytes
  clock: Clock
  version: string
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
export interface ExportedPack {
  name: string
  file: Blob
  /** Of the whole ZIP. */
  sha256: string
  report: PackReport
  discard(): Promise<void>
}

/**
 * Writes the pack of one group into a private file; null where the group has no listing. The ZIP is hashed
 * on its way to the disk.
 */
export async function exportQueue(
  services: ExportServices,
  group: QueueGroup,
  onProgress: (done: number, of: number) => void,
): Promise<ExportedPack | null> {
  const entries = (await services.reader.entries()).filter(({ flag }) => queueGroupOf(flag) === group)
  if (entries.length === 0) return null
  onProgress(0, entries.length)
  const pack = buildQueuePack(
    { entries, evidence: services.reader.evidence, readBytes: services.readBytes },
    {
      group,
      made: services.clock(),
      tool: { name: 'Docket', version: services.version },
      onProgress,
    },
  )
  const digest = runningSha256()
  const hashing = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      digest.update(piece)
      controller.enqueue(piece)
    },
  })
  const { file, remove } = await services.writeFile(pack.stream.pipeThrough(hashing), 'application/zip')
  return { name: pack.name, file, sha256: digest.finish(), report: pack.report(), discard: remove }
}
