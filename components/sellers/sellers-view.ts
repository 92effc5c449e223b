import { type SellerFilter, sellerSorts } from '../../lib/sellers/find-sellers.ts'
import { sellerLists } from '../../lib/sellers/seller-mark.ts'

/** The pages about sellers, as the address names them. */
export type SellersView = { view: 'list'; filter: SellerFilter } | { view: 'seller'; sellerId: string }

const sellerIdPattern = /^[1-9]\d{4,14}$/

/** Reads what `sellersHash` and `sellerHash` write; null for anything else. */
export function readSellersView(path: string, parameters: URLSearchParams): SellersView | null {
  if (path === 'sellers') return { view: 'list', filter: readFilter(parameters) }
  const sellerId = /^sellers\/([^/]+)$/.exec(path)?.[1] ?? ''
  return sellerIdPattern.test(sellerId) ? { view: 'seller', sellerId } : null
}

function readFilter(parameters: URLSearchParams): SellerFilter {
  const [sort, list] = [parameters.get('sort'), parameters.get('list')]
  return {
    text: parameters.get('find') ?? '',
    sort: sellerSorts.find((known) => known === sort) ?? 'harm',
    list: sellerLists.find((known) => known === list) ?? 'all',
  }
}

/** E.g. `#/sellers?find=bottle&sort=name&list=watch`. */
export function sellersHash({ text, sort, list }: SellerFilter): string {
  const parameters = new URLSearchParams()
  if (text !== '') parameters.set('find', text)
  if (sort !== 'harm') parameters.set('sort', sort)
  if (list !== 'all') parameters.set('list', list)
  return parameters.size > 0 ? `#/sellers?${parameters}` : '#/sellers'
}

export const sellerHash = (sellerId: string): string => `#/sellers/${sellerId}`
