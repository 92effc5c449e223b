import { useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { CheckedBackup } from '../../lib/pack/backup/check-backup.ts'
import { locale } from '../language/language.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { Notice } from '../ui/notice.tsx'
import { words } from './backup-words.ts'
import { ExportPage, NoticeHeading, Working } from './export-steps.tsx'
import { Fact, PackFacts, readableSize } from './saved-pack.tsx'
import { sparing } from './sparing.ts'

type Progress = (done: number, of: number) => void

/** What restoring a backup needs of database and browser. */
export interface RestoreBackupServices {
  check(file: Blob, passphrase: string, onProgress: Progress): Promise<CheckedBackup>
  /** Returns why the background works with the former state until the browser is restarted; null where it does not. */
  restore(checked: CheckedBackup, onProgress: Progress): Promise<Failure | null>
  /** Opens this page anew, with the settings that came back. */
  startAnew(): void
}

type State =
  | { step: 'asking' }
  | { step: 'checking' | 'restoring'; done: number; of: number }
  | { step: 'found'; checked: CheckedBackup }
  | { step: 'restored'; background: Failure | null }
  | { step: 'failed'; during: 'check' | 'restore'; failure: Failure }

/** From a backup file to a profile in which everything is back. */
export function RestoreBackupScreen({ services }: { services: RestoreBackupServices }) {
  const [state, setState] = useState<State>({ step: 'asking' })
  const [file, setFile] = useState<File | null>(null)
  const attempt = async (during: 'check' | 'restore', work: () => Promise<State>) => {
    try {
      setState(await work())
    } catch (error) {
      setState({ step: 'failed', during, failure: failureFrom(error, 'restoring the backup') })
    }
  }
  const progress = (step: 'checking' | 'restoring') => {
    setState({ step, done: 0, of: 1 })
    return sparing((done, of) => setState({ step, done, of }))
  }
  const check = (chosen: File, passphrase: string) => {
    const onProgress = progress('checking')
    void attempt('check', async () => ({
      step: 'found',
      checked: await services.check(chosen, passphrase, onProgress),
    }))
  }
  const restore = (checked: CheckedBackup) => {
    const onProgress = progress('restoring')
    void attempt('restore', async () => ({
      step: 'restored',
      background: await services.restore(checked, onProgress),
    }))
  }

  return (
    <ExportPage title={words.restoreTitle}>
      {state.step !== 'restored' && <p className="text-ink-soft">{words.restoreLead}</p>}
      {state.step === 'failed' && (
        <Notice tone="danger">
          <div role="alert">
            <NoticeHeading>
              {state.during === 'check' ? words.checkFailedTitle : words.restoreFailedTitle}
            </NoticeHeading>
            <p>{state.failure.message}</p>
          </div>
        </Notice>
      )}
      {(state.step === 'asking' || state.step === 'failed') && (
        <AskForBackup file={file} onFile={setFile} onCheck={check} />
      )}
      {(state.step === 'checking' || state.step === 'restoring') && (
        <Working
          text={words[state.step](Math.floor((state.done / Math.max(state.of, 1)) * 100))}
          hint={words.keepOpen}
          done={state.done}
          of={Math.max(state.of, 1)}
        />
      )}
      {state.step === 'found' && <Found checked={state.checked} onRestore={() => restore(state.checked)} />}
      {state.step === 'restored' && (
        <Notice tone="good">
          <div role="status">
            <NoticeHeading>{words.restoredTitle}</NoticeHeading>
            <p>{words.restored}</p>
            {state.background && (
              <p>
                {words.restart} {state.background.message}
              </p>
            )}
          </div>
          <Button look="primary" className="mt-3" onClick={services.startAnew}>
            {words.open}
          </Button>
        </Notice>
      )}
    </ExportPage>
  )
}

interface AskForBackupProps {
  file: File | null
  onFile(file: File): void
  onCheck(file: File, passphrase: string): void
}

function AskForBackup({ file, onFile, onCheck }: AskForBackupProps) {
  const [passphrase, setPassphrase] = useState('')
  return (
    <>
      <form
        className="flex max-w-md flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (file && passphrase !== '') onCheck(file, passphrase)
        }}
      >
        <FileDrop
          label={words.chooseFile}
          shown={words.chooseFile}
          accept=".docket"
          multiple={false}
          hint={file && words.chosen(file.name, readableSize(file.size))}
          onFiles={([chosen]) => chosen && onFile(chosen)}
        />
        <TextField
          label={words.passphrase}
          type="password"
          dir="ltr"
          autoComplete="current-password"
          value={passphrase}
          onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
        />
        <Button
          type="submit"
          look="primary"
          className="self-start"
          disabled={file === null || passphrase === ''}
        >
          {words.check}
        </Button>
      </form>
      <p className="text-ink-soft">{words.restoreOnce}</p>
      <p>
        <a href="#/restore" className="text-accent underline">
          {words.copies}
        </a>
      </p>
    </>
  )
}

function Found({ checked, onRestore }: { checked: CheckedBackup; onRestore(): void }) {
  const { begin, end, refusal, newerRows } = checked
  const made = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  const many = (table: string) => (begin.tables[table] ?? 0).toLocaleString(locale)
  return (
    <>
      <Notice tone={refusal ? 'danger' : 'good'}>
        <div role="status">
          <NoticeHeading>{refusal ? words.refusedTitle : words.foundTitle}</NoticeHeading>
          {refusal && <p>{refusal.message}</p>}
          <p>{words.found(made.format(begin.made.wallMs))}</p>
          <p>{words.counts(end.rows, end.files, readableSize(end.fileBytes))}</p>
        </div>
      </Notice>
      <PackFacts>
        <Fact name={words.flags}>{many('flags')}</Fact>
        <Fact name={words.captures}>{many('captures')}</Fact>
        <Fact name={words.rights}>{many('rights')}</Fact>
        <Fact name={words.complaints}>{many('complaints')}</Fact>
        <Fact name={words.ledgerRows}>{many('ledger')}</Fact>
      </PackFacts>
      {newerRows > 0 && (
        <Notice tone="warn">
          <p>{words.newer(newerRows)}</p>
        </Notice>
      )}
      {!refusal && (
        <>
          <p className="text-ink-soft">{words.restoreOnce}</p>
          <Button look="primary" className="self-start" onClick={onRestore}>
            {words.restoreNow}
          </Button>
        </>
      )}
    </>
  )
}
