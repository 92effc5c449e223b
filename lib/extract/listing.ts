import type { Money } from '../core/money.ts'
import type { Observation } from '../core/observation.ts'

/** One picture of a listing. */
export interface ListingImage {
  /** Identity: the `/kf/<hash>` part of its URL. */
  hash: string
  /** Original-size URL, https. */
  url: string
}

/** One line of a listing's specifications. */
export interface Spec {
  name: string
  value: string
}

/**
 * Everything an item page or product modal states about a listing and its seller.
 * Stored as it is; a change of shape is a change of the schema version.
 */
export interface ObservedListing {
  /** .com item number: the identity. */
  comId: Observation<string>
  /** Item number as the visited site shows it (.us numbers are .com + 2^51). */
  shownId: Observation<string>
  title: Observation<string>

  /** Key of the seller: the sellerAdminSeq family. */
  sellerId: Observation<string>
  companyId: Observation<string>
  /** All store numbers that the page gives for this seller; a seller has several. */
  storeNumbers: Observation<string[]>
  storeName: Observation<string>
  storeUrl: Observation<string>
  /** True on aggregation pages, which name the seller only in a credential link. */
  sellerHidden: Observation<boolean>
  /** Which rule of the resolution order named the seller (ALIEXPRESS.md (d)). */
  sellerRule: Observation<SellerRule>
  /** As shown, e.g. "Trader". */
  traderStatus: Observation<string>
  country: Observation<string>
  /** Opening date of the store, as shown. */
  storeOpened: Observation<string>
  /** Share of positive feedback as shown, e.g. "96.3%". */
  positiveRate: Observation<string>

  price: Observation<Money>
  /** The struck price. */
  listPrice: Observation<Money>
  images: Observation<ListingImage[]>
  /** As shown, e.g. "10,000+ sold". */
  sold: Observation<string>
  /** Stars, 0 to 5. */
  rating: Observation<number>
  specs: Observation<Spec[]>
  brand: Observation<string>
  /** False where the page says that the listing is not on sale. */
  available: Observation<boolean>
  categoryId: Observation<string>

  /** Language of the page, e.g. "en_US". */
  locale: Observation<string>
  /** ISO 4217 of the prices shown. */
  currency: Observation<string>
  /** Country that the page ships to, as the page states it (ISO 3166 where it does). */
  shipTo: Observation<string>
}

/** Rules that may name the seller of an item page, in order of trust. */
export type SellerRule = 'credential-link' | 'state' | 'store-link' | 'store-text'

/** One listing of a results, category or store page. */
export interface ResultRow {
  comId: Observation<string>
  shownId: Observation<string>
  title: Observation<string>
  price: Observation<Money>
  sellerId: Observation<string>
  storeNumber: Observation<string>
  storeName: Observation<string>
  imageHash: Observation<string>
  /** Original-size URL of the card's picture. */
  imageUrl: Observation<string>
  sold: Observation<string>
  /** true: an advertisement; false: the page says it is not; absent: not stated. */
  sponsored: Observation<boolean>
  /** Where the card leads, absolute. */
  url: Observation<string>
  /** Superlink rows: the concrete offer behind the shown one (ALIEXPRESS.md, Superlinks). */
  originId: Observation<string>
  /** 1-based place in the page's own order. */
  rank: Observation<number>
}
