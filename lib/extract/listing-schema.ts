import * as z from 'zod'
import type { Money } from '../core/money.ts'
import { isImageHost, isSiteUrl } from '../site/hosts.ts'
import type { ListingImage, ObservedListing, ResultRow, Spec } from './listing.ts'

/**
 * What the background accepts from a content script as facts of a listing. A page may have taken over its
 * content script's world, so sizes, hosts and shapes are checked here again. Never imported by page code:
 * zod is larger than the whole content script.
 */

const sourceName = z.string().min(1).max(200)

const observed = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('found'), value, source: sourceName }),
    z.strictObject({ status: z.literal('absent') }),
    z.strictObject({
      status: z.literal('unreadable'),
      reason: z.string().min(1).max(300),
      source: sourceName,
    }),
  ])

const text = (max: number) => z.string().min(1).max(max)
const itemId = z.string().regex(/^[1-9]\d{5,15}$/)
const accountId = z.string().regex(/^[1-9]\d{4,14}$/)
const storeNumber = z.string().regex(/^[1-9]\d{2,14}$/)
const currency = z.string().regex(/^[A-Z]{3}$/)

const allowedUrl = (protocols: string[], isAllowed: (url: URL) => boolean) =>
  z
    .string()
    .max(2000)
    .refine((value) => {
      const url = URL.canParse(value) ? new URL(value) : null
      return url !== null && protocols.includes(url.protocol) && isAllowed(url)
    }, 'not an address of the site')

const siteUrl = allowedUrl(['https:'], isSiteUrl)
/** Pages of early years link by http: what a card's link says is kept as it is. */
const cardUrl = allowedUrl(['https:', 'http:'], isSiteUrl)
const imageUrl = allowedUrl(['https:'], (url) => isImageHost(url.hostname))
const imageHash = z.string().regex(/^[\w.@!-]{6,80}$/)

const moneySchema = z.strictObject({
  text: text(80).nullable(),
  value: z.number().nonnegative().max(1e12),
  currency: currency.nullable(),
}) satisfies z.ZodType<Money>

const imageSchema = z.strictObject({ hash: imageHash, url: imageUrl }) satisfies z.ZodType<ListingImage>
const specSchema = z.strictObject({ name: text(200), value: text(1000) }) satisfies z.ZodType<Spec>

export const observedListingSchema = z.strictObject({
  comId: observed(itemId),
  shownId: observed(itemId),
  title: observed(text(1000)),
  sellerId: observed(accountId),
  companyId: observed(accountId),
  storeNumbers: observed(z.array(storeNumber).min(1).max(10)),
  storeName: observed(text(300)),
  storeUrl: observed(siteUrl),
  sellerHidden: observed(z.boolean()),
  sellerRule: observed(z.enum(['credential-link', 'state', 'store-link', 'store-text'])),
  traderStatus: observed(text(100)),
  country: observed(text(200)),
  storeOpened: observed(text(100)),
  positiveRate: observed(text(50)),
  price: observed(moneySchema),
  listPrice: observed(moneySchema),
  images: observed(z.array(imageSchema).min(1).max(60)),
  sold: observed(text(200)),
  rating: observed(z.number().min(0).max(5)),
  specs: observed(z.array(specSchema).min(1).max(300)),
  brand: observed(text(300)),
  available: observed(z.boolean()),
  categoryId: observed(z.string().regex(/^\d{1,15}$/)),
  locale: observed(text(20)),
  currency: observed(currency),
  shipTo: observed(text(100)),
}) satisfies z.ZodType<ObservedListing>

export const resultRowSchema = z.strictObject({
  comId: observed(itemId),
  shownId: observed(itemId),
  title: observed(text(1000)),
  price: observed(moneySchema),
  sellerId: observed(accountId),
  storeNumber: observed(storeNumber),
  storeName: observed(text(300)),
  imageHash: observed(imageHash),
  imageUrl: observed(imageUrl),
  sold: observed(text(200)),
  sponsored: observed(z.boolean()),
  url: observed(cardUrl),
  originId: observed(itemId),
  rank: observed(z.number().int().positive().max(100_000)),
}) satisfies z.ZodType<ResultRow>
