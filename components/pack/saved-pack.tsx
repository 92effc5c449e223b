import { Copy, FolderOpen, RotateCcw } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { locale } from '../language/language.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Saved } from './use-export.ts'
import { words } from './words.ts'
import type { PackFileServices } from './write-pack.ts'

interface SavedNoticeProps {
  /** What was exported, in a few words. */
  title: string
  saved: Saved
  services: Pick<PackFileServices, 'showDownload'>
  onSave(): void
  /** More that is said of the pack. */
  children?: ReactNode
  /** More that can be done with it, once it is saved or not. */
  actions?: ReactNode
}

/** Whether the pack was saved, and what can be done with the file. */
export function SavedNotice({ title, saved, services, onSave, children, actions }: SavedNoticeProps) {
  return (
    <Notice tone={saved.step === 'not-saved' ? 'danger' : saved.step === 'saved' ? 'good' : 'plain'}>
      <div role="status">
        <h2 className="text-sm font-semibold">{saved.step === 'not-saved' ? words.notSavedTitle : title}</h2>
        {children}
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
          {actions}
        </div>
      )}
    </Notice>
  )
}

/** The facts of a pack, in a frame. */
export const PackFacts = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 rounded-lg border border-line p-4">
    {children}
  </dl>
)

export const Fact = ({ name, children }: { name: ReactNode; children: ReactNode }) => (
  <div className="contents">
    <dt className="text-ink-soft">{name}</dt>
    <dd className="m-0 min-w-0 break-words">{children}</dd>
  </div>
)

interface CopiedFactProps {
  name: string
  /** Many digits that nobody types. */
  text: string
  hint?: string
  services: Pick<PackFileServices, 'copyText'>
}

export function CopiedFact({ name, text, hint, services }: CopiedFactProps) {
  const [copied, setCopied] = useState(false)
  return (
    <Fact name={name}>
      <span className="flex flex-wrap items-center gap-2">
        <code className="font-mono text-xs break-all">{text}</code>
        <Button
          size="small"
          aria-label={words.copyOf(name)}
          onClick={() => void services.copyText(text).then(() => setCopied(true))}
        >
          <Copy size={13} aria-hidden />
          {words.copy}
        </Button>
        <span role="status" className="text-xs text-ink-soft">
          {copied && words.copied}
        </span>
      </span>
      {hint !== undefined && <p className="text-xs text-ink-soft">{hint}</p>}
    </Fact>
  )
}

/** What lies where in the pack. */
export const PackParts = ({ parts }: { parts: ReadonlyArray<readonly [string, string]> }) => (
  <section>
    <h2 className="mb-2 text-sm font-semibold">{words.inThePack}</h2>
    <dl className="grid gap-x-6 gap-y-1 max-sm:[&_dd]:mb-1 sm:grid-cols-[auto_minmax(0,1fr)]">
      {parts.map(([path, what]) => (
        <Fact key={path} name={<code className="font-mono text-xs">{path}</code>}>
          {what}
        </Fact>
      ))}
    </dl>
  </section>
)

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const

/** "15 bytes", "347 kB", "21.4 MB" (units of 1,000). */
export function readableSize(bytes: number): string {
  if (bytes < 1000) return words.bytes(bytes)
  const step = Math.min(units.length, Math.max(1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)))
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step - 1] ?? 'kilobyte',
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** step)
}
