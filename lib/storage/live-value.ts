import { liveQuery } from 'dexie'

/** What a query of the database gives, kept up to date; in the shape of React's external stores. */
export interface LiveValue<Value> {
  /** @throws what a later reading failed with */
  current(): Value
  /** Returns what ends it. */
  subscribe(onChange: () => void): () => void
}

/**
 * Begins to read at once, and gives the value when its first reading is there: a screen that is built with it has
 * its data from its first frame on. A hook would begin to read only after an empty screen was built and painted.
 * Reads anew after every change of what the query looked at, for as long as the page lives.
 * @throws what the first reading failed with
 */
export function liveValue<Value>(query: () => Promise<Value>): Promise<LiveValue<Value>> {
  const listeners = new Set<() => void>()
  return new Promise((resolve, reject) => {
    let read: () => Value
    const changed = (now: () => Value) => {
      read = now
      for (const listener of listeners) listener()
    }
    liveQuery(query).subscribe(
      (value) => {
        changed(() => value)
        resolve({
          current: () => read(),
          subscribe(onChange) {
            listeners.add(onChange)
            return () => listeners.delete(onChange)
          },
        })
      },
      (error: unknown) => {
        changed(() => {
          throw error
        })
        reject(error)
      },
    )
  })
}
