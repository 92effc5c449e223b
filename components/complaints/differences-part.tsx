import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Comparison } from '../../lib/complaints/complaint.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { comparisonWords as words } from './comparison-words.ts'

type Differences = Comparison['differences']

interface DifferencesPartProps {
  differences: Differences
  canAdd: boolean
  onAdd(): void
  onChange(at: number, part: Partial<Differences[number]>): void
  onRemove(at: number): void
  /** What else is asked of the pictures. */
  children?: ReactNode
}

/** Id of the field of a difference, to which the focus goes once it is placed. */
export const differenceId = (at: number): string => `difference-${at}`

/** The numbered differences of a comparison, each said in a few words. */
export const DifferencesPart = ({
  differences,
  canAdd,
  onAdd,
  onChange,
  onRemove,
  children,
}: DifferencesPartProps) => (
  <section
    aria-label={words.differences}
    className="order-3 flex min-w-0 flex-col gap-2 rounded-xl border border-line bg-raised p-4"
  >
    <div className="flex flex-wrap items-center gap-3">
      <h2 className="text-base font-semibold">{words.differences}</h2>
      <Button size="small" disabled={!canAdd} onClick={onAdd}>
        <Plus size={14} aria-hidden />
        {words.addDifference}
      </Button>
    </div>
    {differences.length === 0 && <p className="text-ink-soft">{words.none}</p>}
    <ol className="flex flex-col gap-2">
      {differences.map(({ text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the number is the place in the list
        <li key={at} className="flex items-center gap-2">
          <span
            aria-hidden
            className="flex size-6 shrink-0 items-center justify-center rounded-full bg-[#b3261e] text-xs font-bold text-[#fff]"
          >
            {at + 1}
          </span>
          <input
            id={differenceId(at)}
            aria-label={words.difference(at + 1)}
            value={text}
            maxLength={500}
            dir="auto"
            onChange={(event) => onChange(at, { text: event.target.value })}
            className="h-9 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2.5"
          />
          <IconButton
            label={words.remove(at + 1)}
            icon={<Trash2 size={15} aria-hidden />}
            onClick={() => onRemove(at)}
          />
        </li>
      ))}
    </ol>
    {children}
  </section>
)
