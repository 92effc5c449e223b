import { absent } from '../core/observation.ts'
import type { ObservedListing } from './listing.ts'

/** A listing of which nothing is stated: what each era's extractor starts from. */
export const absentListing: ObservedListing = {
  comId: absent,
  shownId: absent,
  title: absent,
  sellerId: absent,
  companyId: absent,
  storeNumbers: absent,
  storeName: absent,
  storeUrl: absent,
  sellerHidden: absent,
  sellerRule: absent,
  traderStatus: absent,
  country: absent,
  storeOpened: absent,
  positiveRate: absent,
  price: absent,
  listPrice: absent,
  images: absent,
  sold: absent,
  rating: absent,
  specs: absent,
  brand: absent,
  available: absent,
  categoryId: absent,
  locale: absent,
  currency: absent,
  shipTo: absent,
}
