import { Languages } from 'lucide-react'
import { useState } from 'react'
import { SettingsSection } from '../settings/settings-section.tsx'
import { SelectField } from '../ui/field.tsx'
import { chooseLanguage, type Language, language, languageNames, languages } from './language.ts'
import { words } from './words.ts'

const choices = languages.map((value) => ({ value, label: languageNames[value] }))

/** Which language Docket speaks. This page takes the choice over at once, by being loaded again. */
export function LanguageSection() {
  const [chosen, setChosen] = useState(language)
  const choose = (wanted: Language) => {
    setChosen(wanted)
    chooseLanguage(wanted)
    location.reload()
  }
  return (
    <SettingsSection title={words.title} icon={<Languages size={18} aria-hidden />} lead={[words.lead]}>
      <SelectField
        className="max-w-72"
        label={words.label}
        hint={words.reload}
        choices={choices}
        value={chosen}
        onChange={({ target }) => choose(target.value as Language)}
      />
    </SettingsSection>
  )
}
