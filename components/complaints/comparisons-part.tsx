import { Plus, Trash2 } from 'lucide-react'
import { IconButton } from '../ui/button.tsx'
import type { AnswersPartProps } from './answers-part-props.ts'
import { listingTitle } from './complaint-names.ts'
import { draftWords as words } from './draft-words.ts'
import { StoredPicture } from './stored-picture.tsx'

/** Comparisons of the complaint, each a way to its page. */
export function ComparisonsPart({
  complaintId,
  reason,
  lines,
  answers,
  services,
  onChange,
}: AnswersPartProps) {
  const factsOf = new Map(lines.map(({ facts }) => [facts.comId, facts]))
  const isDesign = reason.demands.includes('design-comparison')
  return (
    <div data-field="comparison" className="flex flex-col gap-2">
      <div>
        <h3 className="font-medium">{words.comparisons}</h3>
        <p className="text-xs text-ink-soft">{isDesign ? words.designHint : words.comparisonHint}</p>
      </div>
      <ul className="flex flex-col gap-1.5">
        {answers.comparisons.map((comparison) => {
          const { comparisonId, comId, genuine, listingSha256, differences, view } = comparison
          const facts = factsOf.get(comId)
          const title = facts ? listingTitle(facts) : comId
          return (
            <li key={comparisonId} className="flex items-center gap-2 rounded-md border border-line p-2">
              {[genuine, { sha256: listingSha256, mediaType: 'image/png' }].map((picture, side) => (
                <span
                  key={side === 0 ? 'genuine' : 'listing'}
                  className="flex size-12 shrink-0 items-center justify-center overflow-hidden rounded border border-line bg-sunken"
                >
                  <StoredPicture
                    read={services.readBytes}
                    picture={picture}
                    alt=""
                    className="size-full object-cover"
                  />
                </span>
              ))}
              <a
                href={`#/complaints/${complaintId}/compare/${comparisonId}`}
                className="min-w-0 flex-1 text-ink hover:underline"
              >
                <span className="block truncate font-medium" dir="auto">
                  {title}
                </span>
                <span className="block text-xs text-ink-soft">
                  {words.differences(differences.length)}
                  {view && ` · ${view}`}
                </span>
              </a>
              <IconButton
                label={words.removeComparison(title)}
                icon={<Trash2 size={15} aria-hidden />}
                onClick={() =>
                  onChange({ comparisons: answers.comparisons.filter((one) => one !== comparison) })
                }
              />
            </li>
          )
        })}
      </ul>
      <a
        href={`#/complaints/${complaintId}/compare/new`}
        className="inline-flex h-8 items-center gap-1.5 self-start rounded-md border border-line bg-raised px-3 font-medium text-ink hover:bg-hover"
      >
        <Plus size={15} aria-hidden />
        {words.newComparison}
      </a>
    </div>
  )
}
