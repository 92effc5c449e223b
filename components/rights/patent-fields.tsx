import { Plus, Trash2 } from 'lucide-react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { Button, IconButton } from '../ui/button.tsx'
import { SingleDocument } from './right-documents.tsx'
import { RightChoice, RightDay, RightLongText, RightText } from './right-fields.tsx'
import type { RightValues } from './right-values.ts'
import { words } from './words.ts'

const { form } = words
const kinds = (['invention', 'utility-model', 'design'] as const).map((value) => ({
  value,
  label: form.patentKinds[value],
}))

/** What a patent protects: its claims, or the views of a design. */
export function PatentFields() {
  const { control } = useFormContext<RightValues>()
  const kind = useWatch({ control, name: 'kind' })
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <RightChoice name="kind" label={form.kind} choices={kinds} />
        <RightText name="title" label={form.patentTitle} />
        <RightText name="number" label={form.number} spellCheck={false} />
        <RightText name="registrant" label={form.patentHolder} hint={form.patentHolderHint} />
        <RightText name="jurisdiction" label={form.jurisdiction} hint={form.jurisdictionHint} />
        <RightDay name="filedOn" label={form.filedOn} />
      </div>
      {kind === 'design' ? <p className="text-ink-soft">{form.designViews}</p> : <Claims />}
      {kind !== 'invention' && (
        <SingleDocument name="evaluationReport" title={form.evaluation} hint={form.evaluationHint} />
      )}
    </>
  )
}

function Claims() {
  const { control } = useFormContext<RightValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'claims' })
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h3 className="font-medium">{form.claims}</h3>
        <p className="text-xs text-ink-soft">{form.claimsHint}</p>
      </div>
      {fields.map(({ id }, at) => (
        <div key={id} className="flex items-start gap-1">
          <RightLongText
            name={`claims.${at}.text`}
            label={form.claim(at + 1)}
            maxLength={10_000}
            className="flex-1"
          />
          <IconButton
            label={form.removeClaim(at + 1)}
            icon={<Trash2 size={15} aria-hidden />}
            onClick={() => remove(at)}
          />
        </div>
      ))}
      <Button className="self-start" onClick={() => append({ text: '' })}>
        <Plus size={14} aria-hidden />
        {form.addClaim}
      </Button>
    </div>
  )
}
