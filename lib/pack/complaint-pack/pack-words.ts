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
  untitled: 'No title stated',
  sellerUnknown: 'seller not stated',
  storeOf: (name: string) => `store ${name}`,
  sellerOf: (sellerId: string) => `seller ${sellerId}`,
  shippedTo: (country: string) => `ships to ${country}`,
  seenAt: (when: string) => `seen ${when}`,
  screenshotHash: (sha256: string) => `screenshot SHA-256 ${sha256}`,
  noScreenshot: 'no screenshot',
  captureHash: (captureId: string, sha256: string | null) =>
    sha256 === null ? `capture ${captureId}, not sealed` : `capture ${captureId}, record SHA-256 ${sha256}`,
} as const
