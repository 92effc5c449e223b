import type { StorageRoom } from '../evidence/gather/storage-room.ts'

/** What the browser says of the storage of this profile; `null` for what it does not say. */
export interface StorageEstimate {
  usedBytes: number | null
  /** What may be used in all; it shrinks as the disk fills up. */
  quotaBytes: number | null
}

export async function storageEstimate(): Promise<StorageEstimate> {
  const { usage, quota } = await navigator.storage.estimate()
  return { usedBytes: usage ?? null, quotaBytes: quota ?? null }
}

export const browserStorageRoom: StorageRoom = {
  async freeBytes() {
    const { usedBytes, quotaBytes } = await storageEstimate()
    return usedBytes === null || quotaBytes === null ? null : Math.max(0, quotaBytes - usedBytes)
  },
}

/** Whether the browser promises not to clear the storage by itself. */
export const isStoragePersistent = (): Promise<boolean> => navigator.storage.persisted()

/** Asks for that promise; call it in a click. False where the browser declines. */
export const askForPersistence = (): Promise<boolean> => navigator.storage.persist()
