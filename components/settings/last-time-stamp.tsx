import type { ReactNode } from 'react'
import type { TimeStamp } from '../../lib/evidence/time-stamp/time-stamp.ts'
import { joined, locale } from '../language/language.ts'
import { words } from './time-stamp-words.ts'

/** What the newest time stamp states, and what nobody checked. */
export const LastTimeStamp = ({ stamp }: { stamp: TimeStamp | null }) => (
  <div>
    <h3 className="mb-2 text-sm font-semibold">{words.lastTitle}</h3>
    {stamp === null ? (
      <p className="text-ink-soft">{words.none}</p>
    ) : (
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
        <Fact name={words.time}>
          <time dateTime={stamp.facts.time}>
            {stamp.facts.accuracyMs === null
              ? stamp.facts.time
              : joined([stamp.facts.time, words.accuracy(stamp.facts.accuracyMs / 1000)])}
          </time>
        </Fact>
        <Fact name={words.clock}>{words.clockApart(secondsApart(stamp))}</Fact>
        <Fact name={words.by}>{stamp.facts.authority}</Fact>
        <Fact name={words.issuer}>
          {stamp.facts.issuer}
          <span className="block text-ink-soft">{words.notTrusted}</span>
        </Fact>
        <Fact name={words.covers}>{words.rows(stamp.ledgerSeq)}</Fact>
        <Fact name={words.serial}>{stamp.facts.serial}</Fact>
        <Fact name={words.policy}>{stamp.facts.policy}</Fact>
      </dl>
    )}
  </div>
)

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="contents">
    <dt className="text-ink-soft">{name}</dt>
    <dd className="m-0 min-w-0 break-words" dir="auto">
      {children}
    </dd>
  </div>
)

/** With its sign: positive where this computer's clock is ahead. The way of the answer is in it. */
const secondsApart = ({ receivedAt, facts }: TimeStamp): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(
    (receivedAt.wallMs - Date.parse(facts.time)) / 1000,
  )
