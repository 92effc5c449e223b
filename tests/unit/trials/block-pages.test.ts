import { describe, expect, test } from 'vitest'
import type { PageCheck } from '../../../lib/evidence/screenshot/page-check.ts'
import { type ScreenshotPorts, takeScreenshot } from '../../../lib/evidence/screenshot/take-screenshot.ts'
import type { PageState } from '../../../lib/site/page-context.ts'
import { readPageState } from '../../../lib/site/page-state.ts'
import { challengePage, loginPage } from '../../support/sample-site/page-states.ts'
import { tally } from '../../trials/tally.ts'
import {
  classicPage,
  components,
  comUrl,
  csrPage,
  modules,
  parse,
  rendered,
  statePage,
  usUrl,
  widgetPage,
  widgets,
} from '../extract/item-pages.ts'

const counted = tally({
  plan: 'T20',
  name: 'block-pages',
  what: '12 security checks and log-in forms come before a picture, during it, or at the retry: none may be stored. 50 listings whose texts hold the words of such pages ("captcha", "验证码", "punish" and others): one at most may be refused.',
  seed: null,
})

const stateOf = (html: string, url: string): PageState => {
  const { doc, context } = parse(html, url)
  return readPageState(doc, context)
}

const over = (html: string) => csrPage(rendered() + html)
const blocks: Array<[what: string, html: string, url: string]> = [
  ['the check at the address of an item', challengePage('www.aliexpress.com', '/item/1.html'), comUrl],
  [
    'the check at a search',
    challengePage('www.aliexpress.com', '/w/x.html'),
    'https://www.aliexpress.com/w/wholesale-x.html',
  ],
  [
    'the check before its script ran',
    '<body><script>window._config_ = {"NCTOKENSTR":"x","SECDATA":"y"}</script></body>',
    comUrl,
  ],
  ['a slider alone', '<body><div id="nocaptcha"><span id="nc_1_n1z">»</span></div></body>', usUrl],
  ['a check in a frame', '<body><iframe src="/_____tmd_____/punish?x5secdata=1"></iframe></body>', usUrl],
  [
    'a frame over an item',
    over('<iframe src="https://www.aliexpress.us/_____tmd_____/punish?x5secdata=a"></iframe>'),
    usUrl,
  ],
  [
    'a dialog over an item',
    over('<div class="baxia-dialog"><iframe src="https://x.aliexpress.us/punish?a"></iframe></div>'),
    usUrl,
  ],
  ['a check over an item of 2020', statePage(modules(), '<div id="baxia-punish"></div>'), comUrl],
  [
    'a check over a classic item',
    classicPage().replace('</body>', '<div id="baxia-punish"></div></body>'),
    comUrl,
  ],
  ['the log-in form', loginPage(), comUrl],
  ['the log-in host', '<body>Sign in</body>', 'https://login.aliexpress.com/'],
  ['the passport host', '<body>Sign in</body>', 'https://passport.aliexpress.com/ac/x.htm'],
]

const ready: PageCheck = {
  sameDocument: true,
  url: comUrl,
  pageState: 'ready',
  visible: true,
  controlsHidden: true,
  itemComId: null,
  account: null,
  subjects: {},
}

/** Answers the checks of the page one after another, the last one for ever. */
function ports(states: PageState[]): ScreenshotPorts {
  let asked = 0
  return {
    tab: async () => ({ isInFront: true, url: comUrl }),
    checkPage: async () => ({
      ...ready,
      pageState: states[Math.min(asked++, states.length - 1)] ?? 'unknown',
    }),
    whenAllowed: (take) => take(),
    photograph: async () => ({ outcome: 'taken', png: new Uint8Array([1]) }),
    watch: () => ({ happened: () => null, stop: () => undefined }),
    nowMs: () => 1000,
  }
}

describe('a block page', () => {
  for (const [what, html, url] of blocks) {
    test(`is never photographed as evidence: ${what}`, async () => {
      const state = stateOf(html, url)
      const moments: PageState[][] = [[state], ['ready', state], ['ready', 'loading', state]]
      for (const states of moments) {
        const taken = await takeScreenshot(ports(states))
        counted('block pages')
        counted('stored', taken.ok ? 1 : 0)
        expect(taken.ok, `${state} after ${states.length - 1} checks`).toBe(false)
      }
    })
  }
})

const words = [
  'captcha',
  'verify',
  '验证码',
  'punish',
  'Please slide to verify',
  'login',
  'NCTOKENSTR',
  'x5secdata',
  'nocaptcha',
  'baxia-punish',
]
const listings: Array<(word: string) => [html: string, url: string]> = [
  (word) => [csrPage(rendered({ title: `<h1 data-pl="product-title">Toy ${word} set</h1>` })), usUrl],
  (word) => [
    csrPage(`${rendered()}<p>${word}: ${word}</p><script>var i18n = {"a":"${word}"}</script>`),
    usUrl,
  ],
  (word) => [
    statePage({ ...modules(), titleModule: { ...modules().titleModule, subject: `Sign "${word}"` } }),
    comUrl,
  ],
  (word) => [statePage({ ...components(), reviews: [word, `${word}!`] }), comUrl],
  (word) => [widgetPage({ ...widgets(), global: { text: word } }), usUrl],
]

test('listings whose texts hold the words of block pages are evidence like others', async () => {
  const refused: string[] = []
  for (const word of words) {
    for (const [index, listing] of listings.entries()) {
      const state = stateOf(...listing(word))
      const taken = await takeScreenshot(ports([state]))
      counted('listings with such words')
      if (!taken.ok) refused.push(`${word} in listing ${index}: ${state}`)
    }
  }
  counted('of them refused', refused.length)
  expect(refused.length, refused.join('; ')).toBeLessThanOrEqual(1)
})
