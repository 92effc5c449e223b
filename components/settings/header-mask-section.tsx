import { EyeOff } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { HeaderMaskSetting } from '../../lib/evidence/screenshot/cover-places.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { words } from './header-mask-words.ts'
import { SettingsSection } from './settings-section.tsx'

/** `isOn` is null until it is read, or where it cannot be. Only what is stored is said to be saved. */
interface State {
  isOn: boolean | null
  said: { tone: 'good' | 'danger'; text: string } | null
}

/** Whether the page header is covered in pictures while someone is signed in. Saved at the click. */
export function HeaderMaskSection({ setting }: { setting: HeaderMaskSetting }) {
  const [{ isOn, said }, setState] = useState<State>({ isOn: null, said: null })
  const [fieldId, hintId] = [useId(), useId()]

  useEffect(() => {
    let isGone = false
    setting.read().then(
      (stored) => {
        if (!isGone) setState({ isOn: stored, said: null })
      },
      (error: unknown) => {
        const text = failureFrom(error, 'reading the setting').message
        if (!isGone) setState({ isOn: null, said: { tone: 'danger', text } })
      },
    )
    return () => {
      isGone = true
    }
  }, [setting])

  const save = async (wanted: boolean) => {
    setState({ isOn: wanted, said: null })
    try {
      await setting.save(wanted)
      setState({ isOn: wanted, said: { tone: 'good', text: words.saved } })
    } catch (error) {
      // The box goes back to what is stored: that is what the next picture goes by.
      setState({
        isOn: !wanted,
        said: { tone: 'danger', text: failureFrom(error, 'saving the setting').message },
      })
    }
  }

  return (
    <SettingsSection title={words.title} icon={<EyeOff size={18} aria-hidden />} lead={words.lead}>
      <div className="flex items-start gap-2.5">
        <Checkbox
          id={fieldId}
          className="mt-0.5"
          checked={isOn ?? true}
          disabled={isOn === null}
          aria-describedby={hintId}
          onChange={(event) => void save(event.target.checked)}
        />
        <div>
          <label htmlFor={fieldId} className="text-sm font-semibold">
            {words.label}
          </label>
          <p id={hintId} className="text-ink-soft">
            {words.hint}
          </p>
          <p role="status" className={said?.tone === 'danger' ? 'text-danger' : 'text-good'}>
            {said?.text}
          </p>
        </div>
      </div>
    </SettingsSection>
  )
}
