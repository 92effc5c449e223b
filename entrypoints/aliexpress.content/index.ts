import { defineContentScript } from 'wxt/utils/define-content-script'
import { onFirstAct } from './first-act.ts'
import { createPageSession } from './page-session.ts'

/** Known only to Docket's own world of scripts: the page cannot see it. */
const startedMark = Symbol.for('docket-started')

export default defineContentScript({
  matches: ['*://*.aliexpress.com/*', '*://*.aliexpress.us/*', '*://*.aliexpress.ru/*'],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    // The background injects the script where it was missing; it may come by both ways.
    const world = globalThis as { [startedMark]?: boolean }
    if (world[startedMark]) return
    world[startedMark] = true

    const act = onFirstAct(() => session.begin())
    const session = createPageSession(act)
    session.prepare()
  },
})
