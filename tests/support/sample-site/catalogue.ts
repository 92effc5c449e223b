import { pictureHash, type ShapeName, shapeNames } from './pictures.ts'

/** One invented seller. */
export interface SampleSeller {
  sellerId: string
  companyId: string
  /** Store number as .com shows it, and as .us links it: one seller, two numbers. */
  storeNumber: string
  usStoreNumber: string
  storeName: string
}

/** One invented listing: what the pages show and what tests expect to be read from them. */
export interface SampleListing {
  comId: string
  title: string
  brand: string
  priceUsd: number
  listPriceUsd: number
  sold: number
  rating: number
  /** `S…` hashes; the first is the card's picture. */
  imageHashes: string[]
  seller: SampleSeller
  skuId: string
  sponsored: boolean
  /** The card leads to `/ssr/…?productIds=` instead of `/item/`. */
  isBundle: boolean
}

export interface CatalogueOptions {
  count?: number
  /** Added to the first comId, so that several pages show different listings. */
  offset?: number
  /** Replaces title number i; for hostile texts. */
  titles?: string[]
  /** Replaces the store name of listing i. */
  storeNames?: string[]
}

const firstComId = 1_005_990_000_000_100
/** An item number on .us is the .com number plus this. */
const usOffset = 2 ** 51

const brands = ['Northpike', 'Velloro', 'Tarnwick', 'Quillmark', 'Ostrava Loop', 'Hearth & Fen', 'Brassline']
const storeWords = [
  'Bluefinch',
  'Copper Lane',
  'Morning Harbour',
  'Paperkite',
  'Stonemill',
  'Wide River',
  'Tin Whistle',
]
const things: Record<ShapeName, string> = {
  shoe: 'Trail Running Shoes Breathable Mesh Lace-up Sneakers',
  bag: 'Leather Crossbody Handbag Large Capacity Shoulder Tote',
  watch: 'Quartz Wristwatch Stainless Steel Waterproof 3 ATM',
  headphones: 'Wireless Over-ear Headphones Noise Reduction Bluetooth 5.4',
  mug: 'Enamel Camping Mug 350 ml Glazed Handle Cup',
  lamp: 'Bedside Table Lamp Dimmable Warm Light USB',
  glasses: 'Polarised Sunglasses Round Frame UV400 Unisex',
  bottle: 'Insulated Water Bottle 750 ml Stainless Steel Vacuum',
}
const endings = [
  '2026 New Style',
  'for Men and Women',
  'Gift Box Included',
  'Free Shipping',
  'Limited Colour',
]

const pick = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('An empty list has nothing to pick from.')
  return item
}

/** The invented seller with this number; the same number gives the same seller. */
export const sampleSeller = (index: number): SampleSeller => ({
  sellerId: String(2_990_001_000 + index * 17),
  companyId: String(2_890_002_000 + index * 13),
  storeNumber: String(1_109_900_100 + index),
  usStoreNumber: String(1_109_910_100 + index),
  storeName: `${pick(storeWords, index)} ${pick(['Store', 'Official Store', 'Outlet Store'], index + Math.floor(index / 7))}`,
})

/** Invented listings, always the same for the same options. Every seventh is paid for, number 8 is behind a bundle. */
export function sampleListings(options: CatalogueOptions = {}): SampleListing[] {
  const { count = 60, offset = 0, titles = [], storeNames = [] } = options
  return Array.from({ length: count }, (_, position) => {
    const index = position + offset
    const comId = String(firstComId + index * 7)
    const shape = pick(shapeNames, index * 3)
    const brand = pick(brands, index + Math.floor(index / 7))
    const seller = sampleSeller(index % 23)
    const storeName = storeNames[position]
    const priceUsd = Math.round((4.9 + ((index * 37) % 90) + (index % 10) / 10) * 100) / 100
    return {
      comId,
      title: titles[position] ?? `${brand} ${things[shape]} ${pick(endings, index)}`,
      brand,
      priceUsd,
      listPriceUsd: Math.round(priceUsd * 1.8 * 100) / 100,
      sold: 12 + ((index * 131) % 4000),
      rating: 4 + (index % 10) / 10,
      imageHashes: [0, 1, 2, 3].map((number) => pictureHash(`${comId}/${number}`, shape)),
      seller: storeName === undefined ? seller : { ...seller, storeName },
      skuId: String(12_000_090_000_000_000 + index * 11),
      sponsored: index % 7 === 3,
      isBundle: index % 60 === 8,
    }
  })
}

/** The listing that an item page with this number shows, or null for a number that the catalogue does not have. */
export function sampleListingById(id: string): SampleListing | null {
  const number = Number(id)
  const comNumber = number >= usOffset ? number - usOffset : number
  const index = (comNumber - firstComId) / 7
  if (!Number.isInteger(index) || index < 0 || index > 100_000) return null
  return sampleListings({ count: 1, offset: index })[0] ?? null
}

/** The number that the .us site shows for a .com number. */
export const usId = (comId: string): string => String(Number(comId) + usOffset)
