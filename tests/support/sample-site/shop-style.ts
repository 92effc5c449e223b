/** The sample shop's look: plain, dense and red, as such shops are. Class names are hashed like the real ones. */
export const shopStyle = `
* { box-sizing: border-box; }
body { margin: 0; background: #f5f5f5; color: #191919; font: 14px/1.35 "Open Sans", "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", Arial, sans-serif; }
a { color: inherit; text-decoration: none; }
ul { list-style: none; margin: 0; padding: 0; }
.hx_top { position: sticky; top: 0; z-index: 60; display: flex; align-items: center; gap: 28px; height: 72px; padding: 0 40px; background: #fff; border-bottom: 1px solid #ececec; }
.hx_logo { font-weight: 800; font-size: 24px; letter-spacing: -.02em; color: #d3031c; }
.hx_find { flex: 1; max-width: 720px; display: flex; border: 2px solid #191919; border-radius: 24px; overflow: hidden; background: #fff; }
.hx_find input { flex: 1; min-width: 60px; border: 0; padding: 9px 18px; font: inherit; outline: none; }
.hx_find button { border: 0; margin: 3px; padding: 0 20px; border-radius: 20px; background: #191919; color: #fff; font: inherit; }
.hx_acc { display: flex; gap: 24px; color: #444; white-space: nowrap; font-size: 13px; }
.hx_main { display: flex; gap: 20px; padding: 20px 40px 48px; max-width: 1640px; margin: 0 auto; }
.hx_side { width: 200px; flex: none; font-size: 13px; }
.hx_side h4 { margin: 14px 0 8px; font-size: 14px; }
.hx_side li { padding: 4px 0; color: #555; }
.hx_sort { display: flex; gap: 24px; padding: 0 4px 14px; color: #666; }
.hx_sort b { color: #191919; }
.hx_list { flex: 1; min-width: 0; }
#card-list { display: flex; flex-wrap: wrap; margin: 0 -6px; align-items: stretch; }
.search-item-card-wrapper-gallery { width: 25%; padding: 6px; }
@media (min-width: 1500px) { .search-item-card-wrapper-gallery { width: 20%; } }
@media (max-width: 900px) { .hx_side { display: none; } .search-item-card-wrapper-gallery { width: 50%; } .hx_main { padding: 10px; } .hx_top { padding: 0 12px; gap: 12px; } .hx_acc { display: none; } }
.hx_narrow .search-item-card-wrapper-gallery { width: 120px; }
.hx_narrow .hx_tools { display: none; }
.l0_kh, .card-out-wrapper { height: 100%; }
.search-card-item { position: relative; display: flex; flex-direction: column; height: 100%; padding: 8px; border-radius: 12px; background: #fff; transition: box-shadow .15s; }
.search-card-item:hover { box-shadow: 0 4px 18px rgba(0,0,0,.14); }
.hx_pic { position: relative; width: 100%; aspect-ratio: 1; border-radius: 8px; overflow: hidden; background: #f4f4f4; }
.hx_pic img.hx_im { width: 100%; height: 100%; object-fit: cover; display: block; }
.hx_pic .lazy-load { display: none; }
.hx_cart { position: absolute; inset-inline-end: 8px; bottom: 8px; width: 32px; height: 32px; border-radius: 50%; background: #fff; box-shadow: 0 1px 5px rgba(0,0,0,.25); display: grid; place-items: center; font-size: 16px; }
.hx_info { display: flex; flex-direction: column; gap: 4px; padding: 8px 4px 0; }
.hx_ttl h3 { margin: 0; font-weight: 400; font-size: 14px; line-height: 20px; height: 40px; overflow: hidden; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; }
.hx_prc { font-weight: 700; font-size: 20px; }
.hx_prc s { font-weight: 400; font-size: 13px; color: #606472; margin-inline-start: 6px; }
.hx_sold { color: #606472; font-size: 13px; }
.hx_ad { color: #8a8a8a; font-size: 11px; border: 1px solid #d5d5d5; border-radius: 3px; padding: 0 4px; align-self: flex-start; }
.hx_shop { color: #767676; font-size: 12px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.hx_tools { display: flex; gap: 8px; padding: 8px 4px 4px; margin-top: auto; visibility: hidden; }
.search-card-item:hover .hx_tools { visibility: visible; }
.hx_tools span { flex: 1; text-align: center; font-size: 12px; padding: 6px 2px; border: 1px solid #191919; border-radius: 16px; }
.hx_foot { background: #fff; border-top: 1px solid #e5e5e5; padding: 32px 40px 48px; color: #666; font-size: 12px; }
.lazy-load { background: #ececec; border-radius: 12px; }
#card-list > .lazy-load { width: calc(25% - 12px); height: 340px; margin: 6px; }
.pdp-page-wrap { max-width: 1280px; margin: 0 auto; padding: 20px 24px 60px; }
.pdp-body { background: #fff; border-radius: 12px; padding: 24px; }
.pdp-body-top { display: flex; gap: 24px; }
.pdp-body-top-left { flex: 1; min-width: 0; }
.pdp-info { display: flex; gap: 28px; }
.pdp-info-left { width: 400px; flex: none; }
.pdp-info-right { flex: 1; min-width: 0; }
.pdp-body-top-right { width: 260px; flex: none; border: 1px solid #e5e5e5; border-radius: 12px; padding: 16px; align-self: flex-start; }
h1[data-pl], h1.product-title-text { font-size: 18px; font-weight: 600; line-height: 26px; margin: 0 0 12px; }
[class*="magnifier--image"] { width: 100%; border-radius: 8px; display: block; }
[class*="slider--slider"] > div { display: flex; gap: 8px; margin-top: 10px; }
[class*="slider--img"] img, .images-view-item img { width: 62px; height: 62px; border-radius: 6px; display: block; }
.images-view-list { display: flex; gap: 8px; }
[class*="price-default--current"], .product-price-value { font-size: 28px; font-weight: 800; }
[class*="price-default--original"], .product-price-original { text-decoration: line-through; color: #767676; margin-inline-start: 10px; }
[class*="price-default--discount"] { color: #d3031c; margin-inline-start: 8px; }
[class*="reviewer--wrap"] { margin: 12px 0; color: #555; }
[class*="store-detail--title"] { color: #767676; font-size: 12px; }
[class*="store-detail--storeName"] { font-weight: 600; }
[class*="store-info--wrap"], [class*="specification--wrap"], .hx_blk { border-top: 1px solid #ececec; margin-top: 24px; padding-top: 18px; }
[class*="specification--line"] { display: flex; border-bottom: 1px solid #f0f0f0; }
[class*="specification--prop"] { flex: 1; display: flex; padding: 8px 4px; }
[class*="specification--title"] { width: 45%; color: #767676; }
.hx_buy { width: 100%; border: 0; border-radius: 24px; padding: 13px; margin-top: 12px; font: inherit; font-weight: 700; background: #d3031c; color: #fff; }
.hx_buy.hx_b2 { background: #ffe6e8; color: #d3031c; }
.comet-v2-modal-wrap { position: fixed; inset: 0; z-index: 1000; background: rgba(0,0,0,.55); display: grid; place-items: center; overflow: auto; }
.comet-v2-modal { width: 1080px; max-width: 94vw; max-height: 90vh; overflow: auto; background: #fff; border-radius: 14px; padding: 24px; }
.pdp-mini-wrap { display: flex; gap: 24px; }
.pdp-mini-info-left { width: 340px; flex: none; }
.pdp-mini-info-center { flex: 1; }
[class*="not-found--wrap"] { text-align: center; padding: 80px 0; color: #555; }
`
