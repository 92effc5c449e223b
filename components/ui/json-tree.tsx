import { useState } from 'react'
import { Button } from './button.tsx'

interface JsonTreeProps {
  value: unknown
  /** E.g. "12 entries". */
  entriesLabel(count: number): string
  moreLabel(left: number): string
}

/** Entries that are shown at once. */
const step = 200

/** JSON as text, level by level: what is folded is not drawn, so that a state of megabytes opens at once. */
export const JsonTree = ({ value, ...labels }: JsonTreeProps) => (
  <div className="font-mono text-xs leading-6 break-words">
    {isBranch(value) ? <Entries value={value} {...labels} /> : <Leaf value={value} />}
  </div>
)

function Entries({ value, entriesLabel, moreLabel }: JsonTreeProps & { value: object }) {
  const [shown, setShown] = useState(step)
  const entries = Object.entries(value)
  return (
    <>
      <ul className="flex flex-col">
        {entries.slice(0, shown).map(([name, entry]) => (
          <li key={name}>
            {isBranch(entry) ? (
              <Branch name={name} value={entry} entriesLabel={entriesLabel} moreLabel={moreLabel} />
            ) : (
              <p className="ps-4">
                <bdi className="text-ink-soft">{name}</bdi>: <Leaf value={entry} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {entries.length > shown && (
        <Button size="small" className="my-1 ms-4" onClick={() => setShown(shown + step)}>
          {moreLabel(entries.length - shown)}
        </Button>
      )}
    </>
  )
}

function Branch({ name, value, ...labels }: JsonTreeProps & { name: string; value: object }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="rounded hover:bg-hover">
        <bdi className="text-ink-soft">{name}</bdi>: {Array.isArray(value) ? '[…]' : '{…}'}{' '}
        <span className="text-ink-soft">{labels.entriesLabel(Object.keys(value).length)}</span>
      </summary>
      {isOpen && (
        <div className="ms-2 border-s border-line ps-2">
          <Entries value={value} {...labels} />
        </div>
      )}
    </details>
  )
}

const Leaf = ({ value }: { value: unknown }) => (
  <bdi className={typeof value === 'string' ? 'text-good' : 'text-accent'}>{JSON.stringify(value) ?? ''}</bdi>
)

const isBranch = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
