import { checkClock } from '../../lib/evidence/check-clock.ts'
import { completenessOf } from '../../lib/evidence/completeness.ts'
import type { EvidenceEntry } from '../../lib/evidence/evidence-reader.ts'
import { exactTime } from '../queue/row-facts.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { captureWords as words } from './capture-words.ts'
import { fieldName, valueLines } from './witnesses.ts'
import { words as listWords } from './words.ts'

interface CaptureNoticesProps {
  entry: EvidenceEntry
  onStatements(): void
}

/** What a person must know before relying on a capture: what is missing and why, what is disputed, what was deleted. */
export function CaptureNotices({ entry, onStatements }: CaptureNoticesProps) {
  const { capture, job, purge } = entry
  if (!job) return <Notice tone="danger">{listWords.damagedRow(capture.captureId)}</Notice>
  const completeness = completenessOf(job)
  const missing = 'missing' in completeness && completeness.state !== 'open' ? completeness.missing : []
  const cuts = 'cuts' in completeness ? completeness.cuts : []
  const disputed = [...new Set(job.disagreements.map(({ field }) => field))]
  const clock = checkClock(job.serverDates)
  return (
    <>
      {purge && (
        <Notice tone="plain">
          <p className="font-semibold">{words.purgedTitle(exactTime(purge.at.wallMs), purge.actor)}</p>
          <p>{words.purgedHint}</p>
        </Notice>
      )}
      {missing.length > 0 && !purge && (
        <Notice tone="warn">
          <p className="font-semibold">{words.missingTitle}</p>
          <ul className="my-1 list-disc ps-5">
            {missing.map(({ part, failure }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a part may have several problems of one wording
              <li key={index}>
                <span className="font-medium">{listWords.part[part]}</span>
                {failure && `: ${failure.message}`}
              </li>
            ))}
          </ul>
          <p>{capture.listing ? words.missingTodo : words.missingCard}</p>
        </Notice>
      )}
      {cuts.length > 0 && !purge && (
        <Notice tone="plain">
          <p className="font-semibold">{words.cutTitle}</p>
          <ul className="my-1 list-disc ps-5">
            {cuts.map(({ part, message }) => (
              <li key={`${part} ${message}`}>
                <span className="font-medium">{listWords.part[part]}</span>: {message}
              </li>
            ))}
          </ul>
          <p>{words.cutHint}</p>
        </Notice>
      )}
      {job.disagreements.length > 0 && (
        <Notice tone="warn">
          <p className="font-semibold">{words.disagreementsTitle(disputed.length)}</p>
          <ul className="my-1 list-disc ps-5">
            {job.disagreements.map(({ field, shown, stated, statedBy }) => (
              <li key={`${field} ${statedBy}`} className="wrap-anywhere">
                <span className="font-medium">{fieldName(field)}</span>:{' '}
                <bdi>{words.disagreement(lineOf(shown), lineOf(stated), statedBy)}</bdi>
              </li>
            ))}
          </ul>
          <p>{words.disagreementsHint}</p>
          <Button size="small" className="mt-2" onClick={onStatements}>
            {words.tab.statements}
          </Button>
        </Notice>
      )}
      {clock.isDoubtful && clock.skewMs !== null && (
        <Notice tone="warn">{words.clockDoubtful(Math.round(clock.skewMs / 60_000))}</Notice>
      )}
    </>
  )
}

const lineOf = (value: unknown) => valueLines(value).join(', ')
