import { useLiveQuery } from 'dexie-react-hooks'
import { ArrowLeft, FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import { csvText, type FigureTable } from '../../lib/insights/figure-table.ts'
import type { Member } from '../../lib/insights/member.ts'
import { canonicalItemUrl } from '../../lib/site/item-id.ts'
import { caseHash } from '../tracking/follow-up-view.ts'
import { followUpWords } from '../tracking/words.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { type FigurePlace, insightsHash } from './insights-view.ts'
import type { InsightsServices } from './services.ts'
import type { SavingProps } from './use-saving.ts'
import { insightWords } from './words.ts'

const words = insightWords.behind

interface BehindViewProps extends SavingProps {
  services: InsightsServices
  tables: readonly FigureTable[]
  place: FigurePlace
  /** False while captures are still read, which may change what is counted for whom. */
  isSettled: boolean
}

/** The listings that one number counts. */
export function BehindView({ services, tables, place, isSettled, saving, view }: BehindViewProps) {
  const table = tables.find(({ id }) => id === place.table)
  const row = table?.rows.find(({ key }) => key === place.row)
  const at = table?.columns.findIndex(({ key }) => key === place.column) ?? -1
  const members = row?.cells[at]?.members ?? null
  const column = table?.columns[at]?.label ?? ''
  return (
    <main className="mx-auto flex w-full max-w-4xl flex-col gap-4 px-4 py-6 sm:px-6">
      <a
        href={insightsHash(view.choice)}
        className="inline-flex min-h-6 items-center gap-1.5 self-start text-accent underline underline-offset-2"
      >
        <ArrowLeft size={14} aria-hidden className="rtl:-scale-x-100" />
        {words.back}
      </a>
      <div>
        <PageHeading tabTitle={words.tabTitle}>
          {row && members ? words.title(row.label, column) : isSettled ? words.gone : insightWords.reading}
        </PageHeading>
        {table && (
          <p className="mt-1 text-ink-soft">{words.lead(table.title, insightWords.spanDays(view.days))}</p>
        )}
      </div>
      {members ? (
        <Members services={services} saving={saving} view={view} members={members} />
      ) : (
        isSettled && <Notice tone="plain">{words.goneText}</Notice>
      )}
    </main>
  )
}

/** Rows that are shown at once. */
const fewMembers = 200

const standingWords = { ...followUpWords.line, ...insightWords.verdict }

type MembersProps = SavingProps & { services: InsightsServices; members: readonly Member[] }

function Members({ services, members, saving, view }: MembersProps) {
  const [most, setMost] = useState(fewMembers)
  const sorted = members.toSorted((one, other) => other.on.localeCompare(one.on))
  const shown = sorted.slice(0, most)
  const { reader } = services
  const shownIds = shown.map(({ comId }) => comId)
  const titles = useLiveQuery(() => reader.titles(shownIds), [reader, shownIds.join()])
  const saveCsv = () =>
    saving.save(insightWords.fileName(words.csvName, view.choice, 'csv'), async () => {
      const all = await reader.titles(sorted.map(({ comId }) => comId))
      const lines = sorted.map(({ comId, on, standing, complaintId, captureId }) => [
        ...[comId, all.get(comId) ?? null, canonicalItemUrl(comId), on, standingWords[standing]],
        ...[complaintId, captureId],
      ])
      return new Blob([csvText([words.csvHeads, ...lines])], { type: 'text/csv' })
    })
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <p className="font-medium tabular-nums">{words.listings(members.length)}</p>
        <Button size="small" disabled={saving.isBusy} onClick={saveCsv}>
          <FileSpreadsheet size={14} aria-hidden />
          {insightWords.csv}
        </Button>
      </div>
      <ul aria-label={words.entries} className="flex flex-col rounded-lg border border-line">
        {shown.map((member) => (
          <Row
            key={`${member.comId} ${member.complaintId ?? ''} ${member.on}`}
            member={member}
            title={titles?.get(member.comId) ?? words.untitled(member.comId)}
            addresses={services.addresses}
          />
        ))}
      </ul>
      {sorted.length > most && (
        <Button className="self-start" onClick={() => setMost(most + fewMembers)}>
          {words.more(Math.min(fewMembers, sorted.length - most))}
        </Button>
      )}
    </>
  )
}

const link = 'inline-flex min-h-6 items-center text-accent underline underline-offset-2'

function Row({
  member: { comId, on, standing, complaintId, captureId },
  title,
  addresses,
}: {
  member: Member
  title: string
  addresses: InsightsServices['addresses']
}) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-line px-3 py-2 not-first:border-t">
      <span className="min-w-0 flex-1 basis-60">
        <bdi className="block break-words">{title}</bdi>
        <span className="block text-xs text-ink-soft tabular-nums">
          {words.item(comId)} · {on} · {standingWords[standing]}
        </span>
      </span>
      <span className="flex gap-3">
        {complaintId !== null && (
          <a href={caseHash(complaintId)} aria-label={words.caseOf(title)} className={link}>
            {words.case}
          </a>
        )}
        <a
          href={captureId === null ? addresses.captures(comId) : addresses.capture(captureId)}
          aria-label={words.evidenceOf(title)}
          className={link}
        >
          {words.evidence}
        </a>
      </span>
    </li>
  )
}
