import { describe, expect, test } from 'vitest'
import { readPageState } from '../../../lib/site/page-state.ts'
import {
  classicPage,
  comUrl,
  csrHead,
  csrPage,
  modules,
  page,
  parse,
  rendered,
  statePage,
  usUrl,
  widgetPage,
  widgets,
} from '../extract/item-pages.ts'

const stateOf = (html: string, url: string) => {
  const { doc, context } = parse(html, url)
  return readPageState(doc, context)
}

const searchUrl = 'https://www.aliexpress.us/w/wholesale-northpike.html'
const challengeScript = '<script>window._config_ = { "NCTOKENSTR": "x", "SECDATA": "y" }</script>'
const notFound = '<div class="not-found--wrap--Ab1"><div class="not-found--desc--Ab1">Sorry</div></div>'
const removalWords =
  '<script>var i18n = {"a":"Sorry, the page you requested can not be found", "b": "no longer available"}</script>'

describe('item pages', () => {
  test.each([
    ['modules', statePage(modules()), comUrl],
    ['widget tree', widgetPage(widgets()), usUrl],
    ['classic', classicPage(), comUrl],
    ['rendered', csrPage(), usUrl],
    ['rendered, with the removal words in a script', csrPage(rendered() + removalWords), usUrl],
    ['rendered, without a title', csrPage(rendered({ title: '' })), usUrl],
  ])('%s: ready', (_, html, url) => expect(stateOf(html, url)).toBe('ready'))

  test.each([
    ['the block that stands where the item was', page(notFound, csrHead())],
    ['classic, offline', classicPage().replace('offline=false', 'offline=true')],
    [
      'classic, with the notice as an element',
      classicPage('</script><div class="no-longer-available">x</div><script>'),
    ],
  ])('%s: removed', (_, html) => expect(stateOf(html, comUrl)).toBe('removed'))

  test.each([
    [
      'a shell with a head',
      page(`<h1>Aliexpress</h1>${removalWords}<script>window.runParams = {\n};</script>`, csrHead()),
    ],
    ['one early node', page('<div data-pl="product-specs"></div>')],
    ['a removal block that is hidden', page(notFound.replace('<div', '<div style="display:none"'))],
  ])('%s: loading', (_, html) => expect(stateOf(html, comUrl)).toBe('loading'))

  test('a page that is nothing of the site is unknown', () => {
    expect(stateOf('<html><body><p>Proxy error</p></body></html>', comUrl)).toBe('unknown')
  })
})

describe('challenges', () => {
  test.each([
    ['before its script ran', `<body>${challengeScript}</body>`],
    ['rendered', '<body><div id="baxia-punish"><div id="nocaptcha"></div></div></body>'],
    ['as a frame', '<body><iframe src="/_____tmd_____/punish?x5secdata=1"></iframe></body>'],
    [
      'as a dialog over an item',
      csrPage(`${rendered()}<div class="baxia-dialog"><iframe src="https://x/punish?a"></iframe></div>`),
    ],
  ])('%s, at the address of the item', (_, html) => {
    expect(stateOf(html, usUrl)).toBe('challenge')
    expect(stateOf(html, searchUrl)).toBe('challenge')
  })

  test('a dialog that is closed does not count', () => {
    const dialog = '<div style="display: none"><div class="baxia-dialog"></div></div>'
    expect(stateOf(csrPage(rendered() + dialog), usUrl)).toBe('ready')
  })
})

test('login pages', () => {
  expect(stateOf('<body></body>', 'https://login.aliexpress.com/')).toBe('login')
  expect(stateOf('<body><div id="signInField"></div></body>', comUrl)).toBe('login')
})

describe('pages of cards', () => {
  const card = '<a class="search-card-item" href="//www.aliexpress.us/item/3256801048253138.html">x</a>'
  const initData = '<script>window._dida_config_._init_data_= { data: {"data":{"root":{}}} }</script>'
  test.each([
    ['ready', card, searchUrl],
    ['ready', initData, searchUrl],
    ['loading', '', searchUrl],
    ['ready', card, 'https://www.aliexpress.com/store/1102526272'],
    ['loading', '<script>var pageConfig = {}</script>', 'https://www.aliexpress.com/store/1102526272'],
    [
      'ready',
      `<div class="pdp-mini-wrap">${rendered()}</div>`,
      'https://www.aliexpress.com/ssr/300000512/B?productIds=1005001234567890',
    ],
    ['loading', '', 'https://www.aliexpress.com/ssr/300000512/B?productIds=1005001234567890'],
    [
      'ready',
      '<a href="https://s.click.aliexpress.com/e/_x"><img></a>'.repeat(10),
      'https://campaign.aliexpress.com/wow/gcp/flashdeals/index',
    ],
    ['unknown', card, 'https://www.aliexpress.com/'],
  ])('%s', (state, body, url) => expect(stateOf(page(body), url)).toBe(state))
})
