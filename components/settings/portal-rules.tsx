import { Scale } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { editRule, type RulePath, type StatedRule } from '../../lib/complaints/edit-rule.ts'
import type { PortalRules } from '../../lib/complaints/portal-rules.ts'
import {
  markedEdited,
  type PortalRulesStore,
  parsePortalRules,
} from '../../lib/complaints/portal-rules-store.ts'
import type { CalendarDate } from '../../lib/rights/right.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { type RuleEntry, RuleTable } from './rule-table.tsx'
import { words } from './rules-words.ts'
import { SettingsSection } from './settings-section.tsx'
import { useRules } from './use-rules.ts'

/** The portals' rules as tables with source and certainty; each value can be edited, and all can be restored. */
export function PortalRulesSection({ store, today }: { store: PortalRulesStore; today(): CalendarDate }) {
  const { read, said, save, restore, undo } = useRules(store)
  return (
    <SettingsSection title={words.title} icon={<Scale size={18} aria-hidden />} lead={words.lead}>
      {read === null && <p role="status">{words.loading}</p>}
      <div role="status">
        {said && (
          <Notice tone={said.tone}>
            {said.text}
            {said.canUndo && (
              <Button size="small" look="quiet" className="ms-2" onClick={undo}>
                {words.undo}
              </Button>
            )}
          </Notice>
        )}
      </div>
      {read !== null && (
        <div className="flex flex-wrap items-center gap-3">
          {read.rules && <p className="font-medium">{words.version(read.rules.version)}</p>}
          {read.isEdited && (
            <Button size="small" onClick={restore}>
              {words.restore}
            </Button>
          )}
        </div>
      )}
      {read?.rules && (
        <Rules
          rules={read.rules}
          edit={(path, text) => {
            const outcome = read.rules ? editRule(read.rules, path, text, today()) : null
            if (!outcome) return null
            if (!outcome.ok) return outcome.error.message
            save(outcome.value)
            return null
          }}
          replace={(text) => {
            const outcome = parsePortalRules(text)
            if (!outcome.ok) return outcome.error.message
            save(markedEdited(outcome.value))
            return null
          }}
        />
      )}
    </SettingsSection>
  )
}

interface RulesProps {
  rules: PortalRules
  /** Returns what is wrong with the text, or null where it was taken. */
  edit(path: RulePath, text: string): string | null
  replace(text: string): string | null
}

function Rules({ rules, edit, replace }: RulesProps) {
  const general = entriesOf(
    {
      lastSeenMaxHours: rules.lastSeenMaxHours,
      oneAnalysisMaxListings: rules.oneAnalysisMaxListings,
      legalWindowDays: rules.legalWindowDays,
      appealMonths: rules.appealMonths,
    },
    [],
  )
  return (
    <div className="flex flex-col gap-2">
      {rules.portals.map((portal, at) => {
        const path = ['portals', at]
        const { explanation, attachments } = portal
        const times = {
          reviewBusinessDays: portal.reviewBusinessDays,
          reminderBusinessDays: portal.reminderBusinessDays,
          counterNoticeBusinessDays: portal.counterNoticeBusinessDays,
          answerBusinessDays: portal.answerBusinessDays,
          form: portal.form,
          answerForm: portal.answerForm,
        }
        return (
          <Fold key={portal.portalId} title={portal.name}>
            <RuleTable
              edit={edit}
              entries={[
                ...entriesOf({ address: portal.address, linksPerComplaint: portal.linksPerComplaint }, path),
                ...entriesOf(explanation, [...path, 'explanation']),
                ...entriesOf(attachments, [...path, 'attachments']),
                ...entriesOf(times, path),
              ]}
            />
          </Fold>
        )
      })}
      <Fold title={words.reasons}>
        <RuleTable
          edit={edit}
          entries={rules.reasons.map(({ name, when, demands, isSingle }, at) => ({
            name: `${words.rules.name}: ${name.value}`,
            path: ['reasons', at, 'name'],
            rule: name,
            note: [when, `${words.demands}: ${demands.join(', ') || '—'}`, isSingle ? words.single : '']
              .filter((part) => part !== '')
              .join(' · '),
          }))}
        />
      </Fold>
      <Fold title={words.general}>
        <RuleTable edit={edit} entries={[...general, ...entriesOf(rules.goodFaith, ['goodFaith'])]} />
      </Fold>
      <Fold title={words.asText}>
        <RulesText key={JSON.stringify(rules)} rules={rules} replace={replace} />
      </Fold>
    </div>
  )
}

const entriesOf = (rules: Record<string, StatedRule>, path: RulePath): RuleEntry[] =>
  Object.entries(rules).map(([key, rule]) => ({
    name: words.rules[key] ?? key,
    path: [...path, key],
    rule,
  }))

const Fold = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="min-w-0 rounded-lg border border-line">
    <summary className="px-3 py-2 font-medium">{title}</summary>
    <div className="border-t border-line p-3">{children}</div>
  </details>
)

function RulesText({ rules, replace }: Pick<RulesProps, 'rules' | 'replace'>) {
  const [fieldId, hintId, errorId] = [useId(), useId(), useId()]
  const [text, setText] = useState(() => JSON.stringify(rules, null, 2))
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={fieldId} className="font-medium">
        {words.textLabel}
      </label>
      <p id={hintId} className="text-ink-soft">
        {words.asTextHint}
      </p>
      <textarea
        id={fieldId}
        rows={16}
        value={text}
        spellCheck={false}
        dir="ltr"
        aria-describedby={`${hintId} ${errorId}`}
        aria-invalid={refused !== null}
        onChange={(event) => setText(event.target.value)}
        className="w-full rounded-md border border-line-strong bg-surface p-2 font-mono text-xs"
      />
      <div id={errorId} role="alert">
        {refused !== null && <Notice tone="danger">{refused}</Notice>}
      </div>
      <Button look="primary" className="self-start" onClick={() => setRefused(replace(text))}>
        {words.saveText}
      </Button>
    </div>
  )
}
