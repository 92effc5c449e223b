import { extractRows } from '../../lib/extract/extract-rows.ts'
import { readPageContext } from '../../lib/site/page-kind.ts'

/** Put into a page by the bench: reads all rows once and says how long that took and how many there were. */
export function readRowsOnce(): { tookMs: number; rows: number } {
  const context = readPageContext(new URL(location.href))
  if (!context) throw new Error(`${location.href} is no page of the site.`)
  const startMs = performance.now()
  const rows = extractRows(document, context).length
  return { tookMs: performance.now() - startMs, rows }
}
