import type { ComplaintType } from '../../complaints/portal-rules.ts'
import type { PortalStatus, Right } from '../../rights/right.ts'

/** What the papers of a complaint pack say. */
export const packWords = {
  ipType: { trademark: 'Trademark', copyright: 'Copyright', patent: 'Patent' } satisfies Record<
    Right['ipType'],
    string
  >,
  complaintType: {
    'product-listing': 'Product listing',
    'store-front': 'Store front',
  } satisfies Record<ComplaintType, string>,
  portalState: {
    'not-recorded': 'not recorded',
    pending: 'pending',
    verified: 'verified',
    refused: 'refused',
  } satisfies Record<PortalStatus['state'], string>,
  markPlace: {
    product: 'the product',
    packaging: 'the packaging',
    picture: 'the pictures',
    title: 'the title',
    store: 'the store',
  },
  copiedPart: {
    product: 'the product',
    packaging: 'the packaging',
    page: 'pictures or text of the page only',
  },
  item: (comId: string) => `item ${comId}`,
  untitled: 'No title stated',
  sellerUnknown: 'seller not stated',
  storeOf: (name: string) => `store ${name}`,
  sellerOf: (sellerId: string) => `seller ${sellerId}`,
  shippedTo: (country: string) => `ships to ${country}`,
  seenAt: (when: string) => `seen ${when}`,
  screenshotHash: (sha256: string) => `screenshot SHA-256 ${sha256}`,
  noScreenshot: 'no screenshot',
  capture: (captureId: string) => `capture ${captureId}`,
  recordHash: (sha256: string) => `record SHA-256 ${sha256}`,
  notSealed: 'its record is not sealed yet',
} as const
