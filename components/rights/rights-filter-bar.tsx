import { ipTypes } from '../../lib/queue/flag.ts'
import { portalStates } from '../../lib/rights/right.ts'
import { noFilter, type RightsFilter } from './filter-rights.ts'
import { stateNames, typeNames, words } from './words.ts'

interface RightsFilterBarProps {
  filter: RightsFilter
  onChange(filter: RightsFilter): void
  found: number
  of: number
}

const look = 'h-9 rounded-md border border-line-strong bg-surface px-2.5 placeholder:text-ink-soft'

/** Narrows the list by text, type and state. */
export function RightsFilterBar({ filter, onChange, found, of }: RightsFilterBarProps) {
  // The very object where nothing is narrowed, so that it can be told.
  const change = (next: RightsFilter) =>
    onChange(next.text === '' && next.ipType === null && next.state === null ? noFilter : next)
  return (
    <search className="flex flex-wrap items-center gap-2">
      <input
        type="text"
        value={filter.text}
        aria-label={words.list.search}
        placeholder={words.list.searchHint}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        onChange={(event) => change({ ...filter, text: event.target.value })}
        className={`${look} min-w-0 flex-1 basis-56`}
      />
      <select
        aria-label={words.list.type}
        value={filter.ipType ?? ''}
        onChange={(event) =>
          change({ ...filter, ipType: ipTypes.find((known) => known === event.target.value) ?? null })
        }
        className={look}
      >
        <option value="">{words.list.allTypes}</option>
        {ipTypes.map((ipType) => (
          <option key={ipType} value={ipType}>
            {typeNames[ipType]}
          </option>
        ))}
      </select>
      <select
        aria-label={words.list.state}
        value={filter.state ?? ''}
        onChange={(event) =>
          change({ ...filter, state: portalStates.find((known) => known === event.target.value) ?? null })
        }
        className={look}
      >
        <option value="">{words.list.allStates}</option>
        {portalStates.map((state) => (
          <option key={state} value={state}>
            {stateNames[state]}
          </option>
        ))}
      </select>
      <p role="status" className="text-ink-soft tabular-nums">
        {words.list.found(found, of)}
      </p>
    </search>
  )
}
