import { Pencil } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { type RulePath, ruleText, type StatedRule } from '../../lib/complaints/edit-rule.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { words } from './rules-words.ts'

export interface RuleEntry {
  name: string
  path: RulePath
  rule: StatedRule
  note?: string
}

interface RuleTableProps {
  entries: readonly RuleEntry[]
  /** Returns what is wrong with the text, or null where it was taken. */
  edit(path: RulePath, text: string): string | null
}

/** Rules with value, source and certainty; the pencil turns a value into a field. */
export function RuleTable({ entries, edit }: RuleTableProps) {
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <dl className="flex flex-col gap-2">
      {entries.map((entry) => {
        const key = entry.path.join('.')
        return (
          <div key={key} className="border-b border-line pb-2 last:border-b-0 last:pb-0">
            <dt className="text-ink-soft">{entry.name}</dt>
            <dd className="m-0">
              {editing === key ? (
                <RuleField entry={entry} edit={edit} onClose={() => setEditing(null)} />
              ) : (
                <div className="flex min-w-0 items-center gap-2">
                  <span className="min-w-0 font-medium break-words" dir="auto">
                    {ruleText(entry.rule)}
                  </span>
                  <IconButton
                    label={words.edit(entry.name)}
                    icon={<Pencil size={14} aria-hidden />}
                    onClick={() => setEditing(key)}
                  />
                </div>
              )}
              {entry.note !== undefined && <p className="text-xs text-ink-soft">{entry.note}</p>}
              <p className="text-xs break-words text-ink-soft">
                <span
                  className={`me-1.5 rounded-full border px-1.5 ${entry.rule.certainty === 'edited' ? 'border-accent text-accent' : 'border-line-strong'}`}
                >
                  {words.certainties[entry.rule.certainty] ?? entry.rule.certainty}
                </span>
                {entry.rule.source}
              </p>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function RuleField({
  entry,
  edit,
  onClose,
}: { entry: RuleEntry; onClose(): void } & Pick<RuleTableProps, 'edit'>) {
  const [text, setText] = useState(() => ruleText(entry.rule))
  const [refused, setRefused] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const problem = edit(entry.path, text)
    setRefused(problem)
    if (problem === null) onClose()
  }
  return (
    <form onSubmit={submit} className="flex min-w-0 flex-wrap items-center gap-2">
      <input
        // biome-ignore lint/a11y/noAutofocus: the person just asked to edit this value
        autoFocus
        aria-label={entry.name}
        aria-invalid={refused !== null}
        value={text}
        dir="auto"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
        className="h-8 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2"
      />
      <Button type="submit" look="primary">
        {words.save}
      </Button>
      <Button onClick={onClose}>{words.cancel}</Button>
      <p role="alert" className="w-full text-danger">
        {refused}
      </p>
    </form>
  )
}
