import type { Money } from '../core/money.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { PageState } from '../site/page-context.ts'
import type { Contact } from './read-contacts.ts'

/** Which part of a capture named the seller. A card's account number is not proven to be the item page's. */
export type StatedBy = 'item-page' | 'page-data' | 'card'

/** A text that a capture states of a seller, and where in the page it was read. */
export interface Stated {
  value: string
  source: string
}

/**
 * What one capture states of a seller: small, and made of the capture alone, so that it can be made anew. Captures
 * have hundreds of kilobytes in all; pages about sellers read these instead.
 */
export interface SellerTrace {
  captureId: string
  comId: string
  seenAtMs: number
  /** The date where the person was. */
  seenOn: CalendarDate
  pageState: PageState
  /** False for captures that somebody else's pack brought: they count for nothing here. */
  isOwn: boolean
  /** `open` while evidence was being gathered as it was read: it is read again. */
  reading: 'open' | 'ended'
  /** Null where the capture names no account. */
  sellerId: string | null
  sellerSource: string | null
  statedBy: StatedBy | null
  companyIds: Stated[]
  storeNumbers: Stated[]
  names: Stated[]
  countries: Stated[]
  traderStatuses: Stated[]
  storeOpened: Stated[]
  contacts: Contact[]
  /** Identities of the pictures that the listing shows. */
  pictureHashes: string[]
  /** Country that the page shipped to, as it says. */
  shipTo: string | null
  price: Money | null
  sold: string | null
}

/** The kinds of what two sellers may have in common. */
export const linkKinds = ['company', 'licence', 'email', 'phone', 'picture', 'name'] as const
export type LinkKind = (typeof linkKinds)[number]

/** What two sellers may have in common, e.g. "company:234567890". */
export type LinkKey = `${LinkKind}:${string}`

export const linkKey = (kind: LinkKind, value: string): LinkKey => `${kind}:${value}`

/** @throws Error for what no `linkKey` made */
export function readLinkKey(key: string): { kind: LinkKind; value: string } {
  const at = key.indexOf(':')
  const kind = linkKinds.find((known) => known === key.slice(0, at))
  if (!kind) throw new Error(`"${key}" is no key of a link.`)
  return { kind, value: key.slice(at + 1) }
}
