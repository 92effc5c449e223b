/**
 * Countries and territories (ISO 3166-1 alpha-2, 2024, and XK for Kosovo, which has an office of its own) by the
 * continents of the United Nations' list M49; Cyprus stands with the European Union.
 */
export const countryCodes = {
  europe: codesOf(
    'AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK',
  ),
  asia: codesOf(
    'AE AF AM AZ BD BH BN BT CN GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE',
  ),
  americas: codesOf(
    'AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI',
  ),
  africa: codesOf(
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW',
  ),
  oceania: codesOf(
    'AQ AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS',
  ),
} as const

export type Continent = keyof typeof countryCodes

/**
 * Who can be designated in an international registration of a mark: members of the Madrid Union (wipo.int, list of
 * 2025), countries and regions. Others may have joined since: the form lets every country be chosen.
 */
export const madridMembers: ReadonlySet<string> = new Set(
  codesOf(
    'EU BX OA AE AF AG AL AM AT AU AZ BA BG BH BN BQ BR BT BW BY BZ CA CH CL CN CO CU CV CW CY CZ DE DK DZ EE EG ES FI FR GB GE GG GH GM GR HR HU ID IE IL IN IR IS IT JM JP KE KG KH KP KR KZ LA LI LR LS LT LV MA MC MD ME MG MK MN MU MW MX MY MZ NA NO NZ OM PH PK PL PT QA RO RS RU RW SD SE SG SI SK SL SM ST SX SY SZ TH TJ TM TN TR TT UA US UZ VN WS ZM ZW',
  ),
)

function codesOf(list: string): readonly string[] {
  return list.split(' ')
}
