import { ArrowLeft, Share2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Failure } from '../../lib/core/result.ts'
import type { SellerGraphReader, SellerTie } from '../../lib/sellers/seller-graph.ts'
import type { SellerIndex } from '../../lib/sellers/seller-index.ts'
import { type LinkKind, linkKinds } from '../../lib/sellers/seller-trace.ts'
import { linkLook } from '../ui/link-look.ts'
import { LoadingPage } from '../ui/loading-page.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { words } from './graph-words.ts'
import { SellerGraphDrawing } from './seller-graph-drawing.tsx'
import { SellerTiesTable } from './seller-ties-table.tsx'
import { useCaughtUp } from './use-caught-up.ts'
import { useSellerGraph } from './use-seller-graph.ts'

/** What the graph of links needs of the world around it. */
export interface GraphServices {
  graph: SellerGraphReader
  index: SellerIndex
  readOnlyBecause: Failure | null
  addresses: {
    list: string
    graph: string
    seller(sellerId: string): string
    capture(captureId: string): string
  }
  open(hash: string): void
  /** Keeps the choice in the address, so that a reload shows the same. */
  keepKinds(sellerId: string | null, kinds: readonly LinkKind[]): void
}

interface SellerGraphScreenProps {
  services: GraphServices
  /** Links of this seller with others; null for all. */
  sellerId: string | null
  kinds: LinkKind[]
}

/** What sellers have in common, drawn and as a table. */
export function SellerGraphScreen({ services, sellerId, kinds: wanted }: SellerGraphScreenProps) {
  const [kinds, setKinds] = useState<readonly LinkKind[]>(wanted)
  const caughtUp = useCaughtUp(services)
  const { step, failure } = useSellerGraph(services.graph, sellerId, caughtUp.isEnded)
  const graph = step?.graph ?? null
  const shown = useMemo(() => graph?.ties.filter(({ kind }) => kinds.includes(kind)) ?? [], [graph, kinds])
  const nameOf = (id: string) => graph?.names.get(id) ?? words.unnamed
  const progress = caughtUp.progress ?? (graph ? null : step)
  const change = (next: readonly LinkKind[]) => {
    setKinds(next)
    services.keepKinds(sellerId, next)
  }
  return (
    <main className="mx-auto flex w-full max-w-6xl flex-col gap-4 px-4 py-6 sm:px-6">
      <a
        href={services.addresses.list}
        className="inline-flex items-center gap-1 self-start text-accent hover:underline"
      >
        <ArrowLeft size={14} aria-hidden />
        {words.toSellers}
      </a>
      <header>
        <PageHeading tabTitle={words.tabTitle} className="break-words">
          <span dir="auto">{sellerId === null ? words.title : words.ofSeller(nameOf(sellerId))}</span>
        </PageHeading>
        <p className="mt-1 max-w-prose text-ink-soft">{words.lead}</p>
        {sellerId !== null && (
          <p className="mt-2 flex flex-wrap gap-2">
            <a href={services.addresses.seller(sellerId)} className={linkLook}>
              {words.toSeller}
            </a>
            <a href={services.addresses.graph} className={linkLook}>
              {words.toAll}
            </a>
          </p>
        )}
      </header>
      {[caughtUp.failure, failure].map(
        (each) =>
          each && (
            <Notice key={each.code} tone="danger">
              {each.message}
            </Notice>
          ),
      )}
      <p role="status" className="text-xs text-ink-soft tabular-nums">
        {progress ? words.progress(progress.read, progress.of) : graph && statusWords(shown)}
      </p>
      {!graph && !failure && <LoadingPage label={words.reading} />}
      {graph?.ties.length === 0 && (
        <div className="flex flex-col items-center gap-3 p-8 text-center">
          <Share2 size={40} aria-hidden className="text-line-strong" />
          <h2 className="text-base font-semibold">{words.emptyTitle}</h2>
          <p className="max-w-md text-ink-soft text-balance">{words.empty}</p>
        </div>
      )}
      {graph && graph.ties.length > 0 && (
        <>
          <KindChoice ties={graph.ties} kinds={kinds} onChange={change} />
          {shown.length === 0 ? (
            <p>{words.noneChosen}</p>
          ) : (
            <>
              <SellerGraphDrawing
                ties={shown}
                nameOf={nameOf}
                onOpen={(id) => services.open(services.addresses.seller(id))}
              />
              <SellerTiesTable ties={shown} nameOf={nameOf} addresses={services.addresses} />
            </>
          )}
        </>
      )}
    </main>
  )
}

const statusWords = (ties: readonly SellerTie[]): string =>
  words.status(ties.length, new Set(ties.flatMap(({ stating }) => stating.map((one) => one.sellerId))).size)

interface KindChoiceProps {
  ties: readonly SellerTie[]
  kinds: readonly LinkKind[]
  onChange(kinds: LinkKind[]): void
}

function KindChoice({ ties, kinds, onChange }: KindChoiceProps) {
  return (
    <fieldset>
      <legend className="font-medium">{words.kinds}</legend>
      <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {linkKinds.map((kind) => {
          const many = ties.filter((tie) => tie.kind === kind).length
          return (
            <label key={kind} className="flex min-h-7 items-center gap-2">
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                onChange={({ target }) =>
                  onChange(
                    linkKinds.filter((each) => (each === kind ? target.checked : kinds.includes(each))),
                  )
                }
                className="size-4 accent-accent"
              />
              {words.kindChoice(words.kind[kind], many)}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
