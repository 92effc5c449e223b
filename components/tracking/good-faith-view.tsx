import { portalOf, reasonOf } from '../../lib/complaints/portal-rules.ts'
import {
  decidedOf,
  type GoodFaithMeter,
  goodFaithMeters,
  ratesOf,
  type Tally,
} from '../../lib/tracking/good-faith.ts'
import type { Known } from '../complaints/read-known.ts'
import { words as common } from '../complaints/words.ts'
import type { PartProps } from './follow-up-screen.tsx'
import { Section } from './section.tsx'
import { followUpWords as words } from './words.ts'

/** The rates by which portals judge those who file there, in all and by reason. */
export function GoodFaithView({ state: { filed, known } }: PartProps) {
  const { goodFaith } = known.rules
  const meters = goodFaithMeters(filed, known.rules, known.today)
  return (
    <div className="flex flex-col gap-5">
      <div className="text-ink-soft">
        <p>{words.goodFaithLead(goodFaith.windowMonths.value)}</p>
        <p>
          {words.demand(
            goodFaith.minSuccessShare.value,
            goodFaith.maxCounteredShare.value,
            common.certainty[goodFaith.minSuccessShare.certainty],
          )}
        </p>
      </div>
      {meters.map((meter) => (
        <Meter key={meter.portalId} meter={meter} known={known} />
      ))}
    </div>
  )
}

function Meter({ meter, known }: { meter: GoodFaithMeter; known: Known }) {
  const { portalId, from, total, reasons } = meter
  const name = portalOf(known.rules, portalId)?.name ?? portalId
  const nameOf = (reasonId: string) => reasonOf(known.rules, reasonId)?.name.value ?? reasonId
  return (
    <Section title={name} hint={words.from(from)}>
      {decidedOf(total) === 0 ? (
        <p>{words.nothingDecided}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        <section className="overflow-x-auto" tabIndex={0} aria-label={words.ratesOf(name)}>
          <table className="w-full border-collapse text-start tabular-nums">
            <thead>
              <tr className="border-b border-line-strong">
                {Object.values(words.table).map((head) => (
                  <th key={head} scope="col" className="py-1.5 pe-4 font-medium">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <TallyRow name={words.all} tally={total} known={known} />
              {reasons.map(({ reasonId, tally }) => (
                <TallyRow key={reasonId} name={nameOf(reasonId)} tally={tally} known={known} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  )
}

function TallyRow({ name, tally, known }: { name: string; tally: Tally; known: Known }) {
  const { minSuccessShare, maxCounteredShare } = known.rules.goodFaith
  const { success, countered } = ratesOf(tally)
  const isLow = success !== null && success < minSuccessShare.value
  const isHigh = countered !== null && countered > maxCounteredShare.value
  const cell = 'py-1.5 pe-4 align-top whitespace-nowrap'
  return (
    <tr className="border-b border-line">
      <th scope="row" className="min-w-36 py-1.5 pe-4 align-top font-normal">
        {name}
      </th>
      <td className={cell}>{decidedOf(tally)}</td>
      <td className={`${cell} ${isLow ? 'font-medium text-danger' : ''}`}>
        {tally.successful} ({success === null ? '–' : words.percent(success)}
        {isLow && `, ${words.tooLow}`})
      </td>
      <td className={`${cell} ${isHigh ? 'font-medium text-danger' : ''}`}>
        {tally.countered} ({countered === null ? '–' : words.percent(countered)}
        {isHigh && `, ${words.tooHigh}`})
      </td>
      <td className={cell}>{tally.rejected}</td>
      <td className={cell}>{tally.withdrawn}</td>
    </tr>
  )
}
