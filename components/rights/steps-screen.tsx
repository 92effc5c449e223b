import { useLiveQuery } from 'dexie-react-hooks'
import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { type PortalRules, portalOf } from '../../lib/complaints/portal-rules.ts'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { ok, type Result } from '../../lib/core/result.ts'
import { type PortalStep, portalSteps } from '../../lib/rights/portal-steps.ts'
import { type PortalStatus, portalStates } from '../../lib/rights/right.ts'
import { Notice } from '../ui/notice.tsx'
import { RightsLoading, RightsPageFrame } from './rights-page-frame.tsx'
import { rightsHash } from './rights-view.ts'
import { type RightsServices, todayOf, useRightsServices } from './services.ts'
import { stepGroups, stepsWords as text } from './steps-words.ts'
import { stateNames } from './words.ts'

/** Rules that cannot be read hide one address, not the steps. */
async function readRules({ read }: RightsServices['rules']): Promise<Result<PortalRules>> {
  try {
    return ok((await read()).rules)
  } catch (error) {
    return { ok: false, error: failureFrom(error, 'reading the portal rules') }
  }
}

/** What is to be done on the portal before the first complaint, as a list that remembers what is done. */
export function StepsScreen() {
  const services = useRightsServices()
  const { steps, repo, rules } = services
  const stored = useLiveQuery(() => steps.read(), [steps])
  const rights = useLiveQuery(() => repo.rights(), [repo])
  const read = useLiveQuery(() => readRules(rules), [rules])
  const [ticked, setTicked] = useState<{ [Step in PortalStep]?: string | undefined }>({})
  const [failure, setFailure] = useState<string | null>(null)
  if (!stored || !rights || !read) return <RightsLoading />

  // Shown as ticked at once; what is stored follows.
  const done = { ...stored, ...ticked }
  const mark = async (step: PortalStep, isDone: boolean) => {
    setFailure(null)
    const on = isDone ? todayOf(services) : null
    setTicked((before) => ({ ...before, [step]: on ?? undefined }))
    try {
      await steps.mark(step, on)
    } catch (error) {
      setTicked({})
      setFailure(failureFrom(error, 'remembering the step').message)
    }
  }
  const portal = read.ok ? portalOf(read.value, read.value.defaultPortalId) : null
  return (
    <RightsPageFrame
      title={text.title}
      tabTitle={text.title}
      isWide={false}
      actions={
        <p role="status" className="text-ink-soft tabular-nums">
          {text.done(portalSteps.filter((step) => done[step] !== undefined).length, portalSteps.length)}
        </p>
      }
    >
      <p className="text-sm leading-6">{text.lead}</p>
      {!read.ok && <Notice tone="danger">{read.error.message}</Notice>}
      {portal && (
        <section aria-label={text.portal} className="rounded-xl border border-line bg-raised p-4">
          <p className="font-medium">{portal.name}</p>
          <a
            href={portal.address.value}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1.5 break-all text-accent underline"
          >
            <ExternalLink size={14} aria-hidden className="shrink-0" />
            {text.openPortal}: {portal.address.value}
          </a>
          <p className="mt-1 text-xs text-ink-soft">
            {text.source(portal.address.source)} {text.age}
          </p>
        </section>
      )}
      <Notice tone="warn">
        <p className="font-medium">{text.sellersSeeTitle}</p>
        <p>{text.sellersSee}</p>
      </Notice>
      {failure !== null && <Notice tone="danger">{failure}</Notice>}
      {stepGroups.map(({ group, steps: inGroup }) => (
        <section key={group} aria-label={text.groups[group]}>
          <h2 className="mb-2 text-base font-semibold">{text.groups[group]}</h2>
          <ol className="rounded-xl border border-line bg-raised">
            {inGroup.map((id) => (
              <li key={id} className="flex gap-3 border-b border-line p-3.5 last:border-b-0">
                <input
                  type="checkbox"
                  id={`step-${id}`}
                  aria-label={text.mark(text.steps[id].title)}
                  checked={done[id] !== undefined}
                  onChange={(event) => void mark(id, event.target.checked)}
                  className="mt-0.5 size-4.5 shrink-0 accent-accent"
                />
                <div className="min-w-0">
                  <label htmlFor={`step-${id}`} className="font-medium">
                    {text.steps[id].title}
                  </label>
                  {done[id] !== undefined && (
                    <span className="ms-2 text-xs text-good">{text.doneOn(done[id])}</span>
                  )}
                  <ul className="mt-1 flex list-disc flex-col gap-0.5 ps-4 text-ink-soft marker:text-line-strong">
                    {text.steps[id].does.map((sentence) => (
                      <li key={sentence}>{sentence}</li>
                    ))}
                  </ul>
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <section aria-label={text.yourRights}>
        <h2 className="mb-2 text-base font-semibold">{text.yourRights}</h2>
        <States states={rights.map((right) => right.portal.state)} />
        <a href={rightsHash({ view: 'list' })} className="mt-2 inline-block text-accent underline">
          {text.enterRights}
        </a>
      </section>
    </RightsPageFrame>
  )
}

function States({ states }: { states: Array<PortalStatus['state']> }) {
  if (states.length === 0) return <p className="text-ink-soft">{text.noRights}</p>
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      {portalStates.map((state) => (
        <div key={state} className="flex gap-1.5">
          <dt className="text-ink-soft">{stateNames[state]}</dt>
          <dd className="m-0 font-medium tabular-nums">{states.filter((each) => each === state).length}</dd>
        </div>
      ))}
    </dl>
  )
}
