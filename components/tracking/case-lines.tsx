import { ExternalLink, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { ok } from '../../lib/core/result.ts'
import { canonicalItemUrl } from '../../lib/site/item-id.ts'
import { takeBack } from '../../lib/tracking/take-back.ts'
import { standingEvent } from '../../lib/tracking/track.ts'
import type { FiledComplaint } from '../../lib/tracking/track-repo.ts'
import { IconButton } from '../ui/button.tsx'
import { CheckField } from '../ui/check-field.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import type { PartProps } from './follow-up-screen.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { Section } from './section.tsx'
import { SeenText } from './seen-text.tsx'
import { LineMark } from './state-marks.tsx'
import { followUpWords as words } from './words.ts'

interface CaseLinesProps extends PartProps {
  filed: FiledComplaint
  titleOf(comId: string): string
}

/** The listings of a complaint, to be selected and given their outcomes. At most 300: a portal takes no more. */
export function CaseLines({ filed, titleOf, ...props }: CaseLinesProps) {
  const { services, attempt } = props
  const { lines } = filed
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const selected = lines.map(({ track }) => track).filter(({ subjectId }) => chosen.has(subjectId))
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before)
      for (const id of ids) {
        if (isChosen) after.add(id)
        else after.delete(id)
      }
      return after
    })
  const takeLineBack = (subjectId: string, place: number) =>
    attempt('taking it back', async () => {
      const deps = { repo: services.repo, clock: services.clock }
      const done = await takeBack(deps, [{ subjectId, place }])
      return done.ok ? ok({ text: words.tookBack, takeBack: null }) : done
    })
  const ids = lines.map(({ track }) => track.subjectId)
  return (
    <Section title={words.lines} many={lines.length}>
      <CheckField
        label={words.selectAll}
        checked={selected.length === ids.length}
        mixed={selected.length > 0 && selected.length < ids.length}
        onChange={(event) => choose(ids, event.target.checked)}
      />
      <ul className="flex flex-col rounded-lg border border-line">
        {lines.map(({ line, track }) => {
          const newest = standingEvent(track.events)
          const title = titleOf(line.comId)
          return (
            <li key={line.lineId} className="flex items-start gap-2 border-line px-3 py-2 not-first:border-t">
              <Checkbox
                aria-label={words.select(title)}
                className="mt-0.5"
                checked={chosen.has(line.lineId)}
                onChange={(event) => choose([line.lineId], event.target.checked)}
              />
              <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4">
                <span className="min-w-0">
                  <span className="block break-words" dir="auto">
                    {title}
                  </span>
                  <span className="block text-xs text-ink-soft tabular-nums">{words.item(line.comId)}</span>
                  {track.reason !== '' && (
                    <span className="block text-xs break-words text-ink-soft" dir="auto">
                      {track.reason}
                    </span>
                  )}
                  <SeenText filed={filed} own={{ line, track }} followUps={props.state.followUps} />
                </span>
                <LineMark track={track} />
              </div>
              {newest && (
                <IconButton
                  label={words.takeBackLine(words.line[newest.change.state], title)}
                  icon={<Undo2 size={14} aria-hidden />}
                  onClick={() => void takeLineBack(line.lineId, newest.place)}
                />
              )}
              <IconButton
                label={words.openListing(title)}
                icon={<ExternalLink size={14} aria-hidden />}
                onClick={() => services.openUrl(canonicalItemUrl(line.comId))}
              />
            </li>
          )
        })}
      </ul>
      <OutcomeForm {...props} selected={selected} onEntered={() => setChosen(new Set())} />
    </Section>
  )
}
