/**
 * Whether the browser says that a row is there and its bytes are not, or are damaged (RELIABILITY.md §2.3). A
 * connection that was closed says nothing of them.
 */
export const isUnreadable = (error: unknown): error is Error =>
  error instanceof Error && unreadable.has(error.name)

const unreadable: ReadonlySet<string> = new Set([
  'NotFoundError',
  'NotReadableError',
  'UnknownError',
  'DataError',
])
