import { useMemo } from 'react'
import { type GraphServices, SellerGraphScreen } from '../../components/sellers/seller-graph-screen.tsx'
import { type GraphView, graphHash, sellerHash } from '../../components/sellers/sellers-view.ts'
import type { DocketDatabase } from '../../lib/storage/database.ts'
import { dexieSellerGraph } from '../../lib/storage/dexie-seller-graph.ts'
import { dexieSellerIndex } from '../../lib/storage/dexie-seller-index.ts'
import { captureHash } from './route.ts'

/** Joins the graph of links to the database. */
const graphServices = (database: DocketDatabase): GraphServices => ({
  graph: dexieSellerGraph(database),
  index: dexieSellerIndex(database),
  readOnlyBecause: database.readOnlyBecause,
  addresses: {
    list: '#/sellers',
    graph: graphHash(null),
    seller: sellerHash,
    capture: (captureId) => captureHash(captureId),
  },
  open: (hash) => {
    location.hash = hash
  },
  keepKinds: (sellerId, kinds) => history.replaceState(null, '', graphHash(sellerId, kinds)),
})

export function SellerGraphPage({ database, view }: { database: DocketDatabase; view: GraphView }) {
  const services = useMemo(() => graphServices(database), [database])
  return <SellerGraphScreen services={services} sellerId={view.sellerId} kinds={view.kinds} />
}
