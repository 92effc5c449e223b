import { describe, expect, test } from 'vitest'
import {
  type FetchResource,
  type FetchWish,
  notFetchable,
} from '../../../../lib/evidence/gather/fetch-fence.ts'
import { fillSnapshot, snapshotPolicy } from '../../../../lib/evidence/snapshot/fill-snapshot.ts'
import {
  type DraftPiece,
  type PictureGap,
  type SnapshotDraft,
  snapshotLimits,
} from '../../../../lib/evidence/snapshot/snapshot-draft.ts'
import { parseHtml, snapshotFlaws } from '../../../support/snapshot-flaws.ts'

const host = 'https://assets.alicdn.com'
const draftOf = (pieces: DraftPiece[], overrides: Partial<SnapshotDraft> = {}): SnapshotDraft => ({
  hasDoctype: true,
  htmlTag: '<html lang="en">',
  pieces: ['</head><body>', ...pieces, '</body></html>'],
  shownStylePictures: [],
  loadedFonts: [],
  leftOut: [],
  redacted: [],
  ...overrides,
})
const pictureGap = (url: string, overrides: Partial<PictureGap> = {}): PictureGap => ({
  gap: 'picture',
  attribute: 'src',
  url,
  width: 40.4,
  height: 30,
  isInView: false,
  ...overrides,
})
const picture = (url: string, overrides: Partial<PictureGap> = {}): DraftPiece[] => [
  '<img',
  pictureGap(url, overrides),
  '>',
]
const sheet = (url: string): DraftPiece[] => ['<style>', { gap: 'sheet', url }, '</style>']
const style = (css: string, baseUrl = `${host}/g/a/`): DraftPiece[] => [
  '<style>',
  { gap: 'style', css, baseUrl, place: 'element' },
  '</style>',
]

/** A network of these files; everything that is asked of it is noted. */
function network(files: Record<string, string | Uint8Array<ArrayBuffer>>) {
  const asked: Array<FetchWish & { url: string }> = []
  let atOnce = 0
  let mostAtOnce = 0
  const fetchResource: FetchResource = async (url, wish) => {
    asked.push({ url, ...wish })
    mostAtOnce = Math.max(mostAtOnce, ++atOnce)
    await new Promise((resolve) => setTimeout(resolve))
    atOnce--
    const file = files[url]
    if (file === undefined) return { ok: false, error: { code: 'http-error', message: 'no such file' } }
    const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
    const mediaType = { stylesheet: 'text/css', picture: 'image/png', font: 'font/woff2' }[wish.kind]
    return {
      ok: true,
      value: { bytes, mediaType, url, serverDate: { url, serverMs: asked.length, receivedAtMs: 9 } },
    }
  }
  return { asked, fetchResource, mostAtOnce: () => mostAtOnce, urls: () => asked.map(({ url }) => url) }
}

async function fill(
  draft: SnapshotDraft,
  { fetchResource }: { fetchResource: FetchResource },
  signal = new AbortController().signal,
) {
  const filled = await fillSnapshot(draft, { fetchResource, signal })
  return { ...filled, html: new TextDecoder().decode(filled.bytes) }
}

const png = (bytes: number) => new Uint8Array(bytes).fill(7)

describe('a filled snapshot', () => {
  test('begins with its policy and holds its pictures', async () => {
    const { html, cut, problems, serverDate } = await fill(
      draftOf(picture(`${host}/kf/a.png`)),
      network({ [`${host}/kf/a.png`]: png(3) }),
    )
    expect(html).toBe(
      `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${snapshotPolicy}"></head><body><img src="data:image/png;base64,BwcH"></body></html>`,
    )
    expect([cut, problems]).toEqual([null, []])
    expect(serverDate).toMatchObject({ serverMs: 1 })
  })

  test('follows sheets and their imports, and takes of them only what the page shows', async () => {
    const net = network({
      [`${host}/g/a.css`]:
        '@import "b.css" screen; p{background:url(../kf/shown.png)} q{background:url(../kf/unused.png)}',
      [`${host}/g/b.css`]:
        '@font-face{font-family:"Open Sans";src:url(o.eot);src:url(o.woff) format("woff"),url(o.woff2)} @font-face{font-family:Other;src:url(x.woff2)} b{color:red}',
      [`${host}/kf/shown.png`]: png(3),
      [`${host}/g/o.woff2`]: png(3),
    })
    const { html } = await fill(
      draftOf(sheet(`${host}/g/a.css`), {
        shownStylePictures: [`${host}/kf/shown.png`],
        loadedFonts: ['"Open Sans"'],
      }),
      net,
    )
    expect(net.urls()).toEqual([
      `${host}/g/a.css`,
      `${host}/g/b.css`,
      `${host}/kf/shown.png`,
      `${host}/g/o.woff2`,
    ])
    expect(html).toContain('@media screen{')
    expect(html).toContain('p{background:url("data:image/png;base64,BwcH")}')
    expect(html).toContain('q{background:url("data:,")}')
    expect(html).toContain('url("data:font/woff2;base64,BwcH")')
    expect(snapshotFlaws(html)).toEqual([])
  })

  test('sheets that import each other in a circle end', async () => {
    const net = network({
      [`${host}/a.css`]: '@import "b.css"; a{color:red}',
      [`${host}/b.css`]: '@import "a.css"; b{color:red}',
    })
    const { html } = await fill(draftOf(sheet(`${host}/a.css`)), net)
    expect(net.urls()).toEqual([`${host}/a.css`, `${host}/b.css`])
    expect(html).toContain('b{color:red}')
  })

  test('addresses that stand in one element are fetched, relative to where the rules came from', async () => {
    const net = network({ [`${host}/g/a/x.png`]: png(3) })
    const css: DraftPiece = {
      gap: 'style',
      css: 'background:url("x.png")',
      baseUrl: `${host}/g/a/`,
      place: 'attribute',
    }
    const { html } = await fill(draftOf(['<p style="', css, '">']), net)
    expect(html).toContain('<p style="background:url(&quot;data:image/png;base64,BwcH&quot;)">')
  })

  test('styles cannot be left, and stay what they are', async () => {
    const hostile =
      'a::before{content:"</style><script>alert(1)</script>"} @media (width<600px){b>c{color:red}}'
    const places = (['element', 'foreign-element'] as const).map((place): DraftPiece[] => [
      place === 'element' ? '<style>' : '<svg><style>',
      { gap: 'style', css: hostile, baseUrl: host, place },
      place === 'element' ? '</style>' : '</style></svg>',
    ])
    const { html } = await fill(draftOf(places.flat()), network({}))
    expect(snapshotFlaws(html)).toEqual([])
    expect(parseHtml(html).querySelectorAll('style')).toHaveLength(2)
    expect(html).toContain('@media (width<600px){b>c{color:red}}')
  })
})

describe('what is missing', () => {
  test('is named without what stands behind the question mark, and keeps its room', async () => {
    const { html, problems, cut } = await fill(draftOf(picture(`${host}/kf/a.png?token=secret`)), network({}))
    expect(html).toContain(`<img data-left-out="${host}/kf/a.png" width="40" height="30">`)
    expect(problems).toEqual([
      {
        code: 'page-files-missing',
        message: `Pictures, styles or fonts of the page that could not be copied, 1 in all: ${host}/kf/a.png (http-error).`,
      },
    ])
    expect(JSON.stringify([html, problems])).not.toContain('secret')
    expect(cut).toBeNull()
  })

  test('what lies where Docket never asks is noted, and is no problem that another try could mend', async () => {
    const refused = { ok: false, error: notFetchable } as const
    const elsewhere = [
      'https://pixel.example/p.gif?id=secret',
      'https://ads.example/a.gif',
      'blob:https://x/1',
    ]
    const filled = (urls: string[]) =>
      fill(draftOf(urls.flatMap((url) => picture(url))), { fetchResource: async () => refused })
    const { problems, cut } = await filled(elsewhere)
    expect(problems).toEqual([])
    expect(cut).toBe(
      "Not asked for, because Docket asks the site's own file hosts alone: 3 files from pixel.example, ads.example, blob:.",
    )
    // An address on a host that it may ask, which is refused for something else: that is missing.
    expect(await filled([`${host}:8443/kf/a.png`])).toMatchObject({
      cut: null,
      problems: [{ code: 'page-files-missing' }],
    })
    const many = Array.from({ length: 90 }, (_, index) => `https://${'x'.repeat(50)}${index}.example/p.gif`)
    expect((await filled(many)).cut?.length).toBeLessThan(600)
  })

  test('the largest files are left out until the rest fits', async () => {
    const files = {
      [`${host}/small.png`]: png(1000),
      [`${host}/large.png`]: png(8_000_000),
      [`${host}/middle.png`]: png(5_000_000),
    }
    const { html, bytes, cut } = await fill(
      draftOf(Object.keys(files).flatMap((url) => picture(url))),
      network(files),
    )
    expect(bytes.byteLength).toBeLessThanOrEqual(snapshotLimits.bytes)
    expect([...html.matchAll(/data-left-out="([^"]*)"/g)].map(([, url]) => url)).toEqual([
      `${host}/large.png`,
    ])
    expect(cut).toBe('Not in it, for its size, the time it took or because it cannot be copied: 1 file.')
  })

  test('a picture counts as often as it is shown', async () => {
    const url = `${host}/often.png`
    const { bytes, cut } = await fill(
      draftOf(Array.from({ length: 10 }, () => picture(url)).flat()),
      network({ [url]: png(2_000_000) }),
    )
    expect(bytes.byteLength).toBeLessThan(10_000)
    expect(cut).toContain('1 file')
  })

  test('when the time is up, what is there is used', async () => {
    const stop = new AbortController()
    const urls = Array.from({ length: 12 }, (_, index) => `${host}/${index}.png`)
    const net = network(Object.fromEntries(urls.map((url) => [url, png(3)])))
    const fetchResource: FetchResource = async (url, wish) => {
      if (net.asked.length === 6) stop.abort()
      return net.fetchResource(url, wish)
    }
    const { html, cut } = await fill(
      draftOf(urls.flatMap((url) => picture(url))),
      { fetchResource },
      stop.signal,
    )
    expect(html.match(/src="data:/g)?.length).toBeGreaterThanOrEqual(6)
    expect(cut).toMatch(/\d files/)
  })

  test('what the draft could not hold is said in the same sentence', async () => {
    const { cut } = await fill(draftOf([], { leftOut: ['an embedded page (2 times)'] }), network({}))
    expect(cut).toContain('an embedded page (2 times)')
  })
})

test('each file is asked for once, pictures in view first, four at a time', async () => {
  const urls = Array.from({ length: 20 }, (_, index) => `${host}/${index}.png`)
  const pieces = urls.flatMap((url, index) => [...picture(url, { isInView: index === 19 }), ...picture(url)])
  const net = network({})
  await fill(draftOf(pieces), net)
  expect(net.urls()[0]).toBe(`${host}/19.png`)
  expect(net.urls().sort()).toEqual([...urls].sort())
  expect(net.mostAtOnce()).toBe(4)
})

test('rules of the page itself are not fetched for', async () => {
  const net = network({})
  await fill(draftOf(style('a{background:url(data:image/png;base64,AAAA)} b{mask:url(#m)}')), net)
  expect(net.urls()).toEqual([])
})
