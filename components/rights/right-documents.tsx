import type { ReactNode } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import type { IpType } from '../../lib/queue/flag.ts'
import { type RightDocument, rightDocumentKinds } from '../../lib/rights/right-document.ts'
import { DocumentsField } from './documents-field.tsx'
import type { RightValues } from './right-values.ts'
import { kindsOfDocument, words } from './words.ts'

/** Certificate, pages, renewals and translations, each said to be what it is. */
export function RightDocuments({ ipType }: { ipType: IpType }) {
  const { control } = useFormContext<RightValues>()
  const { field } = useController({ control, name: 'documents' })
  const kinds = kindsOfDocument[ipType]
  return (
    <DocumentsField<RightDocument>
      name="documents"
      title={words.form.documents}
      hint={words.form.documentsHint[ipType]}
      documents={field.value}
      onChange={field.onChange}
      // The first file is the certificate more often than not; the person sees it and can say otherwise.
      toDocument={(document, present) => ({
        ...document,
        kind: present.some(({ kind }) => kind === 'certificate') ? 'other' : 'certificate',
      })}
      renderDocument={(document) => (
        <select
          aria-label={words.form.kindOf(document.name)}
          value={document.kind}
          onChange={(event) =>
            field.onChange(
              field.value.map((each) =>
                each.sha256 === document.sha256
                  ? { ...each, kind: event.target.value as RightDocument['kind'] }
                  : each,
              ),
            )
          }
          className="h-7 max-w-44 rounded-md border border-line-strong bg-surface px-1.5 text-xs"
        >
          {rightDocumentKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kinds[kind]}
            </option>
          ))}
        </select>
      )}
    />
  )
}

interface SingleDocumentProps {
  name: 'powerOfAttorney' | 'extensionToChina' | 'claimStatement' | 'evaluationReport'
  title: string
  hint: ReactNode
}

/** One file that stands for itself, e.g. the power of attorney. */
export function SingleDocument({ name, title, hint }: SingleDocumentProps) {
  const { control } = useFormContext<RightValues>()
  const { field } = useController({ control, name })
  return (
    <DocumentsField
      name={name}
      title={title}
      hint={hint}
      isSingle
      documents={field.value ? [field.value] : []}
      onChange={([document]) => field.onChange(document ?? null)}
      toDocument={(document) => document}
    />
  )
}

/** Pictures of genuine goods, of the work, or views of the design. */
export function ReferencePictures({ ipType }: { ipType: IpType }) {
  const { control } = useFormContext<RightValues>()
  const { field } = useController({ control, name: 'references' })
  return (
    <DocumentsField
      name="references"
      title={words.form.references}
      hint={words.form.referencesHint[ipType]}
      accepted={['image/jpeg', 'image/png']}
      addLabel={words.form.addPictures}
      documents={field.value}
      onChange={field.onChange}
      toDocument={(document) => document}
    />
  )
}
