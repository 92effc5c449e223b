import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPage } from '../../../lib/extract/read-page.ts'
import { readPageContext } from '../../../lib/site/page-kind.ts'
import { recordPage } from '../../../scripts/inspect/record-page.ts'
import {
  classicPage,
  components,
  comUrl,
  csrPage,
  modules,
  rendered,
  statePage,
  usUrl,
  widgetPage,
  widgets,
} from '../extract/item-pages.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'docket-record-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const contextOf = (url: string) => {
  const context = readPageContext(new URL(url))
  if (!context) throw new Error('not the site')
  return context
}

function record(html: string, url: string) {
  const { window } = new JSDOM(html, { url })
  const before = readPage(window.document, contextOf(url))
  recordPage(window.document, contextOf(url), 'case', root)
  const read = (file: string) => readFileSync(join(root, 'case', file), 'utf8')
  const source = JSON.parse(read('source.json')) as { url: string }
  const again = readPage(
    new JSDOM(read('page.html'), { url: source.url }).window.document,
    contextOf(source.url),
  )
  return { before, again, source, page: read('page.html'), expected: JSON.parse(read('expected.json')) }
}

test.each([
  ['modules', statePage(modules()), comUrl],
  ['components', statePage(components()), comUrl],
  ['widget tree', widgetPage(widgets()), usUrl],
  ['classic', classicPage(), comUrl],
  ['rendered', csrPage(), usUrl],
])('a recorded page of the era "%s" is read as the page itself', (_, html, url) => {
  const { before, again, expected } = record(html, url)
  expect(before.listing?.comId).toMatchObject({ status: 'found' })
  expect(again).toEqual(before)
  expect(expected).toEqual(before)
})

test('nothing of the visit or of people is recorded', () => {
  const state = {
    ...modules(),
    userModule: { csrfToken: 'SECRET1', buyerAdminSeq: 'SECRET2', ip: 'SECRET3' },
  }
  const personal = `<div id="nav-review">SECRET4</div><!-- SECRET5 --><p data-spm-anchor-id="SECRET6" onclick="SECRET7">mail
    secret8@example.org or +86 138 0000 0000</p><script>var session = "SECRET9"</script>
    <a href="https://www.aliexpress.com/item/1.html?spm=SECRET10&sku_id=5">x</a><meta name="csrf" content="SECRET11">`
  const url = `${comUrl}?spm=SECRET12&pdp_npi=SECRET13`
  const { page, source, before, again } = record(statePage(state, rendered({ title: '' }) + personal), url)
  expect(page).not.toMatch(/secret/i)
  expect(page).not.toMatch(/138 0000/)
  expect(page).toContain('sku_id=5')
  expect(source.url).toBe(comUrl)
  expect(again).toEqual(before)
})
