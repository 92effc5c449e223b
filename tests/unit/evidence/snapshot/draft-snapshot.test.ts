import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { draftSnapshot } from '../../../../lib/evidence/snapshot/draft-snapshot.ts'
import type { SnapshotView } from '../../../../lib/evidence/snapshot/drafting.ts'
import { fillSnapshot } from '../../../../lib/evidence/snapshot/fill-snapshot.ts'
import { createRedactor, type Secret } from '../../../../lib/evidence/snapshot/redact-text.ts'
import { savedPageView } from '../../../support/saved-page-view.ts'
import { parseHtml, snapshotFlaws, textOfSnapshot } from '../../../support/snapshot-flaws.ts'

const url = 'https://www.aliexpress.com/item/1005007000000001.html'
const pageOf = (html: string) => new JSDOM(html, { url }).window.document

interface Options {
  secrets?: Secret[]
  view?: Partial<SnapshotView>
}

/** The snapshot without anything from elsewhere, and what was noted. */
async function snapshotOf(doc: Document, { secrets = [], view = {} }: Options = {}) {
  const redactor = createRedactor({ secrets, facts: [] })
  const draft = draftSnapshot(doc, { ...savedPageView, ...view }, redactor)
  const filled = await fillSnapshot(draft, {
    fetchResource: async () => ({ ok: false, error: { code: 'offline', message: '' } }),
    signal: new AbortController().signal,
  })
  return { ...filled, draft, html: new TextDecoder().decode(filled.bytes) }
}

const bodyOf = async (html: string, options?: Options) =>
  (await snapshotOf(pageOf(`<!doctype html><html><body>${html}</body></html>`), options)).html
    .replace(/^.*<body>/s, '')
    .replace('</body></html>', '')

describe('what runs, loads or sends', () => {
  test.each([
    '<script>alert(1)</script>',
    '<script type="application/ld+json">{}</script>',
    '<img src="x" onerror="alert(1)">',
    '<body onload="alert(1)">',
    '<svg><script>alert(1)</script><animate onbegin="alert(1)" attributeName="x"/></svg>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg><a><set attributeName="href" to="javascript:alert(1)"/></a></svg>',
    '<svg><use href="https://evil.example/s.svg#x"/><image href="https://evil.example/x.png"/></svg>',
    '<svg><style>&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;</style></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<a href="java\tscript:alert(1)">x</a><a href=" javascript:alert(1)">y</a><a href="data:text/html,x">z</a>',
    '<a href="https://www.aliexpress.com/" ping="https://evil.example/" download>x</a>',
    '<form action="https://evil.example/"><button formaction="https://evil.example/">x</button></form>',
    '<input type="image" src="https://evil.example/x.png" formaction="https://evil.example/">',
    '<iframe src="https://evil.example/"></iframe><object data="x.swf"></object><embed src="x.swf">',
    '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/x.css"><link rel="preload" href="x" as="script">',
    '<style>@import "https://evil.example/x.css"; a{background:url(https://evil.example/x.png)}</style>',
    '<p style="background:url(&quot;https://evil.example/x.png&quot;)">x</p><td background="x.png">',
    '<video src="x.mp4" poster="https://evil.example/x.png"><source src="x.mp4"></video><audio src="x.mp3">',
    '<noscript><img src="x"></noscript><template><img src="x" onerror="alert(1)"></template>',
    '<textarea></textarea><script>alert(1)</script></textarea><title></title><img src=x onerror=alert(1)></title>',
    '<xmp><img src=x onerror=alert(1)></xmp><plaintext><img src=x onerror=alert(1)>',
    '<div data-a="&quot;><img src=x onerror=alert(1)>" class="&quot; onclick=&quot;x">x</div>',
    '<img srcset="https://evil.example/x.png 2x" sizes="1px" lowsrc="https://evil.example/y.png">',
  ])('%s does nothing', async (html) => {
    const { html: snapshot } = await snapshotOf(pageOf(`<!doctype html><body>${html}`))
    expect(snapshotFlaws(snapshot)).toEqual([])
  })

  test('a style element cannot be left by what it holds', async () => {
    const doc = pageOf('<!doctype html><body><style></style>')
    const style = doc.querySelector('style')
    if (style) style.textContent = 'a::before{content:"</style><script>alert(1)</script>"}'
    expect(snapshotFlaws((await snapshotOf(doc)).html)).toEqual([])
  })

  test('names that scripts gave to elements and attributes open nothing', async () => {
    const doc = pageOf('<!doctype html><body><x"><img/src=x/onerror=alert(1)>>text</x"></body>')
    const odd = doc.createElementNS('http://www.w3.org/2000/svg', 'SCRIPT')
    odd.textContent = 'alert(1)'
    doc.body.append(odd)
    expect(snapshotFlaws((await snapshotOf(doc)).html)).toEqual([])
  })

  const word = fc.constantFrom(
    ...[
      '<script>',
      '</script>',
      '<style>',
      '</style>',
      '<svg>',
      '</svg>',
      '<math>',
      '<mtext>',
      '<p>',
      '</p>',
    ],
    ...['<a href="javascript:alert(1)">', '</a>', '<img src=x onerror=alert(1)>', '<table>', '<tr>', '<td>'],
    ...[
      '<template>',
      '</template>',
      '<select>',
      '<option>',
      '<textarea>',
      '</textarea>',
      '<title>',
      '</title>',
    ],
    ...[
      '<noscript>',
      '<xmp>',
      '<iframe>',
      '<form action=//evil.example>',
      '<foreignObject>',
      '<annotation-xml encoding="text/html">',
    ],
    ...[
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&lt;',
      '&quot;',
      '"',
      "'",
      '>',
      'text',
      '<div style="background:url(//evil.example)">',
    ],
    ...[
      '<button formaction=//evil.example>',
      '<use href="#x">',
      '<base href=//evil.example>',
      '<meta http-equiv=refresh content=0>',
    ],
  )

  test('whatever markup a page holds, its snapshot does nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 25 }), async (words) => {
        const { html } = await snapshotOf(parseHtml(`<!doctype html><body>${words.join('')}`))
        expect(snapshotFlaws(html)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('what is shown', () => {
  test('texts come back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 5 }),
        async (texts) => {
          const doc = pageOf('<!doctype html><body></body>')
          for (const text of texts) {
            const line = doc.createElement('p')
            line.textContent = text
            line.title = text
            doc.body.append(line)
          }
          const { html } = await snapshotOf(doc)
          const read = parseHtml(html)
          // A parser makes one line end of "\r\n", and no text can hold NUL.
          const plain = (text: string) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '')
          expect([...read.querySelectorAll('p')].map(({ textContent }) => textContent)).toEqual(
            texts.map(plain),
          )
        },
      ),
      { numRuns: 100 },
    )
  })

  test('fields show what was typed and chosen', async () => {
    const doc =
      pageOf(`<!doctype html><body><input id="a" value="old"><textarea>old</textarea><input type="checkbox">
      <select><option>one</option><option>two</option></select><input type="password"><input type="submit" value="Go">`)
    const field = (selector: string) => doc.querySelector<HTMLInputElement>(selector)
    for (const selector of ['#a', 'textarea', '[type=password]']) {
      const element = field(selector)
      if (element) element.value = `typed into ${selector}`
    }
    const box = field('[type=checkbox]')
    if (box) box.checked = true
    const list = doc.querySelector('select')
    if (list) list.selectedIndex = 1
    const { html } = await snapshotOf(doc)
    const read = parseHtml(html)
    expect(read.querySelector('#a')?.getAttribute('value')).toBe('typed into #a')
    expect(read.querySelector('textarea')?.textContent).toBe('typed into textarea')
    expect(read.querySelector<HTMLInputElement>('[type=checkbox]')?.checked).toBe(true)
    expect(read.querySelector('select')?.value).toBe('two')
    expect(html).not.toContain('typed into [type=password]')
    expect(read.querySelector('[value=Go]')?.getAttribute('type')).toBe('button')
  })

  test('links keep where they led, and cannot be followed', async () => {
    const body = await bodyOf(
      '<a href="/store/123?a=1&amp;b=2" target="_blank" onclick="x()" tabindex="0">Store</a>',
    )
    expect(body).toBe('<a href="https://www.aliexpress.com/store/123?a=1&amp;b=2" tabindex="-1">Store</a>')
  })

  test('trees of shadow come with their own styles; a closed one as well', async () => {
    const doc = pageOf('<!doctype html><body><div id="host">slotted</div>')
    const root = doc.querySelector('#host')?.attachShadow({ mode: 'closed' })
    const inner = doc.createElement('b')
    inner.textContent = 'inside'
    root?.append(inner, doc.createElement('slot'))
    const shadowRootOf = (element: Element) => (element.id === 'host' ? (root ?? null) : null)
    const { html } = await snapshotOf(doc, { view: { shadowRootOf } })
    expect(html).toContain('<div id="host"><template shadowrootmode="open">')
    expect(html).toContain('<b>inside</b><slot></slot></template>slotted</div>')
  })

  test('a page inside of the same origin is written out, any other is a box that says so', async () => {
    const doc = pageOf(
      '<!doctype html><body><iframe id="near"></iframe><iframe id="far" src="https://other.example/p?t=1"></iframe>',
    )
    const near = doc.querySelector<HTMLIFrameElement>('#near')?.contentDocument
    near?.body.append('written by a script')
    Object.defineProperty(doc.querySelector('#far'), 'contentDocument', { value: null })
    const { html, draft } = await snapshotOf(doc)
    expect(textOfSnapshot(html)).toContain('written by a script')
    expect(html).toContain('data-embedded="https://other.example/p"')
    expect(draft.leftOut).toEqual(['an embedded page'])
  })

  test('a canvas and a picture of the page’s own making become pictures', async () => {
    const drawingOf = () => 'data:image/png;base64,AAAA'
    const body = await bodyOf('<canvas class="c" width="10"></canvas><img src="blob:https://x/1">', {
      view: { drawingOf },
    })
    expect(body).toBe(
      '<img class="c" width="10" src="data:image/png;base64,AAAA"><img src="data:image/png;base64,AAAA">',
    )
    const { draft } = await snapshotOf(pageOf('<canvas></canvas>'))
    expect(draft.leftOut).toEqual(['a drawing that the browser does not hand out'])
  })

  test('what Docket put on the page is not in it', async () => {
    const isOwn = (element: Element) => element.id === 'own'
    expect(await bodyOf('<div id="own">Flag</div><p>text</p>', { view: { isOwn } })).toBe('<p>text</p>')
  })

  test('nesting that only scripts can make is written so that it reads back the same', async () => {
    const doc = pageOf('<!doctype html><body></body>')
    const nested = (...names: string[]) => {
      let parent: Element = doc.body
      for (const name of names) {
        const element = doc.createElement(name)
        parent.append(element)
        parent = element
      }
      parent.textContent = names.join(' ')
    }
    nested('a', 'a')
    nested('p', 'div')
    nested('button', 'button')
    const { html } = await snapshotOf(doc)
    const read = parseHtml(html)
    expect(read.body.children).toHaveLength(3)
    for (const element of read.body.children) expect(element.children).toHaveLength(1)
  })

  test('quirks mode stays what it was', async () => {
    expect((await snapshotOf(pageOf('<body>'))).html).toMatch(/^<html>/)
    expect((await snapshotOf(pageOf('<!doctype html><body>'))).html).toMatch(/^<!DOCTYPE html><html>/)
  })

  test('a page beyond the limit is cut, closed and marked', async () => {
    const doc = pageOf('<!doctype html><body></body>')
    for (let count = 0; count < 12; count++) {
      const block = doc.createElement('p')
      block.textContent = 'x'.repeat(1_000_000)
      doc.body.append(block)
    }
    const { html, cut } = await snapshotOf(doc)
    expect(html.length).toBeLessThan(12_000_000)
    expect(html).toMatch(/<\/body><\/html>$/)
    expect(cut).toContain('a part of a very large page')
  })
})

describe('what is about the person', () => {
  const header = `<div class="my-account--menuItem--1G" data-user="u1" title="Anna"><img alt="Anna" src="https://ae01.alicdn.com/kf/a.jpg"><b>Hi, Anna</b><i>anna@example.org</i><a href="https://my.example/anna">x</a></div>
    <span class="shop-cart--number--ax">7</span><span class="ship-to--small--1w">Nowhere/EN/</span><b>USD</b>`

  test('areas of the account are emptied, once each, with their pictures and attributes', async () => {
    const { html, draft } = await snapshotOf(pageOf(`<!doctype html><body>${header}`))
    expect(html).not.toMatch(/Anna|anna|u1|>7<|Nowhere/)
    expect(html.match(/\[redacted\]/g)).toHaveLength(3)
    expect(html).toContain('<b>USD</b>')
    expect(draft.redacted).toEqual([
      'content of the cart',
      'name, picture and messages of the account',
      'town and street of delivery',
    ])
  })

  test('secrets are taken out of texts, attributes, links, styles and fields', async () => {
    const secrets: Secret[] = [
      { text: 'us1061881223wbxae', kind: 'identity' },
      { text: 'b1946ac92492d2347c6235b4d2611184', kind: 'tokens' },
    ]
    const { html, draft } = await snapshotOf(
      pageOf(`<!doctype html><head><title>us1061881223wbxae</title><style>a{content:"us1061881223wbxae"}</style></head>
        <body data-id="us1061881223wbxae"><p>of us1061881223wbxae</p><a href="/x?of=us1061881223wbxae&amp;t=b1946ac92492d2347c6235b4d2611184">x</a>
        <input value="us1061881223wbxae"><img src="https://ae01.alicdn.com/kf/us1061881223wbxae.png" alt="us1061881223wbxae">`),
      { secrets },
    )
    expect(html.replaceAll(/data-left-out="[^"]*"/g, '')).not.toMatch(/us1061881223wbxae|b1946ac9/)
    expect(draft.redacted).toContain('tokens and cookies')
  })

  test('hidden fields go, and fields for mail, telephone and address are blanked', async () => {
    const body = await bodyOf(
      '<input type="hidden" name="_csrf" value="secret-1"><input type="email" value="a@example.org"><input name="zipCode" value="12345"><input name="SearchText" value="trail shoes">',
    )
    expect(body).not.toMatch(/secret-1|a@example|12345/)
    expect(body).toContain('value="trail shoes"')
  })

  test('metas that carry tokens are left out', async () => {
    const { html } = await snapshotOf(
      pageOf(
        '<!doctype html><head><meta name="csrf-token" content="t0k3n"><meta property="og:title" content="Shoe">',
      ),
    )
    expect(html).not.toContain('t0k3n')
    expect(html).toContain('<meta property="og:title" content="Shoe">')
  })
})
