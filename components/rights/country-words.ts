import type { Continent } from '../../lib/rights/country-codes.ts'
import type { RegionCode } from '../../lib/rights/territory.ts'
import { inLanguage } from '../language/language.ts'

export const english = {
  /** Regions that browsers know no name of, or another one. */
  regions: {
    EU: 'European Union',
    BX: 'Benelux',
    OA: 'OAPI (17 African states)',
  } satisfies Record<RegionCode, string>,
  continents: {
    europe: 'Europe',
    asia: 'Asia',
    americas: 'Americas',
    africa: 'Africa',
    oceania: 'Oceania and Antarctica',
  } satisfies Record<Continent, string>,
}

/** Names of regions and continents; the browser knows those of countries. */
export const countryWords = inLanguage('rights/country-words', english)
