import { type LinkKey, type LinkKind, readLinkKey } from './seller-trace.ts'

/** That captures of a seller state something: one of them. */
export interface Statement {
  sellerId: string
  captureId: string
}

/** One reason why two sellers may be the same. */
export interface LinkReason {
  kind: LinkKind
  value: string
  /** One capture of each that states it. */
  ownCaptureId: string
  otherCaptureId: string
  /** How many sellers state it: pictures are copied by many. */
  sellers: number
}

/**
 * Another seller with something in common.
 * - `strong`: company, licence or contact data are equal.
 * - `picture`: pictures are, which may mean no more than that one copied the other.
 * - `name`: nothing but the name is; names are free text, and this is no sign that they are the same.
 */
export interface LinkedSeller {
  sellerId: string
  strength: 'strong' | 'picture' | 'name'
  reasons: LinkReason[]
}

const order = { strong: 0, picture: 1, name: 2 } as const
const strongKinds: ReadonlySet<LinkKind> = new Set(['company', 'licence', 'email', 'phone'])

/** Sellers that have something in common with this one, best reason first. Nobody is merged. */
export function linkSellers(
  sellerId: string,
  stating: ReadonlyMap<LinkKey, readonly Statement[]>,
): LinkedSeller[] {
  const reasonsOf = new Map<string, LinkReason[]>()
  for (const [key, statements] of stating) {
    const own = statements.find((statement) => statement.sellerId === sellerId)
    if (!own) continue
    const { kind, value } = readLinkKey(key)
    const bySeller = new Map(statements.toReversed().map((statement) => [statement.sellerId, statement]))
    for (const [otherId, other] of bySeller) {
      if (otherId === sellerId) continue
      const reason: LinkReason = {
        kind,
        value,
        ownCaptureId: own.captureId,
        otherCaptureId: other.captureId,
        sellers: bySeller.size,
      }
      reasonsOf.set(otherId, [...(reasonsOf.get(otherId) ?? []), reason])
    }
  }
  return [...reasonsOf]
    .map(
      ([otherId, reasons]): LinkedSeller => ({
        sellerId: otherId,
        strength: strengthOf(reasons),
        reasons: reasons.sort((one, other) => rank(one) - rank(other) || one.sellers - other.sellers),
      }),
    )
    .sort(
      (one, other) =>
        order[one.strength] - order[other.strength] ||
        other.reasons.length - one.reasons.length ||
        (one.sellerId < other.sellerId ? -1 : 1),
    )
}

const rank = ({ kind }: LinkReason) => (strongKinds.has(kind) ? 0 : kind === 'picture' ? 1 : 2)

function strengthOf(reasons: readonly LinkReason[]): LinkedSeller['strength'] {
  if (reasons.some(({ kind }) => strongKinds.has(kind))) return 'strong'
  return reasons.some(({ kind }) => kind === 'picture') ? 'picture' : 'name'
}
