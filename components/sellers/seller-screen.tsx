import { useLiveQuery } from 'dexie-react-hooks'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PortalRules } from '../../lib/complaints/portal-rules.ts'
import { calendarDateOf } from '../../lib/rights/expiry.ts'
import { currentName, isFromCardsAlone } from '../../lib/sellers/fold-seller.ts'
import { penaltyCases } from '../../lib/sellers/penalty-cases.ts'
import type { SellerRecord } from '../../lib/sellers/seller-reader.ts'
import { LoadingPage } from '../ui/loading-page.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { ToastRegion, useToast } from '../ui/toast.tsx'
import { HarmPart } from './harm-part.tsx'
import { IdentityPart } from './identity-part.tsx'
import { LinksPart } from './links-part.tsx'
import { ListingsPart } from './listings-part.tsx'
import { MarkBadge } from './mark-badge.tsx'
import { MarkPart } from './mark-part.tsx'
import { PenaltyPart } from './penalty-part.tsx'
import { CountersPart, PicturesPart } from './record-parts.tsx'
import { ReportPart } from './report-part.tsx'
import type { SellersServices } from './services.ts'
import { useCaughtUp } from './use-caught-up.ts'
import { words } from './words.ts'

/** Everything about one seller. */
export function SellerScreen({ services, sellerId }: { services: SellersServices; sellerId: string }) {
  const caughtUp = useCaughtUp(services)
  const { reader, addresses } = services
  const read = useLiveQuery(
    async () => ({ record: await reader.seller(sellerId), rules: await services.rules() }),
    [reader, services, sellerId],
  )
  const isUnknown = read?.record === null && caughtUp.isEnded
  return (
    <main className="mx-auto flex w-full max-w-6xl flex-col gap-4 px-4 py-6 sm:px-6">
      <a
        href={addresses.list()}
        className="inline-flex items-center gap-1 self-start text-accent hover:underline"
      >
        <ArrowLeft size={14} aria-hidden />
        {words.toList}
      </a>
      {caughtUp.failure && <Notice tone="danger">{caughtUp.failure.message}</Notice>}
      {!read?.record && !isUnknown && <LoadingPage label={words.reading} />}
      {isUnknown && (
        <>
          <PageHeading tabTitle={words.sellerTabTitle(sellerId)}>{words.missingTitle}</PageHeading>
          <Notice tone="warn">{words.missing}</Notice>
        </>
      )}
      {read?.record && <Known services={services} record={read.record} rules={read.rules} />}
    </main>
  )
}

interface KnownProps {
  services: SellersServices
  record: SellerRecord
  rules: PortalRules
}

function Known({ services, record, rules }: KnownProps): ReactNode {
  const { seller, mark } = record
  const toast = useToast()
  const name = currentName(seller) ?? words.unnamed
  const { wallMs, offsetMinutes } = services.clock()
  const today = calendarDateOf(wallMs, offsetMinutes)
  return (
    <>
      <header>
        <PageHeading tabTitle={words.sellerTabTitle(name)} className="break-words">
          <span dir="auto">{name}</span>
        </PageHeading>
        <p className="flex flex-wrap items-center gap-x-3 text-ink-soft tabular-nums">
          {words.account(seller.sellerId)} · {words.listings(seller.listings.length)}
          {mark && <MarkBadge list={mark.list} />}
        </p>
      </header>
      {isFromCardsAlone(seller) && <Notice tone="warn">{words.fromCards}</Notice>}
      {record.looseCaptureIds.length > 0 && (
        <Notice tone="plain">{words.loose(record.looseCaptureIds.length)}</Notice>
      )}
      <MarkPart services={services} sellerId={seller.sellerId} mark={mark} show={toast.show} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <HarmPart harm={record.harm} />
        <PenaltyPart cases={penaltyCases(record.filed, rules)} today={today} />
      </div>
      <IdentityPart seller={seller} address={services.addresses.capture} />
      <ListingsPart records={record.listings} addresses={services.addresses} />
      <CountersPart notices={record.counterNotices} addresses={services.addresses} />
      <LinksPart sellerId={seller.sellerId} links={record.links} addresses={services.addresses} />
      <PicturesPart pictures={record.pictures} addresses={services.addresses} />
      <ReportPart services={services} record={record} today={today} show={toast.show} />
      <ToastRegion toast={toast} dismissLabel={words.dismiss} />
    </>
  )
}
