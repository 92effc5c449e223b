import type { Chromium } from '../support/browser.ts'

/** Large values without a strict wish, in a database of the trial's own. */
export async function commitRelaxed(browser: Chromium, count: number, name = 'trial-relaxed'): Promise<void> {
  const page = await browser.openExtensionPage('manifest.json')
  await page.evaluate(
    async ([commits, databaseName]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(databaseName, 1)
        request.onupgradeneeded = () => request.result.createObjectStore('rows')
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      for (let commit = 0; commit < commits; commit++) {
        await new Promise<void>((resolve, reject) => {
          const transaction = database.transaction('rows', 'readwrite', { durability: 'relaxed' })
          transaction
            .objectStore('rows')
            .put(crypto.getRandomValues(new Uint8Array(65_536)).toBase64().repeat(2), commit)
          transaction.oncomplete = () => resolve()
          transaction.onerror = () => reject(transaction.error)
        })
      }
      database.close()
    },
    [count, name] as const,
  )
  await page.close()
}
