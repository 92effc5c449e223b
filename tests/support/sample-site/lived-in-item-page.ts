import type { SampleListing } from './catalogue.ts'
import { escapeHtml, scriptJson } from './html.ts'
import { itemPage } from './item-page.ts'

/** Invented data of the person who looks: none of it may be in any evidence. */
export const samplePerson = {
  name: 'Annelore Testmann',
  mail: 'annelore.testmann@example.org',
  login: 'de1029384756abqae',
  memberId: '987654321012',
  street: '17 Example Lane',
  town: 'Nowhereville',
  cart: '37',
  csrf: 'csrf9f8e7d6c5b4a39281706',
  h5Token: 'b1946ac92492d2347c6235b4d2611184',
  umid: 'T2gAumidUMID0123456789abcdef',
  visit: 'a2g0o.visit.5f4dcc3b5aa765d61d83',
  phone: '+49 30 5550123',
} as const

/** Addresses of files that the page needs from the site's asset host. */
export const assetUrls = {
  sheet: 'https://assets.alicdn.com/g/sample/1.0.0/item.css',
  imported: 'https://assets.alicdn.com/g/sample/1.0.0/base/colours.css',
  sprite: 'https://assets.alicdn.com/kf/Ssprite0000000000000000000000000A.png',
  unused: 'https://assets.alicdn.com/kf/Sunused0000000000000000000000000A.png',
} as const

/** Content of the stylesheets, which the page itself cannot read. */
export const assetSheets: Record<string, string> = {
  [assetUrls.sheet]: `@import "base/colours.css" screen;
.far_box { width: 90px; height: 90px; background: #fafafa url(../../../kf/Ssprite0000000000000000000000000A.png) center/80px no-repeat; }
.far_none .inner { background: url("/kf/Sunused0000000000000000000000000A.png"); }
.far_text::before { content: "from a far sheet: "; color: var(--far); }`,
  [assetUrls.imported]:
    ':root { --far: rgb(0, 110, 60); } .far_text { border-left: 6px solid var(--far); padding: 4px 8px; }',
}

const header = `
<div class="my-account--menuItem--1GD" aria-label="Account of ${samplePerson.name}"><img class="my-account--avatar--x1" src="https://ae01.alicdn.com/kf/Savatar0000000000000000000000000A.jpg" width="24" height="24" alt="${samplePerson.name}"><div class="my-account--text--2Yt"><span>Hi, ${samplePerson.name}</span><b>${samplePerson.mail}</b></div></div>
<div class="ship-to--text--3H_"><span class="ship-to--cssFlag--3qF country-flag-y2023 DE"></span><span class="ship-to--small--1wG">${samplePerson.town}/EN/</span><b>USD</b></div>
<div class="shop-cart--menuItem--1Wh"><span class="shop-cart--number--axE">${samplePerson.cart}</span><span>Cart</span></div>`

const body = (listing: SampleListing) => `
<section id="lived-in" class="hx_blk" data-visit="${samplePerson.visit}" data-params="umidToken=${samplePerson.umid}&a=1" onclick="window.ran = 1" style="padding:12px">
<div class="delivery-v2--wrap--Z0J">Ships to <span class="delivery-v2--to--Mtw">${samplePerson.street}, ${samplePerson.town}</span></div>
<p class="far_text">styled by a sheet of another origin</p><div class="far_box"></div>
<p class="inserted">styled by a rule that a script put in</p>
<p class="constructed">styled by a sheet that a script made</p>
<form action="https://www.aliexpress.com/send" method="post"><input type="hidden" name="_csrf_token" value="${samplePerson.csrf}"><label>Quantity <input id="quantity" name="quantity" value="1"></label><input type="email" name="email" value=""><select id="colour"><option>Black</option><option>Red</option></select><textarea id="note"></textarea><label><input type="checkbox" id="agree"> insured</label><button>Send</button></form>
<a id="tracked" href="https://www.aliexpress.com/p/order/index.html?ctoken=${samplePerson.csrf}&orderOf=${samplePerson.memberId}&productId=${listing.comId}">An order of ${samplePerson.login}</a> <a href="javascript:alert(1)">acts</a> <a href="data:text/html,<script>alert(1)</script>">data</a>
<p>Questions go to ${samplePerson.mail} or ${samplePerson.phone}; the seller answers at shop@${listing.seller.storeNumber}.example.</p>
<picture><source srcset="https://ae01.alicdn.com/kf/Swide00000000000000000000000000A.png_200x200.png" media="(min-width: 300px)"><img id="responsive" width="100" height="100" alt="responsive" src="https://ae01.alicdn.com/kf/Snarrow000000000000000000000000A.png_100x100.png"></picture>
<img id="elsewhere" width="60" height="60" alt="of another host" src="https://tracker.example/pixel.png"><img id="lazy" width="60" height="60" alt="lazy" loading="lazy" src="https://ae01.alicdn.com/kf/Slazy00000000000000000000000000A.png_60x60.png">
<canvas id="drawing" width="120" height="40"></canvas><img id="blob" width="40" height="40" alt="">
<div id="open-host"></div><div id="closed-host"></div>
<svg width="60" height="40"><style>.dot{fill:rgb(200,30,30)}</style><defs><circle id="dot" r="12"/></defs><use href="#dot" class="dot" x="20" y="20"/><script>window.ran = 2</script></svg>
<iframe id="near" width="260" height="60" src="/sample-frame.html"></iframe><iframe id="far" width="260" height="60" src="https://embedded.example/frame.html?of=${samplePerson.memberId}"></iframe>
<iframe width="1" height="1" src="https://tracker.example/frame.html"></iframe>
<noscript><p id="without-script">only without script</p></noscript><template><p>a template</p></template><object data="https://embedded.example/film.swf" width="80" height="40"></object>
</section>`

const script = `<script>(() => {
  const person = ${scriptJson(samplePerson)}
  document.cookie = 'xman_us_t=x_lid=' + person.login + '&sign=y&rmb_pp=' + person.mail + '&ctoken=' + person.csrf + '; path=/'
  document.cookie = '_m_h5_tk=' + person.h5Token + '_1764000000000; path=/'
  document.cookie = 'aep_usuc_f=site=glo&c_tp=USD&x_alimid=' + person.memberId + '&region=DE&b_locale=en_US; path=/'
  window._d_c_.DCData.extParams.signedIn = true
  const style = document.createElement('style'); document.head.append(style)
  style.sheet.insertRule('.inserted { background: rgb(255, 236, 179); padding: 4px }')
  const sheet = new CSSStyleSheet(); sheet.replaceSync('.constructed { color: rgb(90, 30, 140); font-weight: 700 }')
  document.adoptedStyleSheets = [sheet]
  const open = document.getElementById('open-host').attachShadow({ mode: 'open' })
  open.innerHTML = '<style>p { background: rgb(220, 240, 255); margin: 4px 0 }</style><p>inside an open tree <slot></slot></p><img width="50" height="50" src="https://ae01.alicdn.com/kf/Sopentree0000000000000000000000A.png_50x50.png">'
  document.getElementById('closed-host').attachShadow({ mode: 'closed' }).innerHTML = '<p style="background: rgb(230, 255, 230); margin: 4px 0">inside a closed tree of the page</p>'
  const canvas = document.getElementById('drawing'); const pen = canvas.getContext('2d')
  pen.fillStyle = 'rgb(20, 120, 220)'; pen.fillRect(0, 0, 120, 40); pen.fillStyle = '#fff'; pen.font = '16px sans-serif'; pen.fillText('drawn', 30, 26)
  canvas.toBlob((blob) => { document.getElementById('blob').src = URL.createObjectURL(blob) })
  document.getElementById('quantity').value = '42'; document.getElementById('note').value = 'typed by hand'
  document.querySelector('[type=email]').value = person.mail
  document.getElementById('colour').selectedIndex = 1; document.getElementById('agree').checked = true
})()</script>`

/** State with the person in it, as signed-in pages have. */
const state = `<script>window.runParams = window.runParams || {}; window._dida_config_ = {}; window._dida_config_._init_data_ = { data: ${scriptJson(
  {
    data: {
      account_1: {
        fields: {
          userInfo: {
            nickName: samplePerson.name,
            email: samplePerson.mail,
            loginId: samplePerson.login,
            countryCode: 'DE',
          },
          csrfToken: samplePerson.csrf,
          umidToken: samplePerson.umid,
          cartCount: Number(samplePerson.cart),
          shippingAddress: {
            street: samplePerson.street,
            city: samplePerson.town,
            mobile: samplePerson.phone,
          },
        },
      },
    },
    hierarchy: {},
  },
)} }</script>`

/** The same page as `itemPage`, somebody signed in, with everything that makes a page hard to copy. */
export const livedInItemPage = (listing: SampleListing): string =>
  itemPage(listing, { renderAfterMs: 50 })
    .replace('<a href="//login.aliexpress.com/">Sign in</a>', header)
    .replace(
      '</head>',
      `<meta name="csrf-token" content="${samplePerson.csrf}"><meta http-equiv="refresh" content="3600"><base href="https://www.aliexpress.com/"><link rel="stylesheet" href="${escapeHtml(assetUrls.sheet)}">${state}</head>`,
    )
    .replace('</body>', `${body(listing)}${script}</body>`)

/** The page inside of it that is of the same origin. */
export const sampleFrame =
  '<!DOCTYPE html><style>b { color: rgb(160, 0, 60) }</style><body style="margin:4px">A page of <b>the same origin</b></body>'
