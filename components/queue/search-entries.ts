import { comparableText, searchWords } from '../../lib/core/search-text.ts'
import type { QueueEntry } from '../../lib/queue/queue-entry.ts'

/** The entries that have every word of `text` in title, seller, numbers or note; all of them for an empty text. */
export function searchEntries(entries: QueueEntry[], text: string): QueueEntry[] {
  const wanted = searchWords(text)
  if (wanted.length === 0) return entries
  return entries.filter(({ flag, listing }) => {
    const haystack = comparableText(
      [listing?.title, listing?.storeName, listing?.sellerId, flag.comId, listing?.shownId, flag.note].join(
        '\n',
      ),
    )
    return wanted.every((word) => haystack.includes(word))
  })
}
