import { type Continent, countryCodes, madridMembers } from '../../lib/rights/country-codes.ts'
import { regionCodes } from '../../lib/rights/territory.ts'
import { locale } from '../language/language.ts'
import type { ChoiceGroup } from '../ui/choice-list.tsx'
import { countryWords } from './country-words.ts'

const names = new Intl.DisplayNames(locale, { type: 'region' })

/** The name of a country or region by its code; the code where there is none. */
export function countryName(code: string): string {
  const region = regionCodes.find((known) => known === code)
  if (region) return countryWords.regions[region]
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code
}

export const continents = Object.keys(countryCodes) as Continent[]

export const continentName = (continent: Continent): string => countryWords.continents[continent]

const choiceOf = (code: string) => ({ value: code, code, label: countryName(code) })

const byName = (codes: readonly string[]) =>
  codes.map(choiceOf).sort((one, other) => one.label.localeCompare(other.label, locale))

/** Countries and regions to choose from. @param onlyMadrid those that an international registration can designate */
export function territoryGroups(regionsTitle: string, onlyMadrid: boolean): ChoiceGroup<string>[] {
  const isOffered = (code: string) => !onlyMadrid || madridMembers.has(code)
  return [
    { title: regionsTitle, choices: regionCodes.map(choiceOf) },
    ...continents.map((continent) => ({
      title: countryWords.continents[continent],
      choices: byName(countryCodes[continent].filter(isOffered)),
    })),
  ]
}

/** Every country, by name, for a list of which one is chosen. */
export const countryOptions = (none: string): Array<{ value: string; label: string }> => [
  { value: '', label: none },
  ...byName(Object.values(countryCodes).flat()).map(({ value, label }) => ({ value, label })),
]
