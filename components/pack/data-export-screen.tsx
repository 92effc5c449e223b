import { useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { words } from './backup-words.ts'
import { ExportPage, NoticeHeading, Working } from './export-steps.tsx'
import { type SavedFile, SavedFileNotice } from './saved-file.tsx'
import { readableSize } from './saved-pack.tsx'
import { sparing } from './sparing.ts'

/** What the export of all data needs of database and browser. */
export interface DataExportServices {
  exportData(onProgress: (done: number, of: number) => void): Promise<SavedFile>
  showDownload(id: number): Promise<void>
}

type State =
  | { step: 'asking' }
  | { step: 'writing'; done: number; of: number }
  | { step: 'saved'; saved: SavedFile }
  | { step: 'failed'; failure: Failure }

/** Writes everything in open formats. */
export function DataExportScreen({ services }: { services: DataExportServices }) {
  const [state, setState] = useState<State>({ step: 'asking' })
  const begin = async () => {
    setState({ step: 'writing', done: 0, of: 1 })
    try {
      const onProgress = sparing((done, of) => setState({ step: 'writing', done, of }))
      setState({ step: 'saved', saved: await services.exportData(onProgress) })
    } catch (error) {
      setState({ step: 'failed', failure: failureFrom(error, 'exporting all data') })
    }
  }
  return (
    <ExportPage title={words.dataTitle}>
      <p className="text-ink-soft">{words.dataLead}</p>
      {state.step === 'failed' && (
        <Notice tone="danger">
          <div role="alert">
            <NoticeHeading>{words.dataFailed}</NoticeHeading>
            <p>{state.failure.message}</p>
          </div>
        </Notice>
      )}
      {(state.step === 'asking' || state.step === 'failed') && (
        <Button look="primary" className="self-start" onClick={() => void begin()}>
          {words.dataBegin}
        </Button>
      )}
      {state.step === 'writing' && (
        <Working
          text={words.dataReading(state.done, state.of)}
          hint={words.keepOpen}
          done={state.done}
          of={Math.max(state.of, 1)}
        />
      )}
      {state.step === 'saved' && (
        <SavedFileNotice title={words.dataDone} saved={state.saved} services={services}>
          {readableSize(state.saved.bytes)}
        </SavedFileNotice>
      )}
    </ExportPage>
  )
}
