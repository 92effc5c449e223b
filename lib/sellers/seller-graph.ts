import type { Statement } from './seller-links.ts'
import { type LinkKey, type LinkKind, linkKinds, readLinkKey } from './seller-trace.ts'

/**
 * Something that several sellers have in common, with one capture of each that states it. What the same sellers
 * share of the same kind is one tie: ten equal pictures say little more than one.
 */
export interface SellerTie {
  /** Unlike every other tie's. */
  tieId: string
  kind: LinkKind
  /** At least one. */
  values: string[]
  /** At least two, by account; captures that state the first value. */
  stating: Statement[]
}

/** Ties of what is stated, the strongest kind first, then those of few sellers: what few share says more. */
export function sellerTies(stating: ReadonlyMap<LinkKey, readonly Statement[]>): SellerTie[] {
  const ties = new Map<string, SellerTie>()
  for (const [key, statements] of stating) {
    const bySeller = new Map(statements.toReversed().map((statement) => [statement.sellerId, statement]))
    if (bySeller.size < 2) continue
    const { kind, value } = readLinkKey(key)
    const own = [...bySeller.values()].sort((one, other) => (one.sellerId < other.sellerId ? -1 : 1))
    const tieId = `${kind}:${own.map(({ sellerId }) => sellerId).join(' ')}`
    const known = ties.get(tieId)
    if (known) known.values.push(value)
    else ties.set(tieId, { tieId, kind, values: [value], stating: own })
  }
  return [...ties.values()].sort(
    (one, other) =>
      linkKinds.indexOf(one.kind) - linkKinds.indexOf(other.kind) ||
      one.stating.length - other.stating.length ||
      (one.tieId < other.tieId ? -1 : 1),
  )
}

/** Sellers and ties that are drawn, and how many are not: they stand in the table alone. */
export interface DrawnGraph {
  sellerIds: string[]
  ties: SellerTie[]
  left: { sellers: number; ties: number }
}

/** Sellers and ties that are drawn at most, each: a drawing of more is a grey cloud. */
const mostDrawn = 300

/** What is drawn of these ties: in their order, as long as there is room for all sellers of a tie. */
export function drawnGraph(ties: readonly SellerTie[], most = mostDrawn): DrawnGraph {
  const drawn = new Set<string>()
  const all = new Set<string>()
  const taken: SellerTie[] = []
  for (const tie of ties) {
    const ids = tie.stating.map(({ sellerId }) => sellerId)
    for (const sellerId of ids) all.add(sellerId)
    const added = ids.filter((sellerId) => !drawn.has(sellerId))
    if (drawn.size + added.length > most || taken.length >= most) continue
    for (const sellerId of added) drawn.add(sellerId)
    taken.push(tie)
  }
  const left = { sellers: all.size - drawn.size, ties: ties.length - taken.length }
  return { sellerIds: [...drawn], ties: taken, left }
}

/**
 * Collects what captures of all sellers state, and keeps what more than one seller does. A statement that is alone
 * takes two texts: there are hundreds of thousands of pictures.
 */
export class StatementCollector {
  private readonly alone = new Map<LinkKey, Statement>()
  private readonly shared = new Map<LinkKey, Map<string, Statement>>()

  add(sellerId: string, captureId: string, keys: readonly LinkKey[]): void {
    for (const key of keys) {
      const shared = this.shared.get(key)
      if (shared) {
        if (!shared.has(sellerId)) shared.set(sellerId, { sellerId, captureId })
        continue
      }
      const first = this.alone.get(key)
      if (!first) this.alone.set(key, { sellerId, captureId })
      else if (first.sellerId !== sellerId) {
        this.alone.delete(key)
        this.shared.set(
          key,
          new Map([
            [first.sellerId, first],
            [sellerId, { sellerId, captureId }],
          ]),
        )
      }
    }
  }

  stating(): Map<LinkKey, Statement[]> {
    return new Map([...this.shared].map(([key, bySeller]) => [key, [...bySeller.values()]]))
  }
}

/** How far the reading is; `ties` and `names` (by account) with the last step alone. */
export interface ReadGraph {
  read: number
  of: number
  graph: { ties: SellerTie[]; names: Map<string, string | null> } | null
}

/** Port: reads what sellers have in common: all of them, or one (`sellerId`) with others. */
export interface SellerGraphReader {
  ties(sellerId: string | null, signal: AbortSignal): AsyncIterable<ReadGraph>
}
