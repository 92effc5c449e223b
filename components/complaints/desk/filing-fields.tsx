import type { Filing } from '../../../lib/complaints/file-complaint.ts'
import type { Failure } from '../../../lib/core/result.ts'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { deskWords as words } from './words.ts'

interface FilingFieldsProps {
  filing: Filing
  refused: Failure | null
  today: string
  onChange(filing: Filing): void
}

/** Case number, day and note of a filing, with what was refused beside its field. */
export function FilingFields({ filing, refused, today, onChange }: FilingFieldsProps) {
  const errorOf = (...codes: string[]) =>
    refused && codes.includes(refused.code) ? refused.message : undefined
  return (
    <>
      <TextField
        label={words.caseNumber}
        hint={words.caseHint}
        value={filing.caseNumber}
        error={errorOf('case-number-missing', 'case-number-long')}
        onChange={({ target }) => onChange({ ...filing, caseNumber: target.value })}
      />
      <TextField
        label={words.filedOn}
        type="date"
        max={today}
        value={filing.filedOn}
        error={errorOf('filed-in-future', 'filing-day-missing', 'after-follow-up')}
        onChange={({ target }) => onChange({ ...filing, filedOn: target.value })}
      />
      <TextAreaField
        label={words.note}
        rows={2}
        value={filing.note}
        onChange={({ target }) => onChange({ ...filing, note: target.value })}
      />
    </>
  )
}
