import { estimatePenalties, type PenaltyCase } from '../../lib/sellers/penalty-estimate.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { SellerSection } from './seller-section.tsx'
import { words } from './words.ts'

/** What the platform may have counted against the seller, and what closes next. */
export function PenaltyPart({ cases, today }: { cases: readonly PenaltyCase[]; today: string }) {
  const { strikes, pointDays, points, strikeSanction, pointSanction, next } = estimatePenalties(cases, today)
  const isNothing = strikes.length === 0 && pointDays.length === 0
  return (
    <SellerSection title={words.penaltyTitle} hint={words.penaltyHint}>
      {isNothing ? (
        <p>{words.nothingCounts}</p>
      ) : (
        <>
          <div className="flex flex-wrap gap-x-8 gap-y-2">
            <div>
              <p className="text-lg font-semibold tabular-nums">{words.strikes(strikes.length)}</p>
              <StateMark tone={strikeSanction === 'none' ? 'plain' : 'warn'}>
                {words.strikeSanction[strikeSanction]}
              </StateMark>
            </div>
            <div>
              <p className="text-lg font-semibold tabular-nums">{words.points(points)}</p>
              <StateMark tone={pointSanction === 'none' ? 'plain' : 'warn'}>
                {words.pointSanction[pointSanction]}
              </StateMark>
            </div>
          </div>
          <ul className="mt-3 list-disc ps-5">
            {strikes.map(({ from, until, comIds, livesUntil }) => (
              <li key={from}>{words.strikeWindow(from, until, comIds.length, livesUntil)}</li>
            ))}
            {pointDays.map(({ on, points: ofDay, comIds, livesUntil }) => (
              <li key={on}>{words.pointDay(on, ofDay, comIds.length, livesUntil)}</li>
            ))}
          </ul>
          <h3 className="mt-4 font-semibold">{words.nextTitle}</h3>
          {next.isClosedByRules ? (
            <p>{words.closedByRules}</p>
          ) : (
            <p>
              {words.nextStrike(next.strikesToClose, next.nextStrikeFrom)}{' '}
              {words.nextPoints(next.pointDaysToClose)}
            </p>
          )}
          {next.firstLapseOn !== null && <p>{words.nextLapse(next.firstLapseOn)}</p>}
          <p className="mt-1 text-xs text-ink-soft">{words.noSplit}</p>
        </>
      )}
    </SellerSection>
  )
}
