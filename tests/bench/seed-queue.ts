import type { Page } from 'playwright-core'

/**
 * Runs in an extension page: copies what is stored of one flagged listing until `count` listings are queued,
 * spread over the four groups. Needs at least one flag with its capture.
 */
export function seedQueue(page: Page, count: number): Promise<number> {
  return page.evaluate(async (wanted) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await settled(indexedDB.open('docket'))
    const names = ['flags', 'listings', 'captures', 'captureJobs']
    const first = async (name: string) => {
      const row = await settled(database.transaction(name).objectStore(name).openCursor())
      if (!row) throw new Error(`${name} is empty: flag one listing first.`)
      return row.value
    }
    const [flag, listing, capture, job] = await Promise.all(names.map(first))
    const done = database.transaction(names, 'readwrite')
    const finished = new Promise<void>((resolve, reject) => {
      done.oncomplete = () => resolve()
      done.onerror = () => reject(done.error)
    })
    const groups = ['trademark', 'copyright', 'patent', 'undecided']
    const existing = await settled(done.objectStore('flags').count())
    for (let index = existing; index < wanted; index++) {
      const comId = String(1_005_980_000_000_000 + index)
      const captureId = `01BENCHCAP${String(index).padStart(16, '0')}`
      const group = groups[index % 4] ?? 'undecided'
      const verdict = group === 'undecided' ? 'suspicious' : 'infringing'
      const ipType = group === 'undecided' ? null : group
      const createdAtMs = flag.createdAtMs - index * 1000
      const flagId = `01BENCHFLAG${String(index).padStart(15, '0')}`
      done
        .objectStore('flags')
        .put({ ...flag, flagId, comId, captureId, verdict, ipType, createdAtMs, queueGroup: group })
      done
        .objectStore('listings')
        .put({ ...listing, comId, shownId: comId, title: `Seeded listing ${index} of ${wanted}` })
      done.objectStore('captures').put({ ...capture, captureId, comId })
      done.objectStore('captureJobs').put({ ...job, captureId, comId })
    }
    await finished
    const total = await settled(database.transaction('flags').objectStore('flags').count())
    database.close()
    return total
  }, count)
}
