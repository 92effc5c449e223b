import { useEffect, useState } from 'react'
import type { ComplaintAnswers } from '../../lib/complaints/complaint.ts'
import { declarationText } from '../../lib/complaints/declaration-text.ts'
import type { CalendarDate, Holder, Right } from '../../lib/rights/right.ts'
import { CheckField } from '../ui/check-field.tsx'
import { TextField } from '../ui/field.tsx'
import { draftWords as words } from './draft-words.ts'
import type { ComplaintServices } from './services.ts'

interface WordPartProps {
  right: Right | null
  holder: Holder | null
  answers: ComplaintAnswers
  today: CalendarDate
  services: Pick<ComplaintServices, 'operatorName'>
  onChange(answers: Partial<ComplaintAnswers>): void
}

/** What the person says with their own name. */
export function WordPart({ right, holder, answers, today, services, onChange }: WordPartProps) {
  const { declaration, language, isConfirmedNotGenuine } = answers
  const [name, setName] = useState(declaration?.name ?? '')
  useEffect(() => {
    let isLeft = false
    services.operatorName().then((operator) => {
      if (!isLeft && operator !== null) setName((before) => before || operator)
    })
    return () => {
      isLeft = true
    }
  }, [services])
  return (
    <>
      <div data-field="genuine">
        <CheckField
          label={words.genuine}
          checked={isConfirmedNotGenuine}
          onChange={(event) => onChange({ isConfirmedNotGenuine: event.target.checked })}
        />
      </div>
      <div data-field="declaration" className="flex flex-col gap-2">
        <blockquote lang={language} className="rounded-md bg-sunken px-3 py-2">
          {declarationText(language, { right, holder })}
        </blockquote>
        <TextField
          label={words.declarationName}
          autoComplete="name"
          maxLength={100}
          value={name}
          className="max-w-sm"
          onChange={(event) => {
            setName(event.target.value)
            // Another name has declared nothing yet.
            if (declaration) onChange({ declaration: null })
          }}
        />
        <CheckField
          label={declaration ? `${words.declare} · ${words.declaredOn(declaration.on)}` : words.declare}
          checked={declaration !== null}
          disabled={name.trim() === ''}
          onChange={(event) =>
            onChange({ declaration: event.target.checked ? { name: name.trim(), on: today } : null })
          }
        />
      </div>
    </>
  )
}
