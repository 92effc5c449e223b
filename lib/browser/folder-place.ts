import { sha256Hex } from '../core/digest.ts'
import { ExpectedError } from '../core/expected-error.ts'
import type { Failure } from '../core/result.ts'
import { runningSha256 } from '../core/running-digest.ts'
import type { CopyPlace } from '../pack/second-copy/second-copy.ts'

/** The parts of the File System Access API that only Chromium has, and TypeScript does not know. */
interface WithPermission {
  queryPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>
  requestPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>
}
interface WithPicker {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>
}

const readWrite = { mode: 'readwrite' } as const
const permissionOf = (folder: FileSystemDirectoryHandle) => folder as unknown as WithPermission
const picker = () => globalThis as WithPicker

/** Whether a person can pick a folder here: in Chromium, in a page. */
export const canPickFolder = (): boolean => picker().showDirectoryPicker !== undefined

/** Lets the person pick a folder; call it first thing in a click. Null where they cancelled. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await picker().showDirectoryPicker?.({ id: 'docket-copies', mode: 'readwrite' })) ?? null
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

/** Asks for access to a folder that was picked before; call it first thing in a click. False where declined. */
export const askForFolder = async (folder: FileSystemDirectoryHandle): Promise<boolean> =>
  (await permissionOf(folder).requestPermission(readWrite)) === 'granted'

/**
 * A folder that the person picked. The browser's permission ends when the last page of Docket is closed, unless
 * the person chose "Allow on every visit"; with it the background writes there as well.
 */
export function folderPlace(folder: FileSystemDirectoryHandle): CopyPlace {
  const find = async (name: string) => {
    const file = await fileIn(folder, name)
    return file && file.size > 0 ? { bytes: file.size, sha256: () => sha256OfFile(file) } : null
  }
  return {
    async refusal(): Promise<Failure | null> {
      if ((await permissionOf(folder).queryPermission(readWrite)) !== 'granted') return waits
      try {
        await folder.keys().next()
        return null
      } catch (error) {
        return placeFailureOf(error) ?? gone
      }
    },
    find,
    async write(name, stream, beforeNaming) {
      if (await find(name)) {
        throw new ExpectedError(
          'copy-name-taken',
          `${name} is in the folder already, and nothing is written over.`,
        )
      }
      const digest = runningSha256()
      let bytes = 0
      const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(piece, controller) {
          bytes += piece.byteLength
          digest.update(piece)
          controller.enqueue(piece)
        },
      })
      try {
        const handle = await folder.getFileHandle(name, { create: true })
        // Its bytes lie beside the file until it is closed; an interruption leaves an empty one.
        const writable = await handle.createWritable()
        await stream.pipeThrough(counted).pipeTo(writable, { preventClose: true })
        const file = { name, bytes, sha256: digest.finish() }
        try {
          await beforeNaming?.(file)
        } catch (error) {
          await writable.abort()
          throw error
        }
        await writable.close()
        return file
      } catch (error) {
        const failure = placeFailureOf(error)
        if (failure) throw new ExpectedError(failure.code, failure.message, { cause: error })
        throw error
      }
    },
  }
}

async function fileIn(folder: FileSystemDirectoryHandle, name: string): Promise<File | null> {
  try {
    return await (await folder.getFileHandle(name)).getFile()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null
    const failure = placeFailureOf(error)
    if (failure) throw new ExpectedError(failure.code, failure.message, { cause: error })
    throw error
  }
}

/** Up to this size all bytes are hashed at once, which is ten times faster. */
const atOnceBytes = 32 * 1024 * 1024

async function sha256OfFile(file: File): Promise<string> {
  if (file.size <= atOnceBytes) return sha256Hex(await file.arrayBuffer())
  const digest = runningSha256()
  for await (const piece of file.stream()) digest.update(piece)
  return digest.finish()
}

function placeFailureOf(error: unknown): Failure | null {
  if (!(error instanceof DOMException)) return null
  if (error.name === 'NotAllowedError' || error.name === 'SecurityError') return waits
  if (error.name === 'QuotaExceededError') return full
  return error.name === 'NotFoundError' ? gone : null
}

const waits: Failure = {
  code: 'copy-waits-for-permission',
  message: 'The browser asks again before Docket may write into the folder. Allow it, best for every visit.',
}
const gone: Failure = {
  code: 'copy-place-gone',
  message:
    'The folder for second copies cannot be reached. Plug in its disk or connect to it, or choose another folder.',
}
const full: Failure = {
  code: 'copy-no-space',
  message: 'The disk of the second copies is full. Free some space, or choose another folder.',
}
