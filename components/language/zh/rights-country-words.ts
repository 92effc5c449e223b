import type { Catalogue } from '../language.ts'

export const rightsCountryWords: Catalogue['rights/country-words'] = {
  regions: { EU: '欧盟', BX: '比荷卢', OA: '非洲知识产权组织（OAPI，17 国）' },
  continents: {
    europe: '欧洲',
    asia: '亚洲',
    americas: '美洲',
    africa: '非洲',
    oceania: '大洋洲及南极洲',
  },
}
