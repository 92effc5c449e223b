import type { PageKind } from '../../../lib/site/page-context.ts'

/** Addresses that prove each kind, in the forms of ALIEXPRESS.md (a). */
export const provingUrls: Record<PageKind, string[]> = {
  item: [
    'https://www.aliexpress.com/item/1005006722922099.html',
    'https://www.aliexpress.us/item/3256806959829719.html?spm=a2g0o.productlist',
    'https://pl.aliexpress.com/item/Some-Slug/32804895531.html',
    'https://m.aliexpress.com/i/1005006722922099.html',
    'https://aliexpress.ru/item/1005006722922099.html?sku_id=12000038296458123',
    'https://www.aliexpress.com/store/product/Some-Slug/2959075_32804895531.html',
  ],
  search: [
    'https://www.aliexpress.com/wholesale?SearchText=aun+projector',
    'https://www.aliexpress.us/w/wholesale-iphone-12.html',
    'https://ja.aliexpress.com/w/wholesale-TOYOTA.html?SearchText=TOYOTA&page=1',
    'https://aliexpress.ru/popular/%D0%BD%D0%B0%D1%83%D1%88%D0%BD%D0%B8%D0%BA%D0%B8',
    'https://www.aliexpress.com/popular/watch.html',
    'https://m.aliexpress.com/search.htm?keywords=watch',
  ],
  category: [
    'https://www.aliexpress.com/category/200216972/wallet-cases.html',
    'https://www.aliexpress.com/category/200216972/wallet-cases/2.html',
    'https://aliexpress.ru/category/509/phones',
    'https://www.aliexpress.com/p/calp-plus/index.html?categoryTab=home',
  ],
  store: [
    'https://www.aliexpress.com/store/1102526272',
    'https://www.aliexpress.com/store/2959075/search/4.html?origin=n',
    'https://www.aliexpress.com/store/all-wholesale-products/2996039.html',
    'https://www.aliexpress.com/store/group/Wholesale-Zone/2996039_518013740.html',
    'https://yufanmodel.aliexpress.com/store/4682001/pages/all-items.html',
    'https://yufanmodel.aliexpress.com/',
    'https://m.aliexpress.com/store/storeHome.htm?sellerAdminSeq=2671922072',
    'https://m.aliexpress.com/store/v3/home.html?shopId=1102526272&sellerId=2671922072',
    'https://aliexpress.ru/store/1100036170',
  ],
  bundle: [
    'https://www.aliexpress.com/ssr/300000512/BundleDeals2?productIds=1005007504053574:12000041054145335',
    'https://www.aliexpress.com/gcp/300000444/bundle?productIds=1005007504053574',
    'https://campaign.aliexpress.com/wow/gcp-plus/300000512/b?productIds=1005007504053574%3A12',
  ],
  campaign: [
    'https://campaign.aliexpress.com/wow/gcp/flashdeals/index',
    'https://sale.aliexpress.com/v8Yr8f629D.htm',
    'https://www.aliexpress.com/ssr/300000512/BundleDeals2',
    'https://promotion.aliexpress.ru/wow/gcp/sale',
    'https://flashdeals.aliexpress.com/en.htm',
    'https://bestselling.aliexpress.com/',
  ],
}
