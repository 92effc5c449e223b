import type { PackProblem, PackReport } from '../../lib/pack/queue-pack/pack-report.ts'
import { canonicalItemUrl } from '../../lib/site/item-id.ts'
import { Notice } from '../ui/notice.tsx'
import { words } from './words.ts'

/** Everything that the pack lacks, worst first. */
export function PackProblems({ report: { problems, sellerUnknown } }: { report: PackReport }) {
  const leftOut = problems.filter(({ code }) => code.startsWith('screenshot-'))
  const without = problems.filter(({ code }) => code === 'no-screenshot')
  const damaged = problems.filter(({ code }) => code.endsWith('-missing') && !code.startsWith('screenshot-'))
  return (
    <>
      {leftOut.length > 0 && (
        <ProblemList tone="danger" title={words.leftOut(leftOut.length)} items={leftOut} />
      )}
      {damaged.length > 0 && (
        <ProblemList tone="danger" title={words.damaged(damaged.length)} items={damaged} />
      )}
      {without.length > 0 && (
        <ProblemList tone="warn" title={words.noScreenshot(without.length)} items={without} />
      )}
      {sellerUnknown.length > 0 && (
        <ProblemList
          tone="plain"
          title={words.sellerUnknown(sellerUnknown.length)}
          hint={words.sellerHint}
          items={sellerUnknown.map((comId) => ({ comId, message: '' }))}
        />
      )}
    </>
  )
}

interface ProblemListProps {
  tone: 'plain' | 'warn' | 'danger'
  title: string
  hint?: string
  items: Array<Pick<PackProblem, 'comId' | 'message'>>
}

function ProblemList({ tone, title, hint, items }: ProblemListProps) {
  return (
    <Notice tone={tone}>
      <h2 className="text-[0.8125rem] font-semibold">{title}</h2>
      {hint !== undefined && <p>{hint}</p>}
      <details className="mt-1">
        <summary className="w-fit rounded text-accent">{words.whichOnes}</summary>
        <ul className="mt-1 flex max-h-72 flex-col gap-1 overflow-y-auto">
          {items.map(({ comId, message }) => (
            <li key={`${comId} ${message}`} className="break-words">
              <a
                href={canonicalItemUrl(comId)}
                target="_blank"
                rel="noreferrer"
                className="text-accent tabular-nums underline"
              >
                {comId}
              </a>
              {message && ` ${message}`}
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  )
}
