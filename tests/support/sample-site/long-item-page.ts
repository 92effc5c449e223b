import type { SampleListing } from './catalogue.ts'
import { type ItemPageOptions, itemPage } from './item-page.ts'

export interface LongItemOptions extends ItemPageOptions {
  /** Bands of `bandHeight` CSS pixels, below the item itself. */
  bands: number
  /** Script of the page, after its own. */
  script?: string
  /** Style of the page, after its own. */
  style?: string
}

export const bandHeight = 50
/** Width of the bands' left edge, where nothing is written. */
export const bandMargin = 40

type Rgb = [number, number, number]

/** The colour of a band; no two of the first 4,096 have the same, and neighbours differ much. */
export const bandColour = (index: number): Rgb => [
  40 + ((index * 5) % 16) * 13,
  40 + (Math.floor(index / 16) % 16) * 13,
  40 + (Math.floor(index / 256) % 16) * 13,
]

/** Colours of the parts that stay in place, which no band has. */
export const floatingColours = {
  header: [255, 0, 128] as Rgb,
  sticky: [0, 255, 255] as Rgb,
  footer: [255, 255, 0] as Rgb,
  button: [0, 255, 0] as Rgb,
  cover: [90, 96, 104] as Rgb,
}

export const floatingHeights = { header: 72, sticky: 48, footer: 64, button: 56 }

const css = ([red, green, blue]: Rgb) => `rgb(${red},${green},${blue})`

const style = `
html { scroll-behavior: smooth; }
.lp_head { position: fixed; top: 0; left: 0; right: 0; height: ${floatingHeights.header}px; background: ${css(floatingColours.header)}; z-index: 90; padding: 20px; transition: opacity .4s; }
.lp_room { height: ${floatingHeights.header}px; }
.hx_top { position: static !important; }
.lp_stick { position: sticky; top: ${floatingHeights.header}px; height: ${floatingHeights.sticky}px; background: ${css(floatingColours.sticky)}; z-index: 80; }
.lp_foot { position: fixed; bottom: 0; left: 0; right: 0; height: ${floatingHeights.footer}px; background: ${css(floatingColours.footer)}; z-index: 90; opacity: 1; }
.lp_up { position: fixed; right: 30px; bottom: 200px; width: ${floatingHeights.button}px; height: ${floatingHeights.button}px; background: ${css(floatingColours.button)}; display: none; z-index: 91; }
.lp_band { height: ${bandHeight}px; position: relative; padding-left: 60px; line-height: ${bandHeight}px; font: 700 16px/${bandHeight}px Arial; color: #000; }
.lp_lazy { position: absolute; left: 300px; top: 5px; width: 40px; height: 40px; background: #fff; }
`

const band = (index: number) =>
  `<div class="lp_band" style="background:${css(bandColour(index))}">band ${index}${index % 4 === 2 ? '<img class="lp_lazy" alt="" data-lazy>' : ''}</div>`

/** The sticky bar belongs above this band. */
const stickyAbove = 20

const floating = `<div class="lp_head" id="_global_header_23_">Header that stays</div><div class="lp_foot">Footer that stays</div><div class="lp_up">up</div>`

/**
 * An item page with coloured bands below the item, whose header, bar and footer stay in place, whose pictures load
 * when they are seen, and that scrolls smoothly by itself.
 */
export function longItemPage(listing: SampleListing, options: LongItemOptions): string {
  const { bands, script = '', style: ownStyle = '', ...item } = options
  const html = Array.from({ length: bands }, (_, index) => {
    const bar = index === stickyAbove ? '<div class="lp_stick">Bar that sticks</div>' : ''
    return bar + band(index)
  }).join('')
  const scripts = `<script>(() => {
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting && !target.src)
      target.src = 'https://ae01.alicdn.com/kf/S0000000000000000lazy.jpg_40x40.jpg'
  })
  for (const image of document.querySelectorAll('[data-lazy]')) seen.observe(image)
  addEventListener('scroll', () => { document.querySelector('.lp_up').style.display = scrollY > 300 ? 'block' : 'none' })
  ${script}
})()</script>`
  return itemPage(listing, item)
    .replace('</head>', `<style>${style}${ownStyle}</style></head>`)
    .replace('<div id="root">', `${floating}<div class="lp_room"></div><div id="root">`)
    .replace('<div class="hx_foot">', `<div class="lp_bands">${html}</div>${scripts}<div class="hx_foot">`)
}
