import type { Chromium } from './browser.ts'

/** Turns one bit of the bytes that are stored under this hash, as a disk may; once more puts it back. */
export async function turnStoredBit(browser: Chromium, sha256: string): Promise<void> {
  const page = await browser.openExtensionPage('manifest.json')
  await page.evaluate(async (key) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await settled(indexedDB.open('docket'))
    const row = await settled(database.transaction('blobs').objectStore('blobs').get(key))
    row.bytes[Math.floor(row.bytes.length / 2)] ^= 1
    await settled(database.transaction('blobs', 'readwrite').objectStore('blobs').put(row))
    database.close()
  }, sha256)
  await page.close()
}
