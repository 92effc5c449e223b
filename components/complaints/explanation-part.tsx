import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { ComplaintAnswers, Language } from '../../lib/complaints/complaint.ts'
import {
  type ExplanationTemplate,
  fillTemplate,
  openFields,
  templateFields,
} from '../../lib/complaints/explanation-template.ts'
import { defaultTemplates } from '../../lib/complaints/explanation-templates-data.ts'
import type { Portal } from '../../lib/complaints/portal-rules.ts'
import { newId } from '../../lib/core/ids.ts'
import { ok } from '../../lib/core/result.ts'
import type { Holder, Right } from '../../lib/rights/right.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, TextAreaField } from '../ui/field.tsx'
import { draftWords as words } from './draft-words.ts'
import type { ComplaintServices } from './services.ts'
import type { useUndo } from './use-undo.ts'

interface ExplanationPartProps {
  reasonId: string
  right: Right | null
  holder: Holder | null
  portal: Portal | null
  count: number
  answers: ComplaintAnswers
  services: ComplaintServices
  attempt: ReturnType<typeof useUndo>['attempt']
  onChange(answers: Partial<ComplaintAnswers>): void
}

const noTemplates: ExplanationTemplate[] = []

/** The text for the portal: from a template, filled with what the complaint states, and counted. */
export function ExplanationPart(props: ExplanationPartProps) {
  const { reasonId, right, holder, portal, count, answers, services, attempt, onChange } = props
  const { language, explanation } = answers
  const own = useLiveQuery(() => services.templates.own(), [services]) ?? noTemplates
  const offered = [...own, ...defaultTemplates].filter(
    (template) => template.reasonId === reasonId && template.language === language,
  )
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = offered.find(({ templateId }) => templateId === chosenId) ?? offered[0]
  const isOwn = own.some(({ templateId }) => templateId === chosen?.templateId)
  const fill = (text: string) => {
    if (!right) return
    void attempt('filling in the text', async () => {
      onChange({ explanation: fillTemplate(text, { right, holder, answers, count }) })
      return ok({
        text: words.filledIn,
        async takeBack() {
          onChange({ explanation })
          return ok(null)
        },
      })
    })
  }
  const open = openFields(explanation)
  const length = [...explanation.trim()].length
  const { minChars, maxChars } = portal?.explanation ?? {}
  const keep = () =>
    void attempt('storing the text', async () => {
      const templateId = newId()
      await services.templates.save({ templateId, reasonId, language, text: explanation.trim() })
      setChosenId(templateId)
      return ok({
        text: words.kept,
        takeBack: async () => ok(await services.templates.remove(templateId)),
      })
    })
  const remove = (template: ExplanationTemplate) =>
    void attempt('removing the text', async () => {
      await services.templates.remove(template.templateId)
      return ok({
        text: words.templateRemoved,
        takeBack: async () => ok(await services.templates.save(template)),
      })
    })
  const languages = portal?.languages ?? (['en', 'zh'] as const)
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <SelectField
          label={words.language}
          value={language}
          choices={[...new Set<Language>([language, ...languages])].map((value) => ({
            value,
            label: words.languages[value],
          }))}
          // Declared was the sentence of the other language.
          onChange={(event) => onChange({ language: event.target.value as Language, declaration: null })}
        />
        <SelectField
          label={words.template}
          value={chosen?.templateId ?? ''}
          choices={offered.map(({ templateId, text }) => ({
            value: templateId,
            label: own.some((one) => one.templateId === templateId) ? words.own(text) : words.ours(0),
          }))}
          onChange={(event) => setChosenId(event.target.value)}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          look={explanation === '' ? 'primary' : 'secondary'}
          disabled={!chosen || !right}
          onClick={() => chosen && fill(chosen.text)}
        >
          {explanation === '' ? words.useTemplate : words.replaceTemplate}
        </Button>
        {open.length > 0 && <Button onClick={() => fill(explanation)}>{words.refill}</Button>}
        {explanation.trim() !== '' && chosen?.text !== explanation.trim() && (
          <Button look="quiet" onClick={keep}>
            {words.keepTemplate}
          </Button>
        )}
        {isOwn && chosen && (
          <Button look="quiet" onClick={() => remove(chosen)}>
            {words.removeTemplate}
          </Button>
        )}
      </div>
      <div data-field="explanation">
        <TextAreaField
          label={words.explanation}
          rows={7}
          lang={language}
          value={explanation}
          hint={minChars && maxChars ? words.counter(length, minChars.value, maxChars.value) : undefined}
          error={open.length > 0 ? words.openFields([...new Set(open)].join(', ')) : undefined}
          onChange={(event) => onChange({ explanation: event.target.value })}
        />
      </div>
      <details className="text-xs text-ink-soft">
        <summary>{words.aboutFields}</summary>
        <p className="mt-1 break-words">{words.templateFields(templateFields)}</p>
      </details>
    </>
  )
}
