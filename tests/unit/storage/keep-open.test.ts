import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { newId } from '../../../lib/core/ids.ts'
import { type DocketDatabase, openDatabase } from '../../../lib/storage/database.ts'
import { keepOpen } from '../../../lib/storage/keep-open.ts'
import { memoryAnchors } from '../../support/memory-anchors.ts'

function kept() {
  const name = `kept-${newId()}`
  const anchors = memoryAnchors()
  const time = { nowMs: 1_000 }
  const pauses: number[] = []
  const open = vi.fn(() => openDatabase(anchors, name))
  const keeping = keepOpen(open, {
    clock: () => ({ wallMs: time.nowMs, monotonicMs: time.nowMs, offsetMinutes: 0 }),
    pause: async (ms) => {
      pauses.push(ms)
    },
  })
  return { ...keeping, open, anchors, time, pauses }
}

/** What the browser does where it closes a connection by itself. */
function forceClose(database: DocketDatabase): void {
  const connection = database.backendDB()
  connection.close()
  connection.onclose?.call(connection, new Event('close'))
}

test('is opened once for all who ask', async () => {
  const page = kept()
  expect(page.get()).toBe(page.get())
  await page.get()
  expect(page.open).toHaveBeenCalledTimes(1)
  expect(page.count()).toBe(0)
})

test('what the browser closed is opened anew, everybody is told, and the anchor is compared again', async () => {
  const page = kept()
  const first = await page.get()
  await first.meta.put({ key: 'lastIpType', ipType: 'patent' })
  const told = vi.fn()
  page.onReopen(told)
  page.anchors.anchor = { count: 5, head: 'f'.repeat(64) }
  forceClose(first)
  expect(told).toHaveBeenCalledTimes(1)
  const second = await page.get()
  expect(second).not.toBe(first)
  expect(await second.meta.get('lastIpType')).toBeDefined()
  expect(second.readOnlyBecause).toMatchObject({ code: 'ledger-lost' })
})

test('three times at most, each after a longer pause, then whoever asks is told what to do', async () => {
  const page = kept()
  for (let closing = 0; closing < 4; closing++) forceClose(await page.get())
  await expect(page.get()).rejects.toMatchObject({
    code: 'storage-closed',
    message: expect.stringContaining('Restart the browser'),
  })
  expect(page.open).toHaveBeenCalledTimes(4)
  expect(page.pauses).toEqual([0, 500, 1000])
  // The person's own word begins anew.
  page.reopen()
  expect((await page.get()).isOpen()).toBe(true)
})

test('a closing now and then is no row of closings', async () => {
  const page = kept()
  for (let closing = 0; closing < 6; closing++) {
    const database = await page.get()
    page.time.nowMs += 60_000
    forceClose(database)
  }
  expect((await page.get()).isOpen()).toBe(true)
})

test('an opening that fails counts as one of the three', async () => {
  const page = kept()
  const first = await page.get()
  page.open.mockRejectedValue(new Error('being deleted'))
  forceClose(first)
  await expect(page.get()).rejects.toThrow('being deleted')
  expect(page.open).toHaveBeenCalledTimes(4)
})

test('a newer version is let through, and its data is only shown', async () => {
  const page = kept()
  const first = await page.get()
  const upgraded = new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(first.name, 50)
    request.onupgradeneeded = () => {
      request.transaction?.objectStore('meta').put({ key: 'schema', version: 5 })
    }
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
    request.onerror = () => reject(request.error)
  })
  await upgraded
  expect((await page.get()).readOnlyBecause).toMatchObject({ code: 'newer-data' })
})

test('the person’s wish closes what is open and lets everybody open it again', async () => {
  const page = kept()
  const first = await page.get()
  page.reopen()
  const second = await page.get()
  expect(first.isOpen()).toBe(false)
  expect(second.isOpen()).toBe(true)
  expect(page.open).toHaveBeenCalledTimes(2)
  expect(page.count()).toBe(1)
})
