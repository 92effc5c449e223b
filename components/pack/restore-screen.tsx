import { useEffect, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ChooseFiles } from './choose-files.tsx'
import { ExportPage, NoticeHeading, Working } from './export-steps.tsx'
import { RestoreFound, RestoreResult, SettingsLink } from './restore-steps.tsx'
import { restoreWords as words } from './restore-words.ts'
import { type RestoreServices, type RestoreState, useRestore } from './use-restore.ts'

/** What happened, that nothing was deleted, and how evidence comes back from second copies. */
export function RestoreScreen({ services }: { services: RestoreServices }) {
  const { state, look, restore, acceptLoss } = useRestore(services)
  const [place, setPlace] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    void services.copyPlaceName().then((name) => !isGone && setPlace(name))
    return () => {
      isGone = true
    }
  }, [services])

  const because = services.readOnlyBecause
  const isOver =
    state.step === 'loss-accepted' || (state.step === 'restored' && !state.report.readOnlyBecause)
  const isReadOnly = because !== null && !isOver
  const isBusy = state.step === 'looking' || state.step === 'restoring'
  return (
    <ExportPage title={words.title}>
      {isReadOnly ? (
        <>
          <section className="flex flex-col gap-1">
            <h2 className="text-sm font-semibold">{words.happenedTitle}</h2>
            <p>{because.message}</p>
            <p>{words.nothingDeleted}</p>
          </section>
          <SaveEverything services={services} />
        </>
      ) : (
        !isOver && (
          <p className="text-ink-soft">
            {words.plain} {words.emptyHint}
          </p>
        )
      )}
      {!isOver && !isBusy && (
        <section className="flex flex-col gap-3">
          <h2 className="text-sm font-semibold">{words.chooseTitle(isReadOnly)}</h2>
          <p>{words.chooseHint(place)}</p>
          <ChooseFiles
            folderLabel={words.chooseFolder}
            filesLabel={words.chooseFiles}
            accept=".zip,.jsonl,.json"
            onChosen={(files) =>
              void look(
                files
                  .filter(({ name }) => /\.(zip|jsonl?)$/i.test(name))
                  .map((file) => ({ name: file.name, file })),
              )
            }
          />
        </section>
      )}
      {isBusy && (
        <Working
          text={(state.step === 'looking' ? words.looking : words.restoring)(state.done, state.of)}
          hint={words.keepOpen}
          done={state.done}
          of={state.of}
        />
      )}
      {state.step === 'planned' && (
        <RestoreFound plan={state.plan} onRestore={() => void restore(state.plan)} />
      )}
      {state.step === 'restored' && <RestoreResult report={state.report} />}
      {state.step === 'loss-accepted' && (
        <Notice tone="warn">
          <div role="status">
            <NoticeHeading>{words.lossDoneTitle}</NoticeHeading>
          </div>
          <SettingsLink />
        </Notice>
      )}
      {state.step === 'failed' && (
        <Notice tone="danger">
          <div role="alert">
            <NoticeHeading>{words.failedTitle}</NoticeHeading>
            <p>{state.failure.message}</p>
          </div>
        </Notice>
      )}
      {isReadOnly && mayBeLost(state) && <AcceptLoss onAccept={() => void acceptLoss()} />}
    </ExportPage>
  )
}

/** Not offered while the chosen copies hold all that is missing. */
function mayBeLost(state: RestoreState): boolean {
  if (state.step === 'planned') return state.plan.lost !== null || state.plan.obstacle !== null
  return state.step !== 'looking' && state.step !== 'restoring'
}

type Saving = { step: 'idle' | 'saving' } | { step: 'saved'; path: string } | { step: 'failed'; why: string }

function SaveEverything({ services }: { services: RestoreServices }) {
  const [saving, setSaving] = useState<Saving>({ step: 'idle' })
  const save = async () => {
    setSaving({ step: 'saving' })
    try {
      setSaving({ step: 'saved', path: await services.saveEverything() })
    } catch (error) {
      setSaving({ step: 'failed', why: failureFrom(error, 'saving what is stored').message })
    }
  }
  return (
    <section className="flex flex-col items-start gap-2">
      <h2 className="text-sm font-semibold">{words.saveTitle}</h2>
      <p>{words.saveHint}</p>
      <Button disabled={saving.step === 'saving'} onClick={() => void save()}>
        {saving.step === 'saving' ? words.saving : words.saveButton}
      </Button>
      <p role="status" className={saving.step === 'failed' ? 'text-danger' : 'text-good'}>
        {saving.step === 'saved' && words.savedAs(saving.path)}
        {saving.step === 'failed' && saving.why}
      </p>
    </section>
  )
}

/** The last resort, in two steps. */
function AcceptLoss({ onAccept }: { onAccept(): void }) {
  const [isAsked, setAsked] = useState(false)
  return (
    <section className="flex flex-col items-start gap-2">
      <h2 className="text-sm font-semibold">{words.lossTitle}</h2>
      <p>{words.lossHint}</p>
      {isAsked ? (
        <Notice tone="danger">
          <p>{words.lossSure}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button look="danger" onClick={onAccept}>
              {words.lossConfirm}
            </Button>
            <Button onClick={() => setAsked(false)}>{words.lossCancel}</Button>
          </div>
        </Notice>
      ) : (
        <Button look="danger" onClick={() => setAsked(true)}>
          {words.loss}
        </Button>
      )}
    </section>
  )
}
