import { ExpectedError } from '../core/expected-error.ts'
import { newId } from '../core/ids.ts'

const folderName = 'exports'
/** Every write to the private file system costs milliseconds, whatever its size. */
const pieceBytes = 1 << 20

const lockOf = (name: string) => `docket-${folderName}-${name}`

/** A file in the extension's private file system. */
export interface PrivateFile {
  /** Its bytes, read from the disk when they are asked for. */
  file: Blob
  /** Deletes it. Until then, and while this page is open, nobody else does. */
  remove(): Promise<void>
}

/**
 * Writes a stream into a private file, piece by piece: a Blob of that size in memory makes Chromium's blob
 * store fail. Files that closed pages left behind are deleted first.
 * @throws ExpectedError `no-space` where the disk or the quota is full; nothing is left behind.
 */
export async function writePrivateFile(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  mediaType: string,
): Promise<PrivateFile> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(folderName, { create: true })
  await removeAbandoned(folder)
  const name = newId()
  const release = await holdLock(lockOf(name))
  const remove = async () => {
    await folder.removeEntry(name)
    release()
  }
  const handle = await folder.getFileHandle(name, { create: true })
  try {
    await stream.pipeThrough(inPieces(pieceBytes)).pipeTo(await handle.createWritable())
  } catch (error) {
    await remove()
    if (error instanceof DOMException && error.name === 'QuotaExceededError') {
      throw new ExpectedError(
        'no-space',
        'There is not enough disk space for the export. Free some space and export again.',
        { cause: error },
      )
    }
    throw error
  }
  const file = await handle.getFile()
  // A download takes its extension after the type: without one a ZIP was saved as ".txt".
  return { file: file.slice(0, file.size, mediaType), remove }
}

async function removeAbandoned(folder: FileSystemDirectoryHandle): Promise<void> {
  const { held } = await navigator.locks.query()
  const inUse = new Set(held?.map((lock) => lock.name))
  const names: string[] = []
  for await (const name of folder.keys()) names.push(name)
  for (const name of names) {
    if (!inUse.has(lockOf(name))) await removeUnlessBusy(folder, name)
  }
}

/** Another page may remove it at the same moment, or the browser may still read it: the next export tries again. */
async function removeUnlessBusy(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name)
  } catch (error) {
    const isBusy = error instanceof DOMException && /^(NotFound|NoModificationAllowed)Error$/.test(error.name)
    if (!isBusy) throw error
  }
}

/** Takes the lock and keeps it until the returned function is called or this page is closed. */
function holdLock(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, () => new Promise<void>((release) => resolve(() => release())))
      .catch(reject)
  })
}

/** Joins small pieces until there are at least `wantedBytes` of them. */
function inPieces(wantedBytes: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let waiting: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const joined = () => {
    const piece = new Uint8Array(length)
    let at = 0
    for (const part of waiting) {
      piece.set(part, at)
      at += part.length
    }
    waiting = []
    length = 0
    return piece
  }
  return new TransformStream({
    transform(part, controller) {
      waiting.push(part)
      length += part.length
      if (length >= wantedBytes) controller.enqueue(joined())
    },
    flush(controller) {
      if (length > 0) controller.enqueue(joined())
    },
  })
}
