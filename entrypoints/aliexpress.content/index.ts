import { browser } from 'wxt/browser'
import { defineContentScript } from 'wxt/utils/define-content-script'
import { onFirstAct } from './first-act.ts'
import { type PageMessageHandlers, serveBackground } from './page-messages.ts'
import { startPageSession } from './page-session.ts'

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

    // Nothing is built, read or asked for a page on which nobody acts.
    let session: PageMessageHandlers | null = null
    const begun = (): PageMessageHandlers => {
      session ??= startPageSession(() => {
        if (browser.runtime?.id !== undefined) stopServing()
      })
      return session
    }
    const act = onFirstAct(begun)
    const stopServing = serveBackground({
      // Nobody acted on this document, so nothing of it is photographed: it is another than was meant.
      'page.check': (request) =>
        session?.['page.check'](request) ?? Promise.reject(new Error('Nothing was judged on this page.')),
      'page.act': (request) => {
        // A browser command is the person's act as much as a click on the page.
        act()
        return begun()['page.act'](request)
      },
      'capture.progress': (request) => session?.['capture.progress'](request) ?? { understood: false },
      'page.refresh': (request) => session?.['page.refresh'](request) ?? { understood: true },
    })
  },
})
