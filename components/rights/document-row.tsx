import { FileImage, FileText, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DocumentRef } from '../../lib/rights/right-document.ts'
import { locale } from '../language/language.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { words } from './words.ts'

interface DocumentRowProps {
  document: DocumentRef
  /** Between name and buttons. */
  children?: ReactNode
  onView(): void
  onRemove(): void
}

/** One file: what it is called, how large it is, and what can be done with it. */
export function DocumentRow({ document, children, onView, onRemove }: DocumentRowProps) {
  const { name, mediaType, bytes } = document
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-line bg-surface py-1 pe-1 ps-2.5">
      <span aria-hidden className="text-ink-soft">
        {mediaType === 'application/pdf' ? <FileText size={16} /> : <FileImage size={16} />}
      </span>
      <span className="min-w-0 flex-1 basis-32 truncate" dir="auto" title={name}>
        {name}
      </span>
      <span className="text-xs text-ink-soft tabular-nums">{sizeOf(bytes)}</span>
      {children}
      <Button size="small" look="quiet" aria-label={words.form.view(name)} onClick={onView}>
        {words.form.viewShort}
      </Button>
      <IconButton
        label={words.form.removeFile(name)}
        icon={<Trash2 size={15} aria-hidden />}
        onClick={onRemove}
      />
    </div>
  )
}

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString(locale)} kB`
    : `${(bytes / 1_000_000).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`
