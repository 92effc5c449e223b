import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { inertSnapshot } from '../../../../lib/evidence/snapshot/inert-snapshot.ts'

const shown = (markup: string) => new JSDOM(inertSnapshot(markup)).window.document

describe('a stored page as it is shown', () => {
  test('begins with a policy that lets nothing be fetched, whatever the page says first', () => {
    const document = shown('<!doctype html><html><head><meta charset="latin1"><title>x</title></head></html>')
    const policies = [...document.querySelectorAll('meta[http-equiv="Content-Security-Policy" i]')]
    expect(document.head.firstElementChild?.getAttribute('charset')).toBe('utf-8')
    expect(document.head.contains(policies[0] ?? null)).toBe(true)
    expect(policies[0]?.getAttribute('content')).toMatch(/^default-src 'none'; img-src data:;/)
  })

  test.each([
    '<LINK rel=preconnect href=//x>',
    '<link/rel=dns-prefetch href=//x>',
    '<iframe src=//x></iframe>',
    '<IFRAME srcdoc="&lt;link rel=preconnect href=//x&gt;"></IFRAME>',
    '<frameset><frame src=//x></frameset>',
    '<object data=//x></object>',
    '<embed src=//x>',
    '<div><svg><foreignObject><link rel=preconnect href=//x></foreignObject></svg></div>',
    '<table><link rel=preconnect href=//x></table>',
    '<link\n\trel=preconnect href=//x>',
    '<map><area href=//x></map>',
  ])('has no element that speaks past it: %s', (markup) => {
    const document = shown(markup)
    expect(
      document.querySelectorAll('link, iframe, frame, frameset, object, embed, applet, area').length,
    ).toBe(0)
  })

  test.each(['<a href=//x>y</a>', '<A/href=//x>y</A>', '<a\nhref=//x inert="no">y</a>'])(
    'has no link that can be pointed at: %s',
    (markup) => {
      const [link] = shown(markup).querySelectorAll('a')
      expect(link?.getAttribute('href')).toBe('//x')
      expect(link?.getAttribute('inert')).toBe('')
      expect(link?.textContent).toBe('y')
    },
  )

  test('keeps everything else where it stands', () => {
    const markup =
      '<!doctype html><html lang="de"><head><link rel="canonical" href="x"><style>p{color:red}</style></head>' +
      '<body class="b"><div id="a"><embed src="x"><p>Wort</p></div><x-linker></x-linker><p>2 <link-list></link-list></p></body></html>'
    const document = shown(markup)
    expect(document.compatMode).toBe('CSS1Compat')
    expect(document.head.querySelector('style')?.textContent).toBe('p{color:red}')
    expect(document.body.className).toBe('b')
    expect(document.querySelector('body > div > p')?.textContent).toBe('Wort')
    expect(document.querySelectorAll('body > x-linker, body > p > link-list').length).toBe(2)
    expect(document.documentElement.lang).toBe('de')
  })

  test('is in quirks mode where the page was', () => {
    expect(shown('<html><body>x').compatMode).toBe('BackCompat')
  })
})
