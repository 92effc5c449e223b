import { useMemo } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { ChoiceList } from '../ui/choice-list.tsx'
import { fieldId } from './field-of-point.ts'
import { niceClassGroups } from './nice-classes.ts'
import { messageAt, RightCheck, RightChoice, RightText } from './right-fields.tsx'
import type { RightValues } from './right-values.ts'
import { words } from './words.ts'

const { form } = words
const kinds = (['word', 'figurative', 'combined'] as const).map((value) => ({
  value,
  label: form.markKinds[value],
}))

/** What a trademark is, as its certificate says. */
export function TrademarkFields() {
  const { control } = useFormContext<RightValues>()
  const kind = useWatch({ control, name: 'kind' })
  const markHint = form.markHint[kinds.find(({ value }) => value === kind)?.value ?? 'word']
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <RightChoice name="kind" label={form.kind} choices={kinds} />
        <RightText name="mark" label={form.mark} hint={markHint} />
        <RightText name="number" label={form.number} hint={form.numberHint} spellCheck={false} />
        <RightText name="registrant" label={form.registrant} hint={form.registrantHint} />
        <RightText name="jurisdiction" label={form.jurisdiction} hint={form.jurisdictionHint} />
      </div>
      <RightCheck name="isInternational" label={form.international} hint={form.internationalHint} />
      <NiceClasses />
    </>
  )
}

function NiceClasses() {
  const { control, formState } = useFormContext<RightValues>()
  const { field } = useController({ control, name: 'niceClasses' })
  const groups = useMemo(() => niceClassGroups(form.goods, form.services), [])
  return (
    <ChoiceList
      id={fieldId('niceClasses')}
      label={form.classes}
      hint={form.classesHint}
      searchHint={form.classSearch}
      groups={groups}
      chosen={field.value}
      onChange={(classes) => field.onChange(classes.toSorted((one, other) => one - other))}
      removeLabel={form.take}
      nothingFound={form.nothingFound}
      nothingChosen={form.noClasses}
      error={messageAt(formState.errors, 'niceClasses')}
    />
  )
}
