/**
 * A map of the world in which every country is one tile, in its place by the others: the 193 members of the United
 * Nations, Hong Kong, Kosovo, Macao, Palestine and Taiwan. No borders are drawn. Columns run from west to east.
 */
const rows = [
  '.. .. .. .. .. .. .. .. IS .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..',
  '.. .. .. .. .. .. .. .. .. .. .. .. .. .. NO .. SE .. .. FI .. .. .. .. .. .. .. .. .. .. .. .. .. ..',
  'CA .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. LV EE .. .. .. RU .. .. .. .. .. .. .. .. .. ..',
  '.. .. .. .. .. .. .. .. .. .. .. GB .. NL DK .. .. .. LT BY .. .. .. .. .. .. .. .. .. .. .. .. .. ..',
  '.. .. .. .. .. .. .. .. .. .. IE .. .. BE DE .. CZ PL .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..',
  '.. .. .. .. .. .. .. .. .. .. .. .. FR LU LI AT SI HU SK MD UA .. .. KZ .. .. MN .. .. .. .. .. .. ..',
  '.. .. .. .. .. .. .. .. .. .. .. .. AD MC CH SM HR ME RS RO .. GE .. .. .. .. .. .. .. .. .. .. .. ..',
  '.. US .. .. .. .. .. .. .. .. PT ES .. .. .. IT BA XK MK BG TR AM AZ UZ KG .. .. .. KP .. .. .. .. ..',
  '.. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. MT AL GR CY LB SY .. TM TJ .. CN .. KR JP .. .. .. ..',
  '.. .. .. .. .. .. .. .. .. .. MA .. .. .. TN .. .. .. .. IL PS IQ IR AF .. .. .. .. .. .. .. .. .. ..',
  '.. .. .. .. .. .. .. .. .. .. .. .. .. DZ .. .. LY .. .. EG JO KW BH PK NP BT .. .. .. .. .. .. .. ..',
  'MX .. .. BS .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. SA QA AE IN BD MM HK TW .. .. .. .. ..',
  '.. .. BZ CU HT KN AG DM .. MR .. .. .. .. .. .. .. .. .. .. .. .. OM .. .. .. LA MO .. .. .. .. .. ..',
  '.. GT HN JM DO VC LC CV GM SN .. ML .. .. NE .. .. TD .. SD .. ER YE .. .. .. TH VN .. .. .. .. .. ..',
  '.. SV NI CR .. GD TT BB GW GN .. BF BJ .. NG .. .. .. .. .. ET DJ .. .. .. .. KH .. PH .. .. .. .. ..',
  '.. .. .. PA CO VE GY .. SL LR CI GH TG .. .. CM .. CF .. SS .. .. SO .. LK .. MY BN .. PW FM .. MH ..',
  '.. .. .. .. .. .. SR .. .. .. .. .. .. ST GQ GA CG .. .. RW UG KE .. .. MV .. SG .. .. .. .. .. NR KI',
  '.. .. .. EC .. .. .. .. .. .. .. .. .. .. .. .. .. .. CD BI TZ .. SC .. .. .. .. ID .. .. PG .. .. TV',
  '.. .. .. PE .. .. BR .. .. .. .. .. .. .. .. .. AO .. .. ZM MW KM .. .. .. .. .. .. TL .. .. SB .. WS',
  '.. .. .. .. .. BO .. .. .. .. .. .. .. .. .. .. .. .. .. ZW MZ .. MG .. .. .. .. .. .. .. .. .. VU FJ',
  '.. .. .. .. .. .. PY .. .. .. .. .. .. .. .. .. NA .. BW SZ .. .. .. MU .. .. .. .. .. AU .. .. .. TO',
  '.. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ZA LS .. .. .. .. .. .. .. .. .. .. .. .. .. ..',
  '.. .. .. .. CL AR UY .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. NZ ..',
]

export interface CountryTile {
  code: string
  column: number
  row: number
}

export const countryTiles: CountryTile[] = rows.flatMap((line, row) =>
  line
    .split(' ')
    .map((code, column) => ({ code, column, row }))
    .filter(({ code }) => code !== '..'),
)

export const tileColumns = Math.max(...countryTiles.map(({ column }) => column)) + 1
export const tileRows = rows.length
