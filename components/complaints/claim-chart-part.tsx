import { Plus, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ClaimChartRow } from '../../lib/complaints/complaint.ts'
import type { ListingPicture } from '../../lib/complaints/complaint-reader.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { SelectField, TextAreaField } from '../ui/field.tsx'
import type { AnswersPartProps } from './answers-part-props.ts'
import { listingTitle } from './complaint-names.ts'
import { Question } from './draft-frame.tsx'
import { draftWords as words } from './draft-words.ts'
import { StoredPicture } from './stored-picture.tsx'

/** So many listings' pictures are offered: a chart is about one product. */
const offeredListings = 20

/** The infringement analysis: feature by feature of the right's claims, and where the product shows it. */
export function ClaimChartPart({ right, lines, answers, services, onChange }: AnswersPartProps) {
  const claims = right?.ipType === 'patent' ? right.claims : []
  const [pictures, setPictures] = useState<Array<ListingPicture & { label: string }>>([])
  useEffect(() => {
    let isLeft = false
    const offered = lines.slice(0, offeredListings)
    Promise.all(offered.map(({ facts }) => services.reader.pictures(facts.comId))).then((found) => {
      if (isLeft) return
      setPictures(
        found.flatMap((all, at) =>
          all.map((picture) => {
            const facts = offered[at]?.facts
            return { ...picture, label: `${facts ? listingTitle(facts).slice(0, 40) : ''}: ${picture.name}` }
          }),
        ),
      )
    })
    return () => {
      isLeft = true
    }
  }, [services, lines])
  const rows = answers.claimChart
  const change = (at: number, part: Partial<ClaimChartRow>) =>
    onChange({ claimChart: rows.map((row, index) => (index === at ? { ...row, ...part } : row)) })
  const claimChoices = (claims.length > 0 ? claims : ['']).map((text, index) => ({
    value: String(index + 1),
    label: words.claimNumber(index + 1, text.slice(0, 60)),
  }))
  return (
    <Question legend={words.claimChart} field="claim-chart">
      <p className="text-xs text-ink-soft">{words.claimChartHint}</p>
      <ol className="flex flex-col gap-3">
        {rows.map((row, at) => {
          const picture = pictures.find(({ sha256 }) => sha256 === row.pictureSha256)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id, and only the place tells them apart
            <li key={at} className="grid gap-2 rounded-lg border border-line p-3 sm:grid-cols-2">
              <SelectField
                label={words.claim(at + 1)}
                value={String(row.claim)}
                choices={claimChoices}
                onChange={(event) => change(at, { claim: Number(event.target.value) })}
              />
              <SelectField
                label={words.chartPicture(at + 1)}
                value={row.pictureSha256 ?? ''}
                choices={[
                  { value: '', label: words.noPicture },
                  ...pictures.map(({ sha256, label }) => ({ value: sha256, label })),
                ]}
                onChange={(event) => change(at, { pictureSha256: event.target.value || null })}
              />
              <TextAreaField
                label={words.feature(at + 1)}
                rows={2}
                maxLength={3000}
                value={row.feature}
                onChange={(event) => change(at, { feature: event.target.value })}
              />
              <TextAreaField
                label={words.seenWhere(at + 1)}
                rows={2}
                maxLength={3000}
                value={row.seen}
                onChange={(event) => change(at, { seen: event.target.value })}
              />
              <div className="flex items-end justify-between gap-2 sm:col-span-2">
                {picture ? (
                  <StoredPicture
                    read={services.readBytes}
                    picture={picture}
                    alt={picture.label}
                    className="max-h-32 max-w-full rounded border border-line"
                  />
                ) : (
                  <span />
                )}
                <IconButton
                  label={words.removeRow(at + 1)}
                  icon={<Trash2 size={15} aria-hidden />}
                  onClick={() => onChange({ claimChart: rows.filter((_, index) => index !== at) })}
                />
              </div>
            </li>
          )
        })}
      </ol>
      <Button
        className="self-start"
        onClick={() =>
          onChange({
            claimChart: [
              ...rows,
              { claim: rows.at(-1)?.claim ?? 1, feature: '', seen: '', pictureSha256: null },
            ],
          })
        }
      >
        <Plus size={15} aria-hidden />
        {words.addRow}
      </Button>
    </Question>
  )
}
