import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import type { PageMover } from '../../lib/evidence/screenshot/full-page-ports.ts'
import { createPageMover } from './page-mover.ts'

/**
 * Moves an item page while it is photographed as a whole. The background puts it into the page's isolated world
 * when that part of the evidence begins, and calls it there: no other page pays for it (see README.md).
 */
export default defineUnlistedScript(() => {
  // The same name as in lib/browser/page-mover.ts, which calls it.
  const key = Symbol.for('docket-page-mover')
  const world = globalThis as { [key]?: PageMover }
  world[key] ??= createPageMover()
})
