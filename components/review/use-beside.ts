import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import type { ListingPicture } from '../../lib/complaints/complaint-reader.ts'
import { proposeRights, type RightProposal } from '../../lib/complaints/propose-right.ts'
import type { ReviewRow } from '../../lib/queue/review/review-reader.ts'
import type { SellerRecord } from '../../lib/sellers/seller-reader.ts'
import { type Known, readKnown } from '../complaints/read-known.ts'
import type { ReviewServices } from './services.ts'

/** What stands beside a listing. Undefined where it is still read. */
export interface Beside {
  known: Known | undefined
  pictures: readonly ListingPicture[] | undefined
  proposals: readonly RightProposal[]
  seller: SellerRecord | null | undefined
}

/** Pictures, seller and fitting rights of the listing that is shown; never those of the one before. */
export function useBeside(services: ReviewServices, row: ReviewRow | null): Beside {
  const { listings, sellers, rights, rules, clock } = services
  const comId = row?.flag.comId ?? null
  const sellerId = row?.listing?.sellerId ?? null
  const known = useLiveQuery(() => readKnown({ rights, rules, clock }), [rights, rules, clock])
  const read = useLiveQuery(async () => {
    if (comId === null) return null
    const [pictures, [facts]] = await Promise.all([listings.pictures(comId), listings.facts([comId])])
    return { comId, pictures, facts }
  }, [listings, comId])
  const seller = useLiveQuery(
    async () => ({ sellerId, record: sellerId === null ? null : await sellers.seller(sellerId) }),
    [sellers, sellerId],
  )
  const own = read && read.comId === comId ? read : undefined
  const ipType = row?.flag.ipType ?? null
  const facts = own?.facts
  const proposals = useMemo(
    () => (known && facts ? proposeRights(facts, ipType, known) : []),
    [known, facts, ipType],
  )
  return {
    known,
    pictures: own?.pictures,
    proposals,
    seller: seller && seller.sellerId === sellerId ? seller.record : undefined,
  }
}
