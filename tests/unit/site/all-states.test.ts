import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { readAllStates } from '../../../lib/site/all-states.ts'

const statesOf = (html: string) =>
  Object.fromEntries(
    readAllStates(new JSDOM(html).window.document)
      .filter(({ state }) => state.status !== 'absent')
      .map(({ name, state }) => [name, state.status === 'found' ? state.value : state.status]),
  )

test('every state of a page comes by its name', () => {
  expect(
    statesOf(`<title>Shoe</title><meta property="og:title" content="Shoe"><link rel="canonical" href="https://www.aliexpress.com/item/1.html">
      <script>window.runParams = { data: {"a":1} }; window.runParams.adminSeq = "230241476"</script>
      <script>window._dida_config_._init_data_ = { data: {"b":2} }; window._d_c_.DCData = {"c":3}</script>
      <script type="application/ld+json">{"@type":"Product"}</script><script type="application/ld+json">{broken</script>
      <script id="__AER_DATA__" type="application/json">{"d":4}</script>`),
  ).toEqual({
    'runParams.data': { a: 1 },
    runParams: { adminSeq: '230241476' },
    '_init_data_.data': { b: 2 },
    DCData: { c: 3 },
    AER_DATA: { d: 4 },
    'JSON-LD 1': { '@type': 'Product' },
    'JSON-LD 2': 'unreadable',
    head: { title: 'Shoe', 'og:title': 'Shoe', canonical: 'https://www.aliexpress.com/item/1.html' },
  })
})

test('a page without any has its head alone', () => {
  expect(Object.keys(statesOf('<p>x</p>'))).toEqual(['head'])
})
