import { browser } from 'wxt/browser'
import { ExpectedError } from '../core/expected-error.ts'

export interface SavedDownload {
  id: number
  /** Where it lies, as the browser says; the browser may have added a number to the name. */
  path: string
}

/**
 * Saves a file to the person's downloads folder and waits until it is complete on disk. The file must be
 * backed by a disk (a private file), not by memory.
 * @throws ExpectedError `download-refused` (the browser would not start it), `no-space`, `download-interrupted`
 *   (with the browser's reason: cancelled by the person, …).
 */
export async function saveDownload(file: Blob, name: string): Promise<SavedDownload> {
  const url = URL.createObjectURL(file)
  try {
    return await saveFromUrl(url, name)
  } finally {
    // Firefox reads the URL until the download has ended: never earlier than here.
    URL.revokeObjectURL(url)
  }
}

/** The same for what an address of one's own holds. @throws as `saveDownload`. */
export async function saveFromUrl(url: string, name: string): Promise<SavedDownload> {
  const watch = watchDownloads()
  try {
    const id = await start(url, name)
    await watch.ended(id)
    const [item] = await browser.downloads.search({ id })
    if (item?.state !== 'complete') throw interrupted(item?.error)
    return { id, path: item.filename }
  } finally {
    watch.stop()
  }
}

/** Shows a saved file in the system's file browser. */
export async function showDownload(id: number): Promise<void> {
  await browser.downloads.show(id)
}

async function start(url: string, name: string): Promise<number> {
  try {
    return await browser.downloads.download({
      url,
      filename: name,
      saveAs: false,
      conflictAction: 'uniquify',
    })
  } catch (error) {
    throw new ExpectedError(
      'download-refused',
      `The browser did not save the file (${error instanceof Error ? error.message : String(error)}). Look at the browser's download settings and save again.`,
      { cause: error },
    )
  }
}

/** Listens from before the start: a small file is complete before its id is known. */
function watchDownloads() {
  const endedIds = new Set<number>()
  const waiting = new Map<number, () => void>()
  const onChanged = (change: { id: number; state?: { current?: string | undefined } | undefined }) => {
    if (change.state?.current !== 'complete' && change.state?.current !== 'interrupted') return
    endedIds.add(change.id)
    waiting.get(change.id)?.()
  }
  browser.downloads.onChanged.addListener(onChanged)
  return {
    ended: (id: number) =>
      endedIds.has(id) ? Promise.resolve() : new Promise<void>((resolve) => waiting.set(id, resolve)),
    stop: () => browser.downloads.onChanged.removeListener(onChanged),
  }
}

const interrupted = (reason: string | undefined) =>
  new ExpectedError(
    reason === 'FILE_NO_SPACE' ? 'no-space' : 'download-interrupted',
    `The file was not saved: the browser stopped the download (${reason ?? 'no reason given'}). Save it again.`,
  )
