import { useMemo } from 'react'
import { sortedOutcomes } from '../../lib/queue/listed-standing.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { DecisionForm } from './decision-form.tsx'
import { ListedEntries } from './listed-entries.tsx'
import type { QuickEntryServices } from './services.ts'
import { SourceFields } from './source-fields.tsx'
import { type Step, useQuickEntry } from './use-quick-entry.ts'
import { words } from './words.ts'

/** Queues listings from a list: read it, see what is in it, decide once for all, take it back in one press. */
export function QuickEntryScreen({ services }: { services: QuickEntryServices }) {
  const { step, failure, readText, readFile, add, takeBack } = useQuickEntry(services)
  const isBusy = step.at === 'reading' || step.at === 'adding' || step.at === 'taking-back'
  return (
    <main className="mx-auto flex w-full max-w-5xl flex-col gap-5 px-4 py-6 sm:px-6">
      <div>
        <a href="#/complaints" className="text-accent hover:underline">
          {words.complaints}
        </a>
        <h1 className="mt-1 text-xl font-semibold">{words.title}</h1>
        <p className="mt-1 text-ink-soft">{words.lead}</p>
      </div>
      <SourceFields isBusy={isBusy} onText={readText} onFile={readFile} />
      {failure && (
        <Notice tone="danger">
          <p role="alert" className="break-words">
            {failure.message}
          </p>
        </Notice>
      )}
      <p role="status" className="text-ink-soft empty:hidden">
        {step.at === 'reading' && step.text}
        {step.at === 'adding' && words.adding}
        {step.at === 'taking-back' && words.takingBack}
      </p>
      {'list' in step && (
        <>
          <Outcome step={step} onTakeBack={() => step.at === 'added' && void takeBack(step)} />
          {(step.at === 'read' || step.at === 'adding') && (
            <DecisionForm
              services={services}
              many={step.list.flagIdOf.size}
              isBusy={isBusy}
              onAdd={(decision) => void add(step.list, decision)}
            />
          )}
          <Found key={step.list.listId} step={step} />
        </>
      )}
    </main>
  )
}

type WithList = Extract<Step, { list: unknown }>

/** What came of it, for eye and ear; with what takes it back. */
function Outcome({ step, onTakeBack }: { step: WithList; onTakeBack(): void }) {
  if (step.at === 'read' && step.tookBack) {
    const { gone, stayed } = step.tookBack
    return (
      <Notice tone="plain">
        <p role="status">
          {words.tookBack(gone)} {stayed > 0 && words.stayed(stayed)}
        </p>
      </Notice>
    )
  }
  if (step.at !== 'added' && step.at !== 'taking-back') return null
  return (
    <Notice tone="good">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="min-w-0 flex-1 basis-60">
          {words.addedNow(step.flagIds.length)} {step.skipped > 0 && words.skipped(step.skipped)}
        </p>
        {step.flagIds.length > 0 && (
          <Button disabled={step.at === 'taking-back'} onClick={onTakeBack}>
            {words.takeBack(step.flagIds.length)}
          </Button>
        )}
      </div>
    </Notice>
  )
}

function Found({ step }: { step: WithList }) {
  const { list } = step
  const flagIds = 'flagIds' in step ? step.flagIds : null
  const addedIds = useMemo(() => new Set(flagIds), [flagIds])
  const many = useMemo(() => {
    const counts = { new: 0, duplicate: 0, filed: 0, refused: 0 }
    for (const { outcome } of list.entries) counts[outcome] += 1
    return counts
  }, [list])
  return (
    <section aria-labelledby="found" className="flex flex-col gap-3">
      <div>
        <h2 id="found" className="text-base font-semibold break-words">
          {words.found(list.source)}
        </h2>
        <p role="status">{words.summary(many, list.entries.length)}</p>
      </div>
      <ListedEntries
        entries={list.entries}
        outcomes={sortedOutcomes.map((outcome) => ({ outcome, many: many[outcome] }))}
        isAdded={(comId) => addedIds.has(list.flagIdOf.get(comId) ?? '')}
      />
    </section>
  )
}
