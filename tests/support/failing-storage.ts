import { vi } from 'vitest'

/** How the n-th call of the storage goes wrong. */
export type StorageFault =
  /** The browser refuses it. */
  | { kind: 'refused'; name: 'QuotaExceededError' | 'UnknownError' | 'DataError' | 'InvalidStateError' }
  /** It is done, and then the whole transaction is undone, as when the disk is full at the commit. */
  | { kind: 'undone' }

const reads = ['get', 'getAll', 'count', 'openCursor', 'getAllRecords'] as const
const writes = ['add', 'put', 'delete'] as const

/**
 * Lets the n-th request to any object store or index go wrong while `work` runs. Returns what came of it and
 * whether the n-th request was made at all.
 */
export async function withFault<T>(
  fault: StorageFault,
  n: number,
  work: () => Promise<T>,
): Promise<{ reached: boolean; outcome: PromiseSettledResult<T> }> {
  let calls = 0
  const spies = [
    ...spied(IDBObjectStore.prototype, [...reads, ...writes]),
    ...spied(IDBIndex.prototype, reads),
  ]
  const [outcome] = await Promise.allSettled([work()])
  for (const spy of spies) spy.mockRestore()
  return { reached: calls >= n, outcome }

  function spied(prototype: object, names: readonly string[]) {
    return names
      .filter((name) => name in prototype)
      .map((name) => {
        const methods = prototype as Record<string, (...args: unknown[]) => IDBRequest>
        const original = methods[name]
        return vi.spyOn(methods, name).mockImplementation(function (this: unknown, ...args: unknown[]) {
          calls += 1
          if (calls === n && fault.kind === 'refused') throw new DOMException('as the test wants', fault.name)
          const request = original?.apply(this, args) as IDBRequest
          if (calls === n) request.addEventListener('success', () => request.transaction?.abort())
          return request
        })
      })
  }
}
