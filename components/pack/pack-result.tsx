import { Copy, FolderOpen, RotateCcw } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { ExportedPack, ExportServices } from './export-queue.ts'
import { PackProblems } from './pack-problems.tsx'
import type { Saved } from './use-export.ts'
import { words } from './words.ts'

interface PackResultProps {
  pack: ExportedPack
  saved: Saved
  services: ExportServices
  onSave(): void
}

/** What was packed, where it lies, and what it lacks. */
export function PackResult({ pack, saved, services, onSave }: PackResultProps) {
  const [copied, setCopied] = useState(false)
  const { report } = pack
  return (
    <>
      <Notice tone={saved.step === 'not-saved' ? 'danger' : saved.step === 'saved' ? 'good' : 'plain'}>
        <div role="status">
          <h2 className="text-sm font-semibold">
            {saved.step === 'not-saved' ? words.notSavedTitle : words.done(report.listings)}
          </h2>
          {report.problems.length === 0 && <p>{words.complete}</p>}
          {saved.step === 'saving' && <p>{words.saving}</p>}
          {saved.step === 'not-saved' && <p>{saved.failure.message}</p>}
        </div>
        {saved.step !== 'saving' && (
          <div className="mt-3 flex flex-wrap gap-2">
            {saved.step === 'saved' && (
              <Button look="primary" onClick={() => void services.showDownload(saved.id)}>
                <FolderOpen size={15} aria-hidden />
                {words.showFile}
              </Button>
            )}
            <Button look={saved.step === 'not-saved' ? 'primary' : 'secondary'} onClick={onSave}>
              <RotateCcw size={15} aria-hidden />
              {words.saveAgain}
            </Button>
          </div>
        )}
      </Notice>

      <PackProblems report={report} />

      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 rounded-lg border border-line p-4">
        <Fact name={words.file}>{pack.name}</Fact>
        {saved.step === 'saved' && <Fact name={words.savedTo}>{saved.path}</Fact>}
        <Fact name={words.listings}>{report.listings.toLocaleString('en')}</Fact>
        {/* The manifest lists all files but itself. */}
        <Fact name={words.files}>{(report.files.length + 1).toLocaleString('en')}</Fact>
        <Fact name={words.size}>{readableSize(pack.file.size)}</Fact>
        <Fact name={words.sha256}>
          <span className="flex flex-wrap items-center gap-2">
            <code className="font-mono text-xs break-all">{pack.sha256}</code>
            <Button
              size="small"
              onClick={() => void services.copyText(pack.sha256).then(() => setCopied(true))}
            >
              <Copy size={13} aria-hidden />
              {words.copy}
            </Button>
            <span role="status" className="text-xs text-ink-soft">
              {copied && words.copied}
            </span>
          </span>
        </Fact>
      </dl>

      <section>
        <h2 className="mb-2 text-sm font-semibold">{words.inThePack}</h2>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1">
          {words.parts.map(([path, what]) => (
            <Fact key={path} name={<code className="font-mono text-xs">{path}</code>}>
              {what}
            </Fact>
          ))}
        </dl>
      </section>
    </>
  )
}

const Fact = ({ name, children }: { name: ReactNode; children: ReactNode }) => (
  <div className="contents">
    <dt className="text-ink-soft">{name}</dt>
    <dd className="m-0 min-w-0 break-words">{children}</dd>
  </div>
)

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const

/** "347 kB", "21.4 MB" (units of 1,000). */
function readableSize(bytes: number): string {
  const step = Math.min(units.length, Math.max(1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)))
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: units[step - 1] ?? 'kilobyte',
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** step)
}
