import { FileText, Image, X } from 'lucide-react'
import { useId, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { DocumentRef } from '../../lib/rights/right-document.ts'
import { IconButton } from '../ui/button.tsx'
import { draftWords as words } from './draft-words.ts'
import { keepFile } from './keep-file.ts'
import type { ComplaintServices } from './services.ts'

interface FilePartProps {
  label: string
  hint?: string
  files: readonly DocumentRef[]
  /** Takes one file only: another takes its place. */
  isSingle?: boolean
  /** Only pictures, e.g. for comparisons. */
  isPicture?: boolean
  services: Pick<ComplaintServices, 'rights' | 'clock'>
  onChange(files: DocumentRef[]): void
}

/** Files of one kind: those there, and a button for more. What the portal refuses is said with the reason. */
export function FilePart({ label, hint, files, isSingle, isPicture, services, onChange }: FilePartProps) {
  const [inputId, hintId, refusedId] = [useId(), useId(), useId()]
  const [refused, setRefused] = useState<string[]>([])
  const add = async (chosen: File[]) => {
    const kept: DocumentRef[] = []
    const problems: string[] = []
    for (const file of chosen) {
      try {
        const outcome = await keepFile(services, file)
        if (outcome.ok) kept.push(outcome.value)
        else problems.push(outcome.error.message)
      } catch (error) {
        problems.push(failureFrom(error, `storing ${file.name}`).message)
      }
    }
    setRefused(problems)
    if (kept.length === 0) return
    const known = isSingle ? [] : files.filter((file) => kept.every(({ sha256 }) => sha256 !== file.sha256))
    onChange(isSingle ? kept.slice(-1) : [...known, ...kept])
  }
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={inputId} className="font-medium">
        {label}
      </label>
      {files.length > 0 && (
        <ul className="flex flex-col gap-1">
          {files.map((file) => (
            <li key={file.sha256} className="flex items-center gap-2 rounded-md border border-line px-2 py-1">
              {file.mediaType === 'application/pdf' ? (
                <FileText size={15} aria-hidden className="shrink-0 text-ink-soft" />
              ) : (
                <Image size={15} aria-hidden className="shrink-0 text-ink-soft" />
              )}
              <span className="min-w-0 flex-1 truncate" title={file.name} dir="auto">
                {file.name}
              </span>
              <span className="shrink-0 text-xs text-ink-soft tabular-nums">{words.size(file.bytes)}</span>
              <IconButton
                label={words.removeFile(file.name)}
                icon={<X size={14} aria-hidden />}
                onClick={() => onChange(files.filter(({ sha256 }) => sha256 !== file.sha256))}
              />
            </li>
          ))}
        </ul>
      )}
      <input
        id={inputId}
        type="file"
        multiple={!isSingle}
        accept={isPicture ? 'image/png,image/jpeg' : 'application/pdf,image/png,image/jpeg'}
        aria-describedby={`${hintId} ${refusedId}`}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])]
          event.target.value = ''
          void add(chosen)
        }}
        className="w-full min-w-0 rounded-md text-xs text-ink-soft file:me-2 file:h-8 file:rounded-md file:border file:border-solid file:border-line file:bg-raised file:px-3 file:text-[0.8125rem] file:font-medium file:text-ink hover:file:bg-hover"
      />
      {hint !== undefined && (
        <p id={hintId} className="text-xs text-ink-soft">
          {hint}
        </p>
      )}
      <div id={refusedId} role="status">
        {refused.map((message) => (
          <p key={message} className="text-xs text-danger">
            {message}
          </p>
        ))}
      </div>
    </div>
  )
}
