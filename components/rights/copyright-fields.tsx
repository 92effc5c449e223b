import { FileText } from 'lucide-react'
import { useFormContext, useWatch } from 'react-hook-form'
import { SingleDocument } from './right-documents.tsx'
import { RightCheck, RightChoice, RightDay, RightText } from './right-fields.tsx'
import type { RightValues } from './right-values.ts'
import { rightsHash } from './rights-view.ts'
import { words } from './words.ts'

const { form } = words
const works = (['art', 'photo', 'text', 'software', 'other'] as const).map((value) => ({
  value,
  label: form.works[value],
}))

/** What a work is, and what proves it. @param rightId null while it is not stored yet */
export function CopyrightFields({ rightId }: { rightId: string | null }) {
  const { control } = useFormContext<RightValues>()
  const isRegistered = useWatch({ control, name: 'isRegistered' })
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <RightText name="workTitle" label={form.workTitle} />
        <RightChoice name="work" label={form.work} choices={works} />
        <RightText name="author" label={form.author} />
        <RightText name="registrant" label={form.owner} />
        <RightDay name="firstPublished" label={form.firstPublished} />
        <RightText
          name="firstPublishedUrl"
          type="url"
          label={form.firstPublishedUrl}
          maxLength={2000}
          spellCheck={false}
          placeholder="https://"
        />
        <RightText name="jurisdiction" label={form.jurisdictionOfWork} />
      </div>
      <RightCheck name="isRegistered" label={form.registered} hint={form.registeredHint} />
      {isRegistered && <RightText name="number" label={form.certificateNumber} spellCheck={false} />}
      {!isRegistered && (
        <>
          <SingleDocument name="claimStatement" title={form.statement} hint={form.statementHint} />
          <p className="text-ink-soft">
            {form.draftStatementHint}{' '}
            {rightId === null ? (
              form.saveFirst
            ) : (
              <a
                href={rightsHash({ view: 'statement', rightId })}
                className="inline-flex items-center gap-1 font-medium text-accent underline"
              >
                <FileText size={14} aria-hidden />
                {form.draftStatement}
              </a>
            )}
          </p>
        </>
      )}
    </>
  )
}
