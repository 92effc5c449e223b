import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { ok } from '../../lib/core/result.ts'
import { listingsToVisit, startedWith, type VisitChoice } from '../../lib/tracking/visit-list.ts'
import { visitPacing } from '../../lib/tracking/visit-pace.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import type { PartProps } from './follow-up-screen.tsx'
import { useVisits } from './use-visits.ts'
import { VisitSteps } from './visit-steps.tsx'
import { visitWords as words } from './visit-words.ts'
import { VisitedList } from './visited-list.tsx'
import { followUpWords } from './words.ts'

/** Listings to be opened one after another by the person, at a person's pace. */
export function VisitsView(props: PartProps) {
  const { services, state, attempt } = props
  const { list, wait } = useVisits(services)
  const [choice, setChoice] = useState<VisitChoice>('open')
  const toVisit = listingsToVisit(state.filed, choice)
  const comIds = [...(list?.visited ?? []).map(({ comId }) => comId), ...(list?.waiting ?? [])]
  const titles = useLiveQuery(async () => {
    const facts = await services.reader.facts(comIds)
    return new Map(facts.map(({ comId, title }) => [comId, title]))
  }, [services, comIds.join(' ')])
  if (!list) return null
  const titleOf = (comId: string) => titles?.get(comId) ?? followUpWords.item(comId)
  const isUnderWay = list.waiting.length > 0
  const start = () =>
    attempt('starting the list', async () => {
      const before = list
      const started = await services.visits.change(startedWith(toVisit))
      if (!started.ok) return started
      const restore = () => services.visits.change((stored) => ok({ ...before, pace: stored.pace }))
      return ok({ text: words.started(toVisit.length), takeBack: restore })
    })
  return (
    <div className="flex flex-col gap-6">
      <p className="text-ink-soft">{words.lead(visitPacing)}</p>
      {isUnderWay ? (
        <VisitSteps {...props} list={list} wait={wait} titleOf={titleOf} />
      ) : (
        <div className="flex flex-col items-start gap-3">
          <SelectField
            label={words.which}
            hint={toVisit.length === 0 ? words.nothing : words.found(toVisit.length)}
            value={choice}
            onChange={(event) => setChoice(event.target.value as VisitChoice)}
            choices={(['open', 'unproven'] as const).map((one) => ({ value: one, label: words.choice[one] }))}
          />
          <Button look="primary" disabled={toVisit.length === 0} onClick={() => void start()}>
            {words.start(toVisit.length)}
          </Button>
          {list.visited.length > 0 && <p>{words.ended}</p>}
        </div>
      )}
      <VisitedList visited={list.visited} filed={state.filed} titleOf={titleOf} />
    </div>
  )
}
