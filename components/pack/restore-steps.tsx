import type { ReactNode } from 'react'
import type { Failure } from '../../lib/core/result.ts'
import type { RestorePlan } from '../../lib/pack/restore/plan-restore.ts'
import type { RestoreReport } from '../../lib/pack/restore/restore-evidence.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { NoticeHeading } from './export-steps.tsx'
import { restoreWords as words } from './restore-words.ts'

export const SettingsLink = () => (
  <a href="#/settings" className="text-accent underline">
    {words.settings}
  </a>
)

/** What the chosen files hold, before anything is written. */
export function RestoreFound({ plan, onRestore }: { plan: RestorePlan; onRestore(): void }) {
  const { captures, rowsToAdd, stampsToAdd, head, lost, obstacle } = plan
  const isNothing = captures.missing + rowsToAdd.length + stampsToAdd.length === 0
  return (
    <>
      <Notice tone={obstacle ? 'danger' : isNothing && !lost ? 'good' : 'plain'}>
        <div role="status">
          <NoticeHeading>{words.foundTitle}</NoticeHeading>
          {obstacle ? (
            <p>{obstacle.message}</p>
          ) : (
            <>
              {isNothing && <p>{words.nothingMissing}</p>}
              {captures.missing > 0 && <p>{words.captures(captures.missing)}</p>}
              {captures.whole > 0 && !isNothing && <p>{words.capturesWhole(captures.whole)}</p>}
              {rowsToAdd.length > 0 && <p>{words.rows(rowsToAdd.length)}</p>}
              {stampsToAdd.length > 0 && <p>{words.timeStamps(stampsToAdd.length)}</p>}
              {head && !isNothing && <p>{words.ledgerEnds(head.count)}</p>}
              {lost && <p className="font-semibold">{words.lost(lost.from, lost.to)}</p>}
            </>
          )}
        </div>
        {!obstacle && !isNothing && (
          <Button look="primary" className="mt-3" onClick={onRestore}>
            {words.restore}
          </Button>
        )}
      </Notice>
      <Unused plan={plan} />
    </>
  )
}

function Unused({ plan: { refused, others } }: { plan: RestorePlan }) {
  return (
    <>
      {refused.length > 0 && (
        <Notice tone="warn">
          <p className="font-semibold">{words.refused(refused.length)}</p>
          <Reasons reasons={refused} />
        </Notice>
      )}
      {others.length > 0 && (
        <Notice tone="plain">
          <p className="font-semibold">{words.others(others.length)}</p>
          <FirstOf items={others} render={(name) => <span className="break-all">{name}</span>} />
        </Notice>
      )}
    </>
  )
}

const Reasons = ({ reasons }: { reasons: Array<{ name: string; failure: Failure }> }) => (
  <FirstOf
    items={reasons}
    render={({ name, failure }) => (
      <span className="break-words">
        <span className="break-all">{name}</span>: {failure.message}
      </span>
    )}
  />
)

const shownItems = 20

function FirstOf<T>({ items, render }: { items: T[]; render(item: T): ReactNode }) {
  const more = items.length - shownItems
  return (
    <ul className="mt-1 flex flex-col gap-1">
      {items.slice(0, shownItems).map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that does not change
        <li key={index}>{render(item)}</li>
      ))}
      {more > 0 && <li>{words.more(more)}</li>}
    </ul>
  )
}

/** What came back, and whether everything is well again. */
export function RestoreResult({ report }: { report: RestoreReport }) {
  const { captures, files, rows, timeStamps, failed, readOnlyBecause } = report
  return (
    <>
      <Notice tone={readOnlyBecause ? 'warn' : 'good'}>
        <div role="status">
          <NoticeHeading>{readOnlyBecause ? words.doneReadOnlyTitle : words.doneTitle}</NoticeHeading>
          <p>{words.done(captures, files, rows, timeStamps)}</p>
          {readOnlyBecause ? (
            <p>
              {words.stillReadOnly} {readOnlyBecause.message}
            </p>
          ) : (
            <p>{words.writable}</p>
          )}
        </div>
        {!readOnlyBecause && <SettingsLink />}
      </Notice>
      {failed.length > 0 && (
        <Notice tone="danger">
          <p className="font-semibold">{words.notTaken(failed.length)}</p>
          <Reasons reasons={failed} />
        </Notice>
      )}
    </>
  )
}
