import { useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { BackupEnd } from '../../lib/pack/backup/backup-frames.ts'
import { leastPassphraseCharacters as least } from '../../lib/pack/backup/make-backup.ts'
import { newPassphrase } from '../../lib/pack/backup/new-passphrase.ts'
import { Button } from '../ui/button.tsx'
import { CheckField, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { words } from './backup-words.ts'
import { ExportPage, NoticeHeading, Working } from './export-steps.tsx'
import { type SavedFile, SavedFileNotice } from './saved-file.tsx'
import { readableSize } from './saved-pack.tsx'
import { sparing } from './sparing.ts'

export type BackupStep = { step: 'rows'; done: number; of: number } | { step: 'reading-back' | 'saving' }

/** A backup that lies in the downloads folder. */
export interface SavedBackup extends SavedFile {
  end: BackupEnd
}

/** What the page of backups needs of database and browser. */
export interface BackupServices {
  make(passphrase: string, onStep: (step: BackupStep) => void): Promise<SavedBackup>
  showDownload(id: number): Promise<void>
}

type State =
  | { step: 'asking' }
  | BackupStep
  | { step: 'saved'; saved: SavedBackup }
  | { step: 'failed'; failure: Failure }

/** Asks for a passphrase and makes the one file that holds everything. */
export function BackupScreen({ services }: { services: BackupServices }) {
  const [state, setState] = useState<State>({ step: 'asking' })
  const make = async (passphrase: string) => {
    const rows = sparing((done, of) => setState({ step: 'rows', done, of }))
    setState({ step: 'rows', done: 0, of: 0 })
    try {
      const saved = await services.make(passphrase, (step) =>
        step.step === 'rows' ? rows(step.done, step.of) : setState(step),
      )
      setState({ step: 'saved', saved })
    } catch (error) {
      setState({ step: 'failed', failure: failureFrom(error, 'making the backup') })
    }
  }
  return (
    <ExportPage title={words.title}>
      {(state.step === 'asking' || state.step === 'failed') && (
        <>
          <p className="text-ink-soft">{words.lead}</p>
          {state.step === 'failed' && (
            <Notice tone="danger">
              <div role="alert">
                <NoticeHeading>{words.failedTitle}</NoticeHeading>
                <p>{state.failure.message}</p>
              </div>
            </Notice>
          )}
          <NewPassphrase onChosen={(passphrase) => void make(passphrase)} />
          <section className="flex flex-col gap-1">
            <h2 className="text-sm font-semibold">{words.keyTitle}</h2>
            <p className="text-ink-soft">{words.key}</p>
          </section>
          <p>
            <a href="#/backup/restore" className="text-accent underline">
              {words.restore}
            </a>
          </p>
        </>
      )}
      {state.step === 'rows' && (
        <>
          <Working
            text={words.reading(state.done, state.of)}
            hint={words.keepOpen}
            done={state.done}
            of={Math.max(state.of, 1)}
          />
          <p className="text-ink-soft">{words.reads}</p>
        </>
      )}
      {(state.step === 'reading-back' || state.step === 'saving') && (
        <Working
          text={state.step === 'saving' ? words.saving : words.readingBack}
          hint={words.keepOpen}
          done={1}
          of={1}
        />
      )}
      {state.step === 'saved' && <Saved saved={state.saved} services={services} />}
    </ExportPage>
  )
}

/** Two fields that have to agree, and an offer to make one. */
function NewPassphrase({ onChosen }: { onChosen(passphrase: string): void }) {
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [suggested, setSuggested] = useState<string | null>(null)
  const [isShown, setShown] = useState(false)
  const [isTried, setTried] = useState(false)
  const isShort = [...typed].length < least
  const type = isShown ? 'text' : 'password'
  return (
    <form
      className="flex max-w-md flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!isShort && typed === again) onChosen(typed)
      }}
    >
      <TextField
        label={words.passphrase}
        hint={words.passphraseHint(least)}
        type={type}
        dir="ltr"
        autoComplete="new-password"
        value={typed}
        error={isTried && isShort ? words.short(least) : undefined}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <TextField
        label={words.again}
        type={type}
        dir="ltr"
        autoComplete="new-password"
        value={again}
        error={isTried && !isShort && typed !== again ? words.differs : undefined}
        onChange={({ currentTarget }) => setAgain(currentTarget.value)}
      />
      <CheckField
        label={words.show}
        checked={isShown}
        onChange={({ currentTarget }) => setShown(currentTarget.checked)}
      />
      {suggested !== null && (
        <div role="status">
          <p>{words.suggested}</p>
          <code className="font-mono select-all">{suggested}</code>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary">
          {words.begin}
        </Button>
        <Button
          onClick={() => {
            const made = newPassphrase()
            setSuggested(made)
            setTyped(made)
            setAgain(made)
          }}
        >
          {words.suggest}
        </Button>
      </div>
    </form>
  )
}

function Saved({ saved, services }: { saved: SavedBackup; services: BackupServices }) {
  const { end, bytes } = saved
  return (
    <>
      <SavedFileNotice title={words.doneTitle} saved={saved} services={services}>
        {words.done(end.rows, end.files, readableSize(bytes))}
      </SavedFileNotice>
      {end.damagedFiles.length > 0 && (
        <Notice tone="warn">
          <p>{words.damaged(end.damagedFiles.length)}</p>
        </Notice>
      )}
    </>
  )
}
