import type { ReactNode } from 'react'
import type { DocumentRef, DocumentType } from '../../lib/rights/right-document.ts'
import { FileDrop } from '../ui/file-drop.tsx'
import { Notice } from '../ui/notice.tsx'
import { DocumentRow } from './document-row.tsx'
import { fieldId } from './field-of-point.ts'
import { useDocuments } from './use-documents.ts'
import { words } from './words.ts'

const endings: Record<DocumentType, string> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg,.jpeg',
  'image/png': '.png',
}

interface DocumentsFieldProps<Document extends DocumentRef> {
  /** Name in the form. */
  name: string
  title: string
  hint?: ReactNode
  /** One file alone: adding another takes its place. */
  isSingle?: boolean
  accepted?: readonly DocumentType[]
  addLabel?: string
  documents: readonly Document[]
  onChange(documents: Document[]): void
  /** Makes a stored file what this field holds. */
  toDocument(document: DocumentRef, present: readonly Document[]): Document
  /** What stands beside each file, e.g. its kind. */
  renderDocument?(document: Document): ReactNode
}

/** Files of a right or holder: added by button or by dragging, viewed, removed. */
export function DocumentsField<Document extends DocumentRef>(props: DocumentsFieldProps<Document>) {
  const {
    name,
    title,
    hint,
    isSingle = false,
    accepted,
    documents,
    onChange,
    toDocument,
    renderDocument,
  } = props
  const { isBusy, failures, said, keep, view } = useDocuments(accepted)
  const add = async (files: File[]) => {
    const kept = await keep(files, documents)
    if (kept.length === 0) return
    const all: Document[] = isSingle ? [] : [...documents]
    for (const document of kept) all.push(toDocument(document, all))
    onChange(all)
  }
  const addLabel = isSingle
    ? documents.length > 0
      ? words.form.replaceFile
      : words.form.addFile
    : (props.addLabel ?? words.form.addFiles)
  return (
    <div className="flex flex-col gap-1.5">
      <h3 className="font-medium">{title}</h3>
      {documents.length > 0 && (
        <ul aria-label={title} className="flex flex-col gap-1.5">
          {documents.map((document) => (
            <li key={document.sha256}>
              <DocumentRow
                document={document}
                onView={() => void view(document)}
                onRemove={() => onChange(documents.filter((each) => each !== document))}
              >
                {renderDocument?.(document)}
              </DocumentRow>
            </li>
          ))}
        </ul>
      )}
      <FileDrop
        id={fieldId(name)}
        label={`${addLabel}: ${title}`}
        shown={addLabel}
        hint={hint}
        multiple={!isSingle}
        accept={(accepted ?? (Object.keys(endings) as DocumentType[])).map((type) => endings[type]).join(',')}
        isBusy={isBusy}
        onFiles={(files) => void add(files)}
      />
      <p role="status" className="sr-only">
        {said}
      </p>
      {failures.length > 0 && (
        <Notice tone="danger">
          <ul role="alert">
            {failures.map((failure) => (
              <li key={failure} className="break-words">
                {failure}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
