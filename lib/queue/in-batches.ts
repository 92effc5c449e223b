/** So many at once: no task of the page becomes long, and a transaction never waits. */
const batchSize = 250

export function* inBatches<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize)
}
