import { countryCodes } from '../../lib/rights/country-codes.ts'
import { coversCountry } from '../../lib/rights/territory.ts'
import { joined } from '../language/language.ts'
import { classNames } from '../ui/class-names.ts'
import { continentName, continents, countryName } from './country-names.ts'
import { countryTiles, tileColumns, tileRows } from './territory-tiles.ts'
import { words } from './words.ts'

/** Of one tile with its gap, in units of the drawing. */
const step = 10
const size = 9

/** The countries in which a territory applies, as tiles in their place on the map and as a list for everyone. */
export function TerritoryMap({ territory, label }: { territory: readonly string[]; label: string }) {
  const right = { territory: [...territory] }
  const covered = Object.values(countryCodes)
    .flat()
    .filter((code) => coversCountry(right, code))
  const drawn = new Set(countryTiles.map(({ code }) => code))
  const others = covered.filter((code) => !drawn.has(code))
  return (
    <figure className="m-0">
      <figcaption className="mb-2 font-medium">
        {covered.length === 0 ? words.map.none : words.map.covered(covered.length)}
      </figcaption>
      <svg
        viewBox={`0 0 ${tileColumns * step - 1} ${tileRows * step - 1}`}
        role="img"
        aria-label={`${label}: ${covered.length === 0 ? words.map.none : joined(covered.map(countryName))}`}
        className="w-full max-w-2xl"
      >
        {countryTiles.map(({ code, column, row }) => {
          const isCovered = coversCountry(right, code)
          return (
            <g key={code} transform={`translate(${column * step} ${row * step})`}>
              <title>{countryName(code)}</title>
              <rect width={size} height={size} rx={1.5} className={isCovered ? 'fill-accent' : 'fill-line'} />
              <text
                x={size / 2}
                y={size / 2 + 1.6}
                textAnchor="middle"
                fontSize={4.4}
                className={classNames(
                  'max-sm:hidden',
                  isCovered ? 'fill-on-accent font-semibold' : 'fill-ink',
                )}
              >
                {code}
              </text>
            </g>
          )
        })}
      </svg>
      {covered.length > 0 && (
        <dl className="mt-2 flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-ink-soft">
          {continents.map((continent) => {
            const within = countryCodes[continent]
            const many = within.filter((code) => coversCountry(right, code)).length
            return many === 0 ? null : (
              <div key={continent} className="flex gap-1">
                <dt>{continentName(continent)}</dt>
                <dd className="m-0 font-medium text-ink tabular-nums">{words.map.of(many, within.length)}</dd>
              </div>
            )
          })}
        </dl>
      )}
      {others.length > 0 && (
        <p className="mt-1 text-xs text-ink-soft">{words.map.notDrawn(joined(others.map(countryName)))}</p>
      )}
    </figure>
  )
}
