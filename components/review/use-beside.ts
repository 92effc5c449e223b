import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useMemo, useState } from 'react'
import type { ListingPicture } from '../../lib/complaints/complaint-reader.ts'
import { proposeRights, type RightProposal } from '../../lib/complaints/propose-right.ts'
import type { ReviewRow } from '../../lib/queue/review/review-reader.ts'
import { readSellerOf } from '../../lib/sellers/seller-index.ts'
import type { SellerRecord } from '../../lib/sellers/seller-reader.ts'
import { type Known, readKnown } from '../complaints/read-known.ts'
import type { ReviewServices } from './services.ts'

/** What stands beside a listing. Undefined where it is still read. */
export interface Beside {
  known: Known | undefined
  pictures: readonly ListingPicture[] | undefined
  proposals: readonly RightProposal[]
  seller: SellerRecord | null | undefined
  /** Captures are still to be read for what they say of sellers: the record may grow. */
  isSellerBehind: boolean
}

/** Pictures, seller and fitting rights of the listing that is shown; never those of the one before. */
export function useBeside(
  services: ReviewServices,
  row: ReviewRow | null,
  onFailure: (error: unknown) => void,
): Beside {
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
  const isSellerBehind = useSellerReading(services, comId, onFailure)
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
    isSellerBehind,
  }
}

/**
 * Reads the captures of the listing that is shown for their sellers, and says whether others are still unread. Those
 * are left to the background: reading a hundred thousand here would keep the next judgement waiting.
 */
function useSellerReading(
  { index, readOnlyBecause }: ReviewServices,
  comId: string | null,
  onFailure: (error: unknown) => void,
): boolean {
  const [isBehind, setBehind] = useState(false)
  useEffect(() => {
    if (comId === null || readOnlyBecause) return
    let isLeft = false
    const run = async () => {
      await readSellerOf(index, comId)
      const behind = await index.isBehind()
      if (!isLeft) setBehind(behind)
    }
    run().catch(onFailure)
    return () => {
      isLeft = true
    }
  }, [index, readOnlyBecause, comId, onFailure])
  return isBehind
}
