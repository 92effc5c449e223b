import { useCallback, useMemo } from 'react'
import { useController, useWatch } from 'react-hook-form'
import type { Holder } from '../../lib/rights/right.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { countryOptions } from './country-names.ts'
import { DocumentsField } from './documents-field.tsx'
import { holderDraftName, newHolderDraftName } from './draft-store.ts'
import { dropFiles, hashesIn } from './drop-files.ts'
import { fieldId } from './field-of-point.ts'
import { type HolderValues, holderResolver, holderValuesSchema, valuesOfHolder } from './holder-values.ts'
import { messageAt } from './right-fields.tsx'
import { useRightsServices } from './services.ts'
import { type KeptForm, useKeptForm } from './use-kept-form.ts'
import { words } from './words.ts'

const { holder: text } = words
const kinds = (['company', 'person'] as const).map((value) => ({ value, label: text.kinds[value] }))

/** The form of a holder, kept as it is typed. */
export function useHolderForm(holder: Holder, isNew: boolean): KeptForm<HolderValues, Holder> {
  const services = useRightsServices()
  const { repo, drafts, clock } = services
  const { holderId } = holder
  const stored = useMemo(() => valuesOfHolder(holder), [holder])
  const resolver = useMemo(() => holderResolver(holderId, () => clock().wallMs), [holderId, clock])
  const nameOf = useCallback(
    (seen: number | null) => (seen === null ? newHolderDraftName(holderId) : holderDraftName(holderId)),
    [holderId],
  )
  const kept = useKeptForm<HolderValues, Holder>({
    drafts,
    nameOf,
    stored,
    seen: isNew ? null : holder.changedAtMs,
    shape: holderValuesSchema,
    resolver,
    async commit(saved, seen) {
      const named = hashesIn([await repo.holder(holderId), kept.form.getValues()])
      await repo.saveHolder(saved, seen)
      await dropFiles(services, named)
      return { values: valuesOfHolder(saved), seen: saved.changedAtMs }
    },
  })
  const { form, discard: reset } = kept
  const discard = useCallback(() => {
    const named = hashesIn(form.getValues())
    reset()
    void dropFiles(services, named)
  }, [form, reset, services])
  return { ...kept, discard }
}

/** Who it is: name, documents. */
export function HolderIdentity({ form }: Pick<KeptForm<HolderValues, Holder>, 'form'>) {
  const { control, register, formState, getValues, setValue } = form
  const { field } = useController({ control, name: 'identityDocuments' })
  const kind = useWatch({ control, name: 'kind' })
  const error = (name: keyof HolderValues) => messageAt(formState.errors, name)
  const countries = useMemo(() => countryOptions(text.noCountry), [])
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...register('name')}
          id={fieldId('name')}
          label={text.name}
          hint={text.nameHint}
          error={error('name')}
          maxLength={300}
        />
        <SelectField {...register('kind')} id={fieldId('kind')} label={text.kind} choices={kinds} />
        <div className="flex flex-col items-start gap-1.5">
          <TextField
            {...register('complainantName')}
            id={fieldId('complainantName')}
            label={text.complainantName}
            hint={text.complainantNameHint}
            error={error('complainantName')}
            maxLength={300}
            className="w-full"
          />
          <Button
            size="small"
            onClick={() => setValue('complainantName', getValues('name').trim(), { shouldDirty: true })}
          >
            {text.sameAsName}
          </Button>
        </div>
        <SelectField
          {...register('country')}
          id={fieldId('country')}
          label={text.country}
          choices={countries}
        />
      </div>
      <DocumentsField
        name="identityDocuments"
        title={text.identity}
        hint={kind === 'person' ? text.identityHint.person : text.identityHint.company}
        documents={field.value}
        onChange={field.onChange}
        toDocument={(document) => document}
      />
    </>
  )
}

/** How sellers and the portal reach the holder. */
export function HolderContact({
  form: { register, formState },
}: Pick<KeptForm<HolderValues, Holder>, 'form'>) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        {...register('contactName')}
        id={fieldId('contactName')}
        label={text.contactName}
        hint={text.contactNameHint}
        error={messageAt(formState.errors, 'contactName')}
        maxLength={300}
      />
      <TextField
        {...register('contactEmail')}
        id={fieldId('contactEmail')}
        type="email"
        label={text.contactEmail}
        hint={text.contactEmailHint}
        error={messageAt(formState.errors, 'contactEmail')}
        maxLength={300}
        spellCheck={false}
      />
    </div>
  )
}
