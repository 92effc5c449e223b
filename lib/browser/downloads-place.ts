import { browser } from 'wxt/browser'
import { sha256Hex } from '../core/digest.ts'
import { ExpectedError } from '../core/expected-error.ts'
import { runningSha256 } from '../core/running-digest.ts'
import type { CopyFile, CopyPlace } from '../pack/second-copy/second-copy.ts'
import { writePrivateFile } from './private-file.ts'
import { type SavedDownload, saveDownload, saveFromUrl } from './save-download.ts'

/** Inside the downloads folder. */
export const downloadsFolder = 'Docket evidence'

/**
 * Chromium's background can make no address for a file, but downloads a `data:` address: 20 MB in two seconds,
 * 100 MB in eighteen. What is larger waits for a page of Docket.
 */
const dataAddressBytes = 32_000_000

/** A folder inside the downloads folder. The browser numbers a file whose name is taken, and lets none be read. */
export const downloadsPlace: CopyPlace = {
  refusal: async () => null,
  async find(name) {
    // The first look lets the browser notice that a file is gone; it says so at the next.
    await search(name)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const [item] = await search(name)
    return item && item.fileSize > 0 ? { bytes: item.fileSize, sha256: async () => null } : null
  },
  write: async (name, stream, beforeNaming = async () => {}) => {
    try {
      return await (typeof URL.createObjectURL === 'function'
        ? writeFromFile(name, stream, beforeNaming)
        : writeFromMemory(name, stream, beforeNaming))
    } catch (error) {
      throw error instanceof ExpectedError ? placeErrorOf(error) : error
    }
  },
}

type BeforeNaming = (file: CopyFile) => Promise<void>

async function search(name: string) {
  const items = await browser.downloads.search({
    filenameRegex: `[/\\\\]${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`,
    state: 'complete',
    orderBy: ['-startTime'],
  })
  return items.filter(({ exists }) => exists)
}

async function writeFromFile(
  name: string,
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  beforeNaming: BeforeNaming,
): Promise<CopyFile> {
  const digest = runningSha256()
  const hashing = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      digest.update(piece)
      controller.enqueue(piece)
    },
  })
  const { file, remove } = await writePrivateFile(stream.pipeThrough(hashing), mediaTypeOf(name))
  try {
    const written = { name, bytes: file.size, sha256: digest.finish() }
    await beforeNaming(written)
    return { ...written, name: nameOf(await saveDownload(file, pathOf(name))) }
  } finally {
    await remove()
  }
}

async function writeFromMemory(
  name: string,
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  beforeNaming: BeforeNaming,
): Promise<CopyFile> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for await (const piece of stream) {
    length += piece.byteLength
    if (length > dataAddressBytes) throw needsPage()
    pieces.push(piece)
  }
  const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer())
  const written = { name, bytes: length, sha256: await sha256Hex(bytes) }
  await beforeNaming(written)
  const address = `data:${mediaTypeOf(name)};base64,${bytes.toBase64()}`
  return { ...written, name: nameOf(await saveFromUrl(address, pathOf(name))) }
}

const pathOf = (name: string) => `${downloadsFolder}/${name}`

const nameOf = ({ path }: SavedDownload) => path.split(/[/\\]/).at(-1) ?? path

const mediaTypeOf = (name: string) =>
  ({ zip: 'application/zip', json: 'application/json' })[name.split('.').at(-1) ?? ''] ?? 'application/jsonl'

const needsPage = () =>
  new ExpectedError(
    'copy-needs-page',
    'A copy is too large for the browser to save it in the background. Open Docket’s settings, and it is saved from there.',
  )

/** A full disk and a browser that saves nothing are no fault of the file. */
function placeErrorOf(error: ExpectedError): ExpectedError {
  const code = { 'no-space': 'copy-no-space', 'download-refused': 'copy-refused' }[error.code]
  return code ? new ExpectedError(code, error.message, { cause: error }) : error
}
