import type { Right } from './right.ts'

const setOf = (codes: string): ReadonlySet<string> => new Set(codes.split(' '))

/**
 * Territories that one registration covers, under the codes by which WIPO lets them be designated.
 * - EU: member states since 2020-02-01 (europa.eu, "EU countries").
 * - BX: Benelux (boip.int).
 * - OA: member states of OAPI (oapi.int, 17 states).
 */
const regions = {
  EU: setOf('AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'),
  BX: setOf('BE NL LU'),
  OA: setOf('BF BJ CF CG CI CM GA GN GQ GW KM ML MR NE SN TD TG'),
} as const

export const regionCodes = ['EU', 'BX', 'OA'] as const satisfies ReadonlyArray<keyof typeof regions>
export type RegionCode = (typeof regionCodes)[number]

const isRegion = (code: string): code is RegionCode => Object.hasOwn(regions, code)

/**
 * Whether a right applies in a country.
 * @param country ISO 3166 alpha-2, upper case; "UK" is read as GB, as AliExpress writes it
 */
export function coversCountry({ territory }: Pick<Right, 'territory'>, country: string): boolean {
  const code = country === 'UK' ? 'GB' : country
  return territory.some((own) => own === code || (isRegion(own) && regions[own].has(code)))
}

/** Every country that at least one of the rights covers, ISO codes in order; regions are spelled out. */
export function coveredCountries(rights: ReadonlyArray<Pick<Right, 'territory'>>): string[] {
  const codes = rights.flatMap(({ territory }) =>
    territory.flatMap((code) => (isRegion(code) ? [...regions[code]] : [code])),
  )
  return [...new Set(codes)].sort()
}

/**
 * Most sellers are Chinese, and a Chinese registration makes complaints smoother (PORTAL.md §2.3). True where
 * that advice applies: no right of this kind covers China.
 */
export const lacksChina = (rights: ReadonlyArray<Pick<Right, 'territory'>>): boolean =>
  rights.length > 0 && !rights.some((right) => coversCountry(right, 'CN'))
