import { useState } from 'react'
import type { RightsImport } from '../../lib/pack/rights-files/read-rights-import.ts'
import { Button } from '../ui/button.tsx'
import { CheckField } from '../ui/field.tsx'
import { enteredCount } from './use-import.ts'
import { words } from './words.ts'

interface ImportPlanViewProps {
  found: RightsImport
  onEnter(replaced: ReadonlySet<string>): void
  onClose(): void
}

const text = words.exchange

/** What an import would change; what differs from what is stored is replaced only where it is ticked. */
export function ImportPlanView({ found, onEnter, onClose }: ImportPlanViewProps) {
  const { plan, kind, unknownColumns } = found
  const [replaced, setReplaced] = useState<ReadonlySet<string>>(new Set())
  const items = [...plan.rights, ...plan.holders]
  const many = (state: 'new' | 'same') => items.filter((item) => item.state === state).length
  const newHolders = plan.holders.filter(({ state }) => state === 'new').length
  const different = items.filter(({ state }) => state === 'different')
  const entered = enteredCount(found, replaced)
  const tick = (id: string, isTicked: boolean) =>
    setReplaced(new Set(isTicked ? [...replaced, id] : [...replaced].filter((each) => each !== id)))
  return (
    <>
      <ul className="flex list-disc flex-col gap-0.5 ps-4">
        {many('new') > 0 && (
          <li>
            {text.new(many('new') - newHolders, newHolders)}
            <p className="text-xs break-words text-ink-soft" dir="auto">
              {text.newNames(items.filter(({ state }) => state === 'new').map(({ name }) => name))}
            </p>
          </li>
        )}
        {many('same') > 0 && <li>{text.same(many('same'))}</li>}
        {different.length > 0 && <li>{text.different(different.length)}</li>}
        {many('new') + different.length === 0 && <li>{text.nothing}</li>}
        {unknownColumns.length > 0 && <li>{text.unknownColumns(unknownColumns.join(', '))}</li>}
        {kind === 'sheet' && newHolders > 0 && <li>{text.newHolders}</li>}
      </ul>
      {different.length > 0 && (
        <div className="flex flex-col gap-2">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="text-ink-soft">{text.differentHint}</p>
            <Button size="small" onClick={() => setReplaced(new Set(different.map(({ id }) => id)))}>
              {text.replaceAll}
            </Button>
          </div>
          <ul className="flex max-h-64 flex-col gap-2 overflow-y-auto rounded-md border border-line p-2.5">
            {different.map(({ id, name, differing }) => (
              <li key={id}>
                <CheckField
                  label={text.replace(name)}
                  hint={text.fields(differing.join(', '))}
                  checked={replaced.has(id)}
                  onChange={(event) => tick(id, event.target.checked)}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button look="primary" disabled={entered === 0} onClick={() => onEnter(replaced)}>
          {text.run(entered)}
        </Button>
      </div>
    </>
  )
}
