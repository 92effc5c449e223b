import type { SampleListing } from './catalogue.ts'
import { escapeHtml, scriptJson } from './html.ts'
import { originalImageUrl } from './item-parts.ts'
import { type LocaleName, sampleLocales } from './locale.ts'
import { shopDocument, shopFooter, shopHeader } from './shop-frame.ts'

/** A removed listing: its identity stays in the head, the body says that it is gone. */
export function removedPage(listing: SampleListing, localeName: LocaleName = 'com'): string {
  const locale = sampleLocales[localeName]
  const data = {
    extParams: { site: locale.site, host: locale.host },
    imagePathList: listing.imageHashes.map(originalImageUrl),
  }
  return shopDocument({
    title: `${listing.title} - AliExpress 15`,
    locale,
    spm: 'detail',
    head: `<meta property="og:title" content="${escapeHtml(listing.title)}"><meta property="og:image" content="${originalImageUrl(listing.imageHashes[0] ?? '')}">
<script>window.runParams = {}; window._d_c_ = { viewName: 'newDetail', isCSR: true, DCData: ${scriptJson(data)} };</script>`,
    body: `${shopHeader(locale)}<div id="root"><div class="pdp-page-wrap"><div class="pdp-body pdp-wrap"><div class="not-found--wrap--U91"><div class="not-found--desc--fg1">Sorry, the page you requested can not be found</div></div></div></div></div>${shopFooter()}`,
  })
}

/** The site's challenge, served at the address that was asked for. */
export const challengePage = (host: string, path: string): string => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Captcha Interception</title><link rel="icon" href="data:,">
<script>window._config_ = ${scriptJson({ renderTo: '#nocaptcha', NCTOKENSTR: 'sample', action: 'captcha', HOST: `${host}:443`, PATH: path, SECDATA: 'sample', NCAPPKEY: 'sample' })}</script></head>
<body><punish-component><!--rgv587_flag:sm--></punish-component><div id="baxia-punish" class="baxia-punish captcha pc"><div class="wrapper"><div class="warnning-text">Sorry, we have detected unusual traffic from your network.</div>
<div id="nocaptcha" class="nc-container"><div id="nc_1_wrapper"><span id="nc_1_n1z" class="nc_iconfont btn_slide" role="button" tabindex="0">»</span> Please slide to verify</div></div></div></div></body></html>`

export const loginPage = (): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Sign in</title><link rel="icon" href="data:,"></head>
<body><div id="signInField"><div id="expressbuyerlogin"><label>Account <input name="loginId"></label><label>Password <input type="password" name="password"></label></div></div></body></html>`

/** A results page before anything arrived: no state, no cards. */
export function loadingResultsPage(localeName: LocaleName = 'com'): string {
  const locale = sampleLocales[localeName]
  return shopDocument({
    title: 'northpike - SampleExpress',
    locale,
    spm: 'productlist',
    body: `${shopHeader(locale, 'northpike')}<div id="root"><div class="search-root-cls hx_main"><div class="hx_list"><div class="lazy-load" style="height:480px"></div></div></div></div>${shopFooter()}
<script>window._dida_config_ = {"pageVersion":"7e","pageName":"search-pc"}</script>`,
  })
}
