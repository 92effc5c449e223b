import { useMemo, useRef, useState } from 'react'
import type { DocketDatabase } from '../../lib/storage/database.ts'

/**
 * Services for a page that does something as soon as it is shown: the same object for as long as the page lives, so
 * that a database which was opened anew begins nothing anew, and yet what the person then does goes to the open one.
 */
export function useNewest<Services extends object>(
  build: (database: DocketDatabase) => Services,
  database: DocketDatabase,
): Services {
  const newest = useMemo(() => build(database), [build, database])
  const current = useRef(newest)
  current.current = newest
  return useState(
    () => new Proxy(newest, { get: (_, name) => Reflect.get(current.current, name) as unknown }),
  )[0]
}
