import { browser } from 'wxt/browser'

/** The built `verify.html`. It is a text file in the extension, so that nothing can open it as a page of Docket. */
export async function verifierPage({
  timeStamps,
}: {
  timeStamps: boolean
}): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(
    timeStamps
      ? browser.runtime.getURL('/verifier-page-time-stamps.txt')
      : browser.runtime.getURL('/verifier-page.txt'),
  )
  return new Uint8Array(await response.arrayBuffer())
}
