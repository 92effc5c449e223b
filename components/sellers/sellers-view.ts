import { type SellerFilter, sellerSorts } from '../../lib/sellers/find-sellers.ts'
import { sellerLists } from '../../lib/sellers/seller-mark.ts'
import { type LinkKind, linkKinds } from '../../lib/sellers/seller-trace.ts'

/** The pages about sellers, as the address names them. */
export type SellersView =
  | { view: 'list'; filter: SellerFilter }
  | { view: 'seller'; sellerId: string }
  | ({ view: 'graph' } & GraphView)

/** The graph of links: between all sellers, or of one with others. */
export interface GraphView {
  sellerId: string | null
  kinds: LinkKind[]
}

/** Equal names are no sign of anything: a person asks for them. */
const usualKinds: readonly LinkKind[] = linkKinds.filter((kind) => kind !== 'name')

const sellerIdPattern = /^[1-9]\d{4,14}$/

/** Reads what `sellersHash` and `sellerHash` write; null for anything else. */
export function readSellersView(path: string, parameters: URLSearchParams): SellersView | null {
  if (path === 'sellers') return { view: 'list', filter: readFilter(parameters) }
  if (path === 'sellers/graph') return readGraph(parameters)
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

function readGraph(parameters: URLSearchParams): SellersView | null {
  const sellerId = parameters.get('seller')
  if (sellerId !== null && !sellerIdPattern.test(sellerId)) return null
  const stated = parameters.get('kinds')
  const kinds =
    stated === null ? [...usualKinds] : linkKinds.filter((kind) => stated.split('.').includes(kind))
  return { view: 'graph', sellerId, kinds }
}

/** E.g. `#/sellers/graph?seller=2679000001&kinds=company.name`. */
export function graphHash(sellerId: string | null, kinds: readonly LinkKind[] = usualKinds): string {
  const parameters = new URLSearchParams()
  if (sellerId !== null) parameters.set('seller', sellerId)
  const named = linkKinds.filter((kind) => kinds.includes(kind))
  if (named.join() !== usualKinds.join()) parameters.set('kinds', named.join('.'))
  return parameters.size > 0 ? `#/sellers/graph?${parameters}` : '#/sellers/graph'
}
