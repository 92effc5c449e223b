import { useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { isoWithOffset } from '../../lib/core/iso-time.ts'
import { fail, type Result } from '../../lib/core/result.ts'
import type { ImportReport } from '../../lib/pack/import/import-pack.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ChooseFiles } from './choose-files.tsx'
import { ExportPage, NoticeHeading, Working } from './export-steps.tsx'
import { importWords as words } from './import-words.ts'
import { CopiedFact, Fact, PackFacts } from './saved-pack.tsx'
import { sparing } from './sparing.ts'

/** What the import page needs of database and browser. */
export interface ImportServices {
  importPack(file: Blob, onProgress: (done: number, of: number) => void): Promise<Result<ImportReport>>
  openEvidence(captureIds: string[]): void
  copyText(text: string): Promise<void>
}

interface Outcome {
  name: string
  report: Result<ImportReport>
}

/** Takes in evidence packs, one after another, and says what became of each. */
export function ImportScreen({ services }: { services: ImportServices }) {
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const [work, setWork] = useState<{ name: string; done: number; of: number } | null>(null)

  const importAll = async (files: File[]) => {
    setOutcomes([])
    for (const file of files) {
      setWork({ name: file.name, done: 0, of: 0 })
      const report = await attempt(() =>
        services.importPack(
          file,
          sparing((done, of) => setWork({ name: file.name, done, of })),
        ),
      )
      setOutcomes((before) => [...before, { name: file.name, report }])
    }
    setWork(null)
  }

  return (
    <ExportPage title={words.title}>
      <p className="text-ink-soft">{words.what}</p>
      <p className="text-ink-soft">
        {words.back}{' '}
        <a href="#/restore" className="text-accent underline">
          {words.restore}
        </a>
      </p>
      {work ? (
        <Working
          text={work.of === 0 ? words.working(work.name) : words.storing(work.done, work.of)}
          hint={words.keepOpen}
          done={work.done}
          of={Math.max(work.of, 1)}
        />
      ) : (
        <ChooseFiles filesLabel={words.choose} accept=".zip" onChosen={(files) => void importAll(files)} />
      )}
      {outcomes.map(({ name, report }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: outcomes are only ever added
        <ImportOutcome key={index} name={name} report={report} services={services} />
      ))}
    </ExportPage>
  )
}

async function attempt(work: () => Promise<Result<ImportReport>>): Promise<Result<ImportReport>> {
  try {
    return await work()
  } catch (error) {
    const { code, message } = failureFrom(error, 'importing the pack')
    return fail(code, message)
  }
}

function ImportOutcome({ name, report, services }: Outcome & { services: ImportServices }) {
  if (!report.ok) {
    return (
      <Notice tone="danger">
        <div role="alert">
          <NoticeHeading>{words.refused}</NoticeHeading>
          <p className="break-all">{name}</p>
          <p className="break-words">{report.error.message}</p>
        </div>
      </Notice>
    )
  }
  const { imported, alreadyThere, captureIds, publicKeySha256, packId, packMadeAt } = report.value
  return (
    <>
      <Notice tone={imported.length > 0 ? 'good' : 'plain'}>
        <div role="status">
          <NoticeHeading>
            {imported.length > 0 ? words.done(imported.length) : words.nothingNew}
          </NoticeHeading>
          {alreadyThere.length > 0 && <p>{words.there(alreadyThere.length)}</p>}
        </div>
        <Button className="mt-3" onClick={() => services.openEvidence(captureIds)}>
          {words.again}
        </Button>
      </Notice>
      <PackFacts>
        <Fact name={words.file}>{name}</Fact>
        <CopiedFact name={words.key} text={publicKeySha256} hint={words.keyHint} services={services} />
        <Fact name={words.packId}>{packId}</Fact>
        <Fact name={words.made}>{isoWithOffset(packMadeAt.wallMs, packMadeAt.offsetMinutes)}</Fact>
        <Fact name={words.listings}>{[...imported, ...alreadyThere].join(', ')}</Fact>
      </PackFacts>
    </>
  )
}
