import { useEffect, useRef } from 'react'
import { FormProvider, useWatch } from 'react-hook-form'
import { checkRightToFile } from '../../lib/complaints/check-right-to-file.ts'
import type { IpType } from '../../lib/queue/flag.ts'
import { type Holder, portalStates, type Right } from '../../lib/rights/right.ts'
import { Notice } from '../ui/notice.tsx'
import { CopyrightFields } from './copyright-fields.tsx'
import { fieldId, focusField, rightFieldOf } from './field-of-point.ts'
import { FormSection } from './form-section.tsx'
import { HolderChoice } from './holder-choice.tsx'
import { OpenPoints } from './open-points.tsx'
import { PatentFields } from './patent-fields.tsx'
import { ReferencePictures, RightDocuments, SingleDocument } from './right-documents.tsx'
import { RightChoice, RightDay, RightLongText, RightText } from './right-fields.tsx'
import { type RightValues, rightOfValues } from './right-values.ts'
import { SaveBar } from './save-bar.tsx'
import { SellersField } from './sellers-field.tsx'
import { todayOf, useRightsServices } from './services.ts'
import { TerritoryField } from './territory-field.tsx'
import { TrademarkFields } from './trademark-fields.tsx'
import type { KeptForm } from './use-kept-form.ts'
import { useSaveKey } from './use-save-key.ts'
import { stateNames, words } from './words.ts'

const { form: text } = words
const states = portalStates.map((value) => ({ value, label: stateNames[value] }))
const roles = (['owner', 'agent'] as const).map((value) => ({ value, label: text.roles[value] }))

interface RightFormProps {
  kept: KeptForm<RightValues, Right>
  rightId: string
  ipType: IpType
  holders: Holder[]
  /** Stored rights of the same type. */
  others: Right[]
  field: string | null
}

/** The fields of a right, only those that its type has, and beside them what is still open. */
export function RightForm({ kept, rightId, ipType, holders, others, field }: RightFormProps) {
  const services = useRightsServices()
  const { form, restored, save, savedAtMs } = kept
  const values = useWatch({ control: form.control }) as RightValues
  const right = rightOfValues(values, rightId, 0)
  const holder = holders.find(({ holderId }) => holderId === values.holderId) ?? null
  const points = checkRightToFile(right, holder, { ipType: null, today: todayOf(services) })
  useSaveKey(save)
  useBeginAt(field, right)
  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
        className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_19rem]"
      >
        <div className="flex min-w-0 flex-col gap-5 lg:order-first">
          {restored && (
            <Notice tone="warn">
              <p className="font-medium">{text.restored}</p>
              {restored.changedMeanwhile && <p>{text.changedMeanwhile}</p>}
            </Notice>
          )}
          <FormSection title={text.basics}>
            <div className="grid gap-4 sm:grid-cols-2">
              <HolderChoice holders={holders} />
              <RightText name="label" label={text.label} hint={text.labelHint} />
            </div>
            {ipType === 'trademark' && <TrademarkFields />}
            {ipType === 'copyright' && <CopyrightFields rightId={savedAtMs === null ? null : rightId} />}
            {ipType === 'patent' && <PatentFields />}
          </FormSection>
          <FormSection title={text.territoryTitle}>
            <RightDay
              name="validUntil"
              label={text.validUntil}
              hint={ipType === 'patent' ? text.patentUntilHint : text.validUntilHint}
              className="max-w-72"
            />
            <TerritoryField others={others} />
          </FormSection>
          <FormSection title={text.files} hint={text.filesHint}>
            <RightDocuments ipType={ipType} />
            {ipType === 'trademark' && values.isInternational && (
              <SingleDocument name="extensionToChina" title={text.extension} hint={text.extensionHint} />
            )}
            <ReferencePictures ipType={ipType} />
          </FormSection>
          <FormSection title={text.authority}>
            <RightChoice name="role" label={text.role} choices={roles} className="max-w-72" />
            {values.role === 'agent' && (
              <>
                <SingleDocument name="powerOfAttorney" title={text.poa} hint={text.poaHint} />
                <RightDay name="powerOfAttorneyUntil" label={text.poaUntil} className="max-w-72" />
              </>
            )}
          </FormSection>
          <FormSection title={text.portal} hint={text.portalHint}>
            <div className="grid gap-4 sm:grid-cols-2">
              <RightChoice name="portal.state" label={text.state} choices={states} />
              <RightDay name="portal.since" label={text.since} />
            </div>
            <RightLongText name="portal.note" label={text.note} hint={text.noteHint} maxLength={2000} />
          </FormSection>
          <FormSection title={text.vocabulary} hint={text.vocabularyHint}>
            <div className="grid gap-4 sm:grid-cols-3">
              <RightLongText name="vocabulary.names" label={text.names} hint={text.namesHint} rows={5} />
              <RightLongText name="vocabulary.products" label={text.products} rows={5} />
              <RightLongText
                name="vocabulary.goods"
                label={text.goodsWords}
                hint={text.goodsWordsHint}
                rows={5}
              />
            </div>
          </FormSection>
          <FormSection title={text.sellers} hint={text.sellersHint}>
            <SellersField />
          </FormSection>
          <SaveBar kept={kept} wrongFields={Object.keys(form.formState.errors).length} />
        </div>
        <aside className="order-first lg:sticky lg:top-4 lg:order-last">
          <OpenPoints points={points} right={right} />
        </aside>
      </form>
    </FormProvider>
  )
}

/** Begins at the field that the address names: other pages lead here by what is open there. */
function useBeginAt(field: string | null, right: Right): void {
  // As it was when the page came up: typing must not move the focus.
  const begun = useRef(right)
  useEffect(() => {
    if (field === null) return
    const own = document.getElementById(fieldId(field)) ? field : rightFieldOf('', field, begun.current)
    if (own !== null) focusField(own)
  }, [field])
}
