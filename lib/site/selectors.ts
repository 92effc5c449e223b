/** A product opened over another page. By itself, for the script that every page loads: it needs no other. */
export const modalSelector = '[class*="pdp-mini"]'

/**
 * Places in the page that outlived releases. Class names are hashed (`store-detail--wrap--IhR4e1j`): only the
 * part before the second double dash is matched. Each name is also the source that an observation carries.
 */
export const selectors = {
  /** Title of a rendered item, page or modal. Never the first h1: 2026 pages open with an h1 "Aliexpress". */
  title: '[data-pl="product-title"]',
  /** Titles of other eras and of .ru. */
  title2020: 'h1.product-title-text',
  titleClassic: 'h1.product-name',
  titleRu: '[class*="RedProductTitle"] h1, h1[class*="HazeProduct"]',
  /** Nodes of which a rendered item page has several, and a shell none. */
  renderedItem: ['[data-pl="product-price"]', '[data-pl="product-reviewer"]', '[data-pl="product-specs"]'],
  /** A product opened over another page. */
  modal: modalSelector,

  /**
   * Current price: 2026, then 2024-25, then the modules era. Never the box around it, which also holds discounts.
   * The Korean site names its block `price-kr` (Flkalas/aliexpress-userscripts and two more public repositories;
   * no capture shows it).
   */
  price2026: '[class*="price-default--current--"], [class*="price-kr--current--"]',
  price2025: '[data-pl="product-price"] .pdp-comp-price-current, [class*="price--currentPriceText"]',
  price2020: '.product-price-current .product-price-value, .product-price-value, .uniform-banner-box-price',
  listPrice2026: '[class*="price-default--original--"], [class*="price-kr--originWrap--"]',
  listPrice2025: '[data-pl="product-price"] [class*="price--originalText"]',

  sold: '[data-pl="product-reviewer"] [class*="reviewer--sold"]',
  sold2020: '.product-reviewer-sold',
  rating: '[data-pl="product-reviewer"] [class*="reviewer--rating"]',
  slides: '[class*="slider--img"] img',
  slides2020: '.images-view-list img',
  specs: '#nav-specification [class*="specification--prop"]',
  specName: '[class*="specification--title"]',
  specValue: '[class*="specification--desc"]',

  /** The store's name on rendered pages; carries the store link. */
  storeName: 'a[data-pl="store-name"]',
  storeBox: '[class*="store-detail--wrap"]',
  storeBoxName: '[class*="store-detail--storeName--"]',
  storeBoxNameRow: '[class*="store-detail--storeNameWrap"]',
  /** Everything about the seller: links inside name only this seller. */
  sellerAreas: '[class*="store-detail--"], [class*="store-info--"]',
  /** Popover of the store's name; stands at the end of the body once it was opened. */
  storePopup: '[class*="store-detail--storeDesc"]',
  storePopupRows: '[class*="store-detail--storeInfo"] tr',
  storeRate: '[class*="store-info--desc"] strong',
  messageLink: 'a[href*="message.aliexpress."]',
  serviceLink: 'a[href*="so.aliexpress."]',
  /** Explanation of the supplier on aggregation pages; also holds other warnings. */
  remindLinks: '[class*="remind--msg"] a[href*="showcredential"]',
  credentialLinks: 'a[href*="showcredential"]',
  /** Report link: names the .com item of a page or modal. */
  reportLink: 'a[href*="reportIndex.htm"]',
  /** Store bar over item pages of 2020-23. */
  storeHeaderLinks: 'a.store-header-link',

  /** Blocks and cards of other listings on an item page. */
  otherListings:
    '#nav-moretolove, [class*="recommend-platform--"], [class*="recommend-store--"], .card-out-wrapper, .slider-card-item',

  shipToFlag: '[class*="ship-to--cssFlag"]',
  shipToCurrency: '[class*="ship-to--text"] b',

  /** The page that stands where a removed item was. */
  notFound: '[class*="not-found--wrap"]',
  classicNotAvailable: '.no-longer-available',

  /** Challenge as a page of its own or as a dialog. */
  challenge:
    '#baxia-punish, #nocaptcha, #nc_1_n1z, iframe[src*="_____tmd_____"], iframe[src*="/punish"], .baxia-dialog',
  loginForm: '#signInField',

  /** Anything that shows a listing among others. */
  anyCard: 'a[href*="/item/"], a[href*="/i/"], a[href*="/store/product/"], [data-product-id]',
} as const
