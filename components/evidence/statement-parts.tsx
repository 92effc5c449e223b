import { GitCompareArrows } from 'lucide-react'
import { isRecord } from '../../lib/core/hostile-json.ts'
import { isoWithOffset } from '../../lib/core/iso-time.ts'
import type { Capture } from '../../lib/evidence/capture.ts'
import { joined } from '../language/language.ts'
import { Fact, PackFacts } from '../pack/saved-pack.tsx'
import { exactTime, placeOf } from '../queue/row-facts.ts'
import { classNames } from '../ui/class-names.ts'
import { JsonTree } from '../ui/json-tree.tsx'
import { captureWords as words } from './capture-words.ts'
import { Part } from './part.tsx'
import {
  alignWitnesses,
  fieldName,
  readWitnesses,
  type StatedField,
  valueLines,
  type Witness,
} from './witnesses.ts'

interface StatementPartsProps {
  capture: Capture
  /** As the newest record states them; else as they are stored. */
  observations: unknown
  disagreements: unknown
}

/** Everything that was stated, by whom, when and where. */
export function StatementParts({ capture, observations, disagreements }: StatementPartsProps) {
  const { witnesses, others } = readWitnesses(observations)
  const { stated, statedByNone } = alignWitnesses(witnesses, disagreements)
  return (
    <div className="flex flex-col gap-8">
      <Part title={words.witnesses}>
        {stated.length === 0 ? (
          <p className="text-ink-soft">{words.noStatements}</p>
        ) : (
          <WitnessTable witnesses={witnesses} stated={stated} />
        )}
        {statedByNone.length > 0 && (
          <details>
            <summary className="w-fit rounded text-ink-soft hover:text-ink">
              {words.statedByNone(statedByNone.length)}
            </summary>
            <p className="mt-1">{joined(statedByNone.map(fieldName))}</p>
          </details>
        )}
      </Part>
      {Object.keys(others).length > 0 && (
        <Part title={words.otherValues}>
          <JsonTree value={others} entriesLabel={words.entries} moreLabel={words.more} />
        </Part>
      )}
      <Part title={words.where}>
        <WhereFacts capture={capture} />
      </Part>
    </div>
  )
}

function WitnessTable({ witnesses, stated }: { witnesses: Witness[]; stated: StatedField[] }) {
  return (
    <section
      aria-label={words.witnesses}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys, so keys must reach it
      tabIndex={0}
      className="relative overflow-x-auto rounded-lg border border-line"
    >
      <table
        className={classNames(
          'w-full table-fixed border-collapse text-start',
          witnesses.length > 2 ? 'min-w-224' : 'min-w-136',
        )}
      >
        <thead>
          <tr className="bg-sunken text-xs text-ink-soft">
            <th scope="col" className="w-36 px-3 py-1.5 text-start font-medium">
              {words.field}
            </th>
            {witnesses.map(({ name }) => (
              <th key={name} scope="col" className="px-3 py-1.5 text-start font-medium">
                {witnessName(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stated.map(({ field, isDisputed, observations }) => (
            <tr
              key={field}
              className={classNames('border-t border-line align-top', isDisputed && 'bg-warn-soft')}
            >
              <th scope="row" className="px-3 py-1.5 text-start font-medium">
                {fieldName(field)}
                {isDisputed && (
                  <span className="mt-0.5 flex items-center gap-1 text-xs text-warn">
                    <GitCompareArrows size={13} aria-hidden />
                    {words.differs}
                  </span>
                )}
              </th>
              {witnesses.map(({ name }, index) => (
                <td key={name} className="px-3 py-1.5">
                  <ObservationCell observation={observations[index]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const witnessName = (name: string) =>
  (Object.hasOwn(words.witness, name) && words.witness[name]) || fieldName(name)

/** Lines of a value that are shown at once. */
const mostLines = 4

function ObservationCell({ observation }: { observation: unknown }) {
  if (!isRecord(observation) || observation.status === 'absent') {
    return <span className="text-ink-soft italic">{words.notStated}</span>
  }
  const source = typeof observation.source === 'string' && (
    <span className="block text-xs wrap-anywhere text-ink-soft">{words.source(observation.source)}</span>
  )
  if (observation.status === 'unreadable') {
    return (
      <>
        <span className="text-warn">{words.unreadable(String(observation.reason))}</span>
        {source}
      </>
    )
  }
  const lines = valueLines(observation.value)
  const rest = lines.slice(mostLines)
  return (
    <>
      <Lines lines={lines.slice(0, mostLines)} />
      {rest.length > 0 && (
        <details>
          <summary className="w-fit rounded text-xs text-accent">{words.moreValues(rest.length)}</summary>
          <Lines lines={rest} />
        </details>
      )}
      {source}
    </>
  )
}

const Lines = ({ lines }: { lines: string[] }) =>
  lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines may be equal, and their order never changes
    <bdi key={index} className="block wrap-anywhere">
      {line}
    </bdi>
  ))

function WhereFacts({ capture }: { capture: Capture }) {
  const { sighting, tab, createdAtMs } = capture
  const { seenAt, viewport } = sighting
  const names = words.whereFacts
  const place = [sighting.locale, sighting.currency, sighting.shipTo].map((fact) => fact ?? words.notTold)
  return (
    <PackFacts>
      <Fact name={names.seen}>
        {joined([isoWithOffset(seenAt.wallMs, seenAt.offsetMinutes), words.byClock])}
      </Fact>
      <Fact name={names.stored}>{exactTime(createdAtMs)}</Fact>
      <Fact name={names.page}>
        <span className="break-all">{sighting.pageUrl}</span>
      </Fact>
      {tab?.addressUrl != null && (
        <Fact name={names.address}>
          <span className="break-all">{tab.addressUrl}</span>
        </Fact>
      )}
      <Fact name={names.canonical}>
        <span className="break-all">{sighting.canonicalUrl ?? words.notTold}</span>
      </Fact>
      <Fact name={names.kind}>{words.kindOfPage(sighting.pageKind, sighting.pageState)}</Fact>
      {sighting.keyword !== null && (
        <Fact name={names.search}>
          <bdi>{sighting.keyword}</bdi>
        </Fact>
      )}
      {sighting.rank !== null && <Fact name={names.place}>{placeOf(sighting)}</Fact>}
      <Fact name={names.locale}>{joined(place)}</Fact>
      <Fact name={names.window}>
        {words.window(
          viewport.width,
          viewport.height,
          viewport.pixelRatio,
          viewport.scrollX,
          viewport.scrollY,
        )}
      </Fact>
      {tab && (
        <Fact name={names.tab}>
          {words.tabFact(tab.tabId, tab.zoom === null ? words.notTold : words.zoom.percent(tab.zoom * 100))}
        </Fact>
      )}
    </PackFacts>
  )
}
