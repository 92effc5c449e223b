import { CircleCheck } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { Notice } from '../ui/notice.tsx'
import { ImportPlanView } from './import-plan-view.tsx'
import { useImport } from './use-import.ts'
import { words } from './words.ts'

const text = words.exchange

/** Imports rights: first what the file would change, then the choice, then all of it at once. */
export function ImportDialog({ onClose }: { onClose(): void }) {
  const { state, choose, enter } = useImport()
  return (
    <Dialog title={text.importTitle} closeLabel={words.close} onClose={onClose}>
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto px-4 pb-4">
        {(state.step === 'choosing' || state.step === 'refused') && (
          <>
            <p className="text-ink-soft">{text.importHint}</p>
            <FileDrop
              label={state.step === 'refused' ? text.again : text.choose}
              shown={state.step === 'refused' ? text.again : text.choose}
              multiple={false}
              accept=".zip,.xlsx,.csv"
              onFiles={([file]) => file && void choose(file)}
            />
          </>
        )}
        <p role="status" className="text-ink-soft empty:hidden">
          {state.step === 'reading' && text.reading}
          {state.step === 'importing' && text.importing}
        </p>
        {state.step === 'refused' && (
          <Notice tone="danger">
            <div role="alert">
              <p className="font-medium">{text.refused}</p>
              <p className="break-words">{state.refusal.message}</p>
              {state.refusal.problems.length > 0 && (
                <>
                  <p className="mt-2 font-medium">{text.problems(state.refusal.problems.length)}</p>
                  <ul className="mt-1">
                    {state.refusal.problems.map(({ row, reason }) => (
                      <li key={row} className="break-words">
                        <span className="font-medium tabular-nums">{text.row(row)}</span>: {reason}
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </div>
          </Notice>
        )}
        {state.step === 'planned' && (
          <ImportPlanView
            found={state.found}
            onEnter={(replaced) => void enter(state.found, replaced)}
            onClose={onClose}
          />
        )}
        {state.step === 'done' && (
          <>
            <p role="status" className="flex items-center gap-2 text-good">
              <CircleCheck size={16} aria-hidden />
              {text.done(state.entered)}
            </p>
            <div className="flex justify-end">
              <Button look="primary" onClick={onClose}>
                {words.close}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}
