import { expect, test } from 'vitest'
import { findSellers, type SellerFilter } from '../../../lib/sellers/find-sellers.ts'
import { foldSeller } from '../../../lib/sellers/fold-seller.ts'
import { harmOf } from '../../../lib/sellers/seller-harm.ts'
import type { SellerList } from '../../../lib/sellers/seller-mark.ts'
import type { ListedSeller } from '../../../lib/sellers/seller-reader.ts'
import { buildFiledLine, buildTrace } from '../../support/seller-traces.ts'

function listed(sellerId: string, name: string | null, open: number, list: SellerList | null): ListedSeller {
  const seller = foldSeller(
    Array.from({ length: open + 1 }, (_, at) =>
      buildTrace({
        captureId: `${sellerId}-${at}`,
        sellerId,
        comId: `${sellerId}${at}`,
        seenAtMs: Number(sellerId),
        names: name === null ? [] : [{ value: name, source: 'x' }],
      }),
    ),
  )
  if (!seller) throw new Error('no seller')
  const filed = Array.from({ length: open }, (_, at) => buildFiledLine(`${sellerId}${at}`))
  const mark = list && { sellerId, list, note: 'licensed by Acme', setAtMs: 1 }
  return { seller, mark, harm: harmOf(seller.listings, filed, new Set()) }
}

const sellers = [
  listed('30001', 'Ａlpha Store', 1, null),
  listed('30002', null, 3, 'deny'),
  listed('30003', 'Beta Store', 0, 'allow'),
]
const find = (filter: Partial<SellerFilter>) =>
  findSellers(sellers, { text: '', sort: 'harm', list: 'all', ...filter }).map(
    ({ seller }) => seller.sellerId,
  )

test.each<[Partial<SellerFilter>, string[]]>([
  [{}, ['30002', '30001', '30003']],
  [{ sort: 'name' }, ['30001', '30003', '30002']],
  [{ sort: 'last-seen' }, ['30003', '30002', '30001']],
  [{ sort: 'listings' }, ['30002', '30001', '30003']],
  [{ list: 'deny' }, ['30002']],
  [{ text: 'alpha' }, ['30001']],
  [{ text: 'STORE acme' }, ['30003']],
  [{ text: '300022' }, ['30002']],
  [{ text: 'nothing' }, []],
])('%j', (filter, found) => {
  expect(find(filter)).toEqual(found)
})
