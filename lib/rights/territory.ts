import type { Right } from './right.ts'

/** Member states of the European Union since 2020-02-01 (europa.eu, "EU countries"). */
const euMembers: ReadonlySet<string> = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
)

/**
 * Whether a right applies in a country.
 * @param country ISO 3166 alpha-2, upper case; "UK" is read as GB, as AliExpress writes it
 */
export function coversCountry({ territory }: Pick<Right, 'territory'>, country: string): boolean {
  const code = country === 'UK' ? 'GB' : country
  return territory.includes(code) || (territory.includes('EU') && euMembers.has(code))
}

/** Every country that at least one of the rights covers, ISO codes in order; "EU" is spelled out. */
export function coveredCountries(rights: ReadonlyArray<Pick<Right, 'territory'>>): string[] {
  const codes = rights.flatMap(({ territory }) =>
    territory.flatMap((code) => (code === 'EU' ? [...euMembers] : [code])),
  )
  return [...new Set(codes)].sort()
}

/**
 * Most sellers are Chinese, and a Chinese registration makes complaints smoother (PORTAL.md §2.3). True where
 * that advice applies: no right of this kind covers China.
 */
export const lacksChina = (rights: ReadonlyArray<Pick<Right, 'territory'>>): boolean =>
  rights.length > 0 && !rights.some((right) => coversCountry(right, 'CN'))
