import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { ok } from '../../lib/core/result.ts'
import { CheckField } from '../ui/check-field.tsx'
import type { PartProps } from './follow-up-screen.tsx'
import { reminderWords as words } from './reminder-words.ts'

/** Whether dates are spoken of outside of this page. */
export function ReminderSwitch({ services, attempt }: Pick<PartProps, 'services' | 'attempt'>) {
  const { reminders } = services
  const isSilent = useLiveQuery(async () => (await reminders.read()).isSilent, [reminders])
  // Shown at once; what is stored says so a moment later.
  const [wished, setWished] = useState<boolean | null>(null)
  if (isSilent === undefined) return null
  const silence = async (wanted: boolean) => {
    setWished(wanted)
    const isDone = await attempt('changing the reminders', async () => {
      await reminders.silence(wanted)
      return ok({ text: wanted ? words.isSilent : words.isShown, takeBack: null })
    })
    if (!isDone) setWished(null)
  }
  return (
    <CheckField
      label={words.show}
      checked={!(wished ?? isSilent)}
      onChange={(event) => void silence(!event.target.checked)}
    />
  )
}
