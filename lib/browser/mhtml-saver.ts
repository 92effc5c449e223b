import { browser } from 'wxt/browser'
import { ExpectedError } from '../core/expected-error.ts'
import type { MhtmlSaver } from '../evidence/gather/gather-mhtml.ts'
import { mhtmlPermission } from './permissions.ts'

/** Chromium's way of saving a whole page. It is there only while its permission is given. */
interface PageCapture {
  saveAsMHTML(details: { tabId: number }): Promise<Blob | undefined>
}

const timeoutMs = 20_000

export const mhtmlSaver = (tabId: number): MhtmlSaver => ({
  isPossible: () => mhtmlPermission.isOffered(),
  isAllowed: () => mhtmlPermission.has(),
  async save(signal) {
    const { pageCapture } = browser as { pageCapture?: PageCapture }
    if (!pageCapture) throw new ExpectedError('no-permission', 'The permission to save whole pages is gone.')
    const ended = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
    return Promise.race([savePage(pageCapture, tabId), rejectedAt(ended)])
  },
})

/** The browser hands out a temporary file, which at times is gone before it can be read. */
const maxReads = 4

async function savePage(pageCapture: PageCapture, tabId: number): Promise<Uint8Array<ArrayBuffer>> {
  for (let read = 1; ; read++) {
    const blob = await pageCapture.saveAsMHTML({ tabId })
    if (!blob) throw new ExpectedError('not-saved', 'The browser did not hand out the page as MHTML.')
    try {
      return new Uint8Array(await blob.arrayBuffer())
    } catch (error) {
      const isGone = error instanceof DOMException && error.name === 'NotFoundError'
      if (!isGone || read === maxReads) throw error
    }
  }
}

const rejectedAt = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const stop = () =>
      reject(new ExpectedError('too-slow', 'The browser took too long to save the page as MHTML.'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
