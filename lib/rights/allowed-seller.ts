import type { AllowedSeller, CalendarDate, Right } from './right.ts'

/** The seller of a listing as far as the pages named them. */
export interface SellerKeys {
  sellerId: string | null
  storeNumbers: readonly string[]
}

/** The entry that allows this seller today, or null. Never by name: names are free text. */
export function allowedSellerOf(
  { allowedSellers }: Pick<Right, 'allowedSellers'>,
  { sellerId, storeNumbers }: SellerKeys,
  today: CalendarDate,
): AllowedSeller | null {
  return (
    allowedSellers.find(
      (allowed) =>
        (allowed.until === null || allowed.until >= today) &&
        ((allowed.sellerId !== null && allowed.sellerId === sellerId) ||
          (allowed.storeNumber !== null && storeNumbers.includes(allowed.storeNumber))),
    ) ?? null
  )
}
