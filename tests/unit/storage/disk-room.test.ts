import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openDatabase } from '../../../lib/storage/database.ts'
import { refuseFullDisk } from '../../../lib/storage/disk-room.ts'
import { memoryAnchors } from '../../support/memory-anchors.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'

const navigatorWith = (estimate: StorageEstimate, userAgent = 'Mozilla/5.0 Chrome/156.0.0.0') => ({
  userAgent,
  storage: { estimate: async () => estimate } as StorageManager,
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('before a store is opened', () => {
  test('a full disk is refused: what Chromium states there is as much quota as is used', async () => {
    await expect(refuseFullDisk(navigatorWith({ quota: 590_653, usage: 590_653 }))).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('Free some disk space'),
    })
  })

  test('room is enough, and so is a browser that does not say', async () => {
    await refuseFullDisk(navigatorWith({ quota: 900_000_000, usage: 800_000_000 }))
    await refuseFullDisk(navigatorWith({}))
    await refuseFullDisk({ userAgent: 'Mozilla/5.0 Chrome/156.0.0.0' })
    await refuseFullDisk(navigatorWith({ quota: 10, usage: 20 }, 'Mozilla/5.0 Gecko/20100101 Firefox/153.0'))
  })

  test('the database is left alone on a full disk, and opens when there is room again', async () => {
    const opened = vi.spyOn(indexedDB, 'open')
    vi.stubGlobal('navigator', navigatorWith({ quota: 1, usage: 1 }))
    await expect(openDatabase(memoryAnchors(), 'full')).rejects.toMatchObject({ code: 'disk-full' })
    expect(opened).not.toHaveBeenCalled()
    vi.stubGlobal('navigator', navigatorWith({ quota: 90_000_000, usage: 1 }))
    expect((await openDatabase(memoryAnchors(), 'full')).isOpen()).toBe(true)
  })

  test('a database that the browser closed is not opened again behind that check', async () => {
    const { database } = await openTestDatabase()
    const connection = database.backendDB()
    const opened = vi.spyOn(indexedDB, 'open')
    connection.onclose?.call(connection, new Event('close'))
    await expect(database.flags.count()).rejects.toMatchObject({ name: 'DatabaseClosedError' })
    expect(opened).not.toHaveBeenCalled()
  })
})
