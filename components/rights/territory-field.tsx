import { useMemo, useState } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { madridMembers } from '../../lib/rights/country-codes.ts'
import type { Right } from '../../lib/rights/right.ts'
import { lacksChina } from '../../lib/rights/territory.ts'
import { ChoiceList } from '../ui/choice-list.tsx'
import { CheckField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { territoryGroups } from './country-names.ts'
import { fieldId } from './field-of-point.ts'
import { messageAt } from './right-fields.tsx'
import type { RightValues } from './right-values.ts'
import { TerritoryMap } from './territory-map.tsx'
import { words } from './words.ts'

/** Where the right applies: chosen from a list, shown on a map. @param others the stored rights of the same type */
export function TerritoryField({ others }: { others: readonly Right[] }) {
  const { control, formState } = useFormContext<RightValues>()
  const { field } = useController({ control, name: 'territory' })
  const [ipType, isInternational] = useWatch({ control, name: ['ipType', 'isInternational'] })
  const [offersAll, setOffersAll] = useState(() => field.value.some((code) => !madridMembers.has(code)))
  const isMadrid = ipType === 'trademark' && isInternational
  const groups = useMemo(
    () => territoryGroups(words.form.regions, isMadrid && !offersAll),
    [isMadrid, offersAll],
  )
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-2">
        <ChoiceList
          id={fieldId('territory')}
          label={isMadrid ? words.form.designations : words.form.territory}
          hint={isMadrid ? words.form.designationsHint : words.form.territoryHint}
          searchHint={words.form.territorySearch}
          groups={groups}
          chosen={field.value}
          onChange={field.onChange}
          removeLabel={words.form.take}
          nothingFound={words.form.nothingFound}
          nothingChosen={words.form.noTerritory}
          error={messageAt(formState.errors, 'territory')}
        />
        {isMadrid && (
          <CheckField
            label={words.form.allCountries}
            checked={offersAll}
            onChange={(event) => setOffersAll(event.target.checked)}
          />
        )}
      </div>
      <TerritoryMap territory={field.value} label={words.form.territory} />
      {field.value.length > 0 && lacksChina([...others, { territory: field.value }]) && (
        <Notice tone="plain">
          <p className="font-medium">{words.china.title}</p>
          <p>{words.china.text([ipType])}</p>
        </Notice>
      )}
    </div>
  )
}
