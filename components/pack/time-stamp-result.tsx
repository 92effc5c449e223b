import type { PackTimeStamps } from '../../lib/pack/evidence-pack/pack-time-stamps.ts'
import { Notice } from '../ui/notice.tsx'
import { NoticeHeading } from './export-steps.tsx'
import { words } from './words.ts'

/** Why this export has no time stamp of its own, where one was wanted. */
export const TimeStampProblem = ({ timeStamps: { outcome, stamps } }: { timeStamps: PackTimeStamps }) =>
  outcome.state === 'failed' && (
    <Notice tone="warn">
      <div role="status">
        <NoticeHeading>{words.evidence.notStamped}</NoticeHeading>
      </div>
      <p>{outcome.failure.message}</p>
      <p>{stamps.length > 0 ? words.evidence.earlierStamps : words.evidence.ownClock}</p>
    </Notice>
  )

/** By which clock the times in the pack are. */
export const TimesOf = ({ timeStamps: { stamps } }: { timeStamps: PackTimeStamps }) => {
  const newest = stamps.at(-1)
  if (newest) {
    const { time, authority, issuer } = newest.facts
    return (
      <>
        {words.evidence.stampedBy(time, authority)}
        <span className="block text-ink-soft">{words.evidence.stampIssuer(issuer)}</span>
      </>
    )
  }
  return (
    <>
      {words.evidence.clockOnly}{' '}
      <a href="#/settings" className="text-accent underline">
        {words.evidence.toSettings}
      </a>
    </>
  )
}
