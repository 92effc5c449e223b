import { fail, type Result } from '../core/result.ts'
import type { CalendarDate } from '../rights/right.ts'
import type { PortalRules } from './portal-rules.ts'
import { checkedRules, markedEdited } from './portal-rules-store.ts'

/** Where a rule stands in the rules, e.g. `['portals', 0, 'linksPerComplaint']`. */
export type RulePath = ReadonlyArray<string | number>

/** A rule with its source, as the rules hold it. */
export interface StatedRule {
  value: unknown
  source: string
  certainty: string
}

/** What a person sees and types for a rule's value: lists with commas. */
export const ruleText = ({ value }: StatedRule): string =>
  Array.isArray(value) ? value.join(', ') : String(value)

/**
 * The rules with one rule set to what a person typed; it is marked as edited and keeps its former source.
 * Fails with `rule-missing`, `rule-no-number` and as `checkedRules`.
 */
export function editRule(
  rules: PortalRules,
  path: RulePath,
  text: string,
  today: CalendarDate,
): Result<PortalRules> {
  const copy = structuredClone(rules) as unknown
  const holder = path.slice(0, -1).reduce(step, copy)
  const former = step(holder, path.at(-1) ?? '')
  if (!isStated(former) || typeof holder !== 'object' || holder === null) {
    return fail('rule-missing', 'This rule is no longer there. Look at the rules again.')
  }
  const value = readValue(former.value, text.trim())
  if (value === undefined) return fail('rule-no-number', 'Enter a number here.')
  const source = former.source.replace(/^Set by hand on [\d-]+; before: /, '')
  Object.assign(holder, {
    [path.at(-1) ?? '']: {
      value,
      source: `Set by hand on ${today}; before: ${source}`.slice(0, 500),
      certainty: 'edited',
    },
  })
  return checkedRules(markedEdited(copy as PortalRules))
}

/** The text as the kind of value that stood there; undefined where it is no number and should be. */
function readValue(former: unknown, text: string): unknown {
  if (typeof former === 'number') return readNumber(text)
  if (!Array.isArray(former)) return text
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (typeof former[0] !== 'number') return parts
  const numbers = parts.map(readNumber)
  return numbers.includes(undefined) ? undefined : numbers
}

const readNumber = (text: string): number | undefined =>
  /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined

const step = (from: unknown, key: string | number): unknown =>
  typeof from === 'object' && from !== null && Object.hasOwn(from, key)
    ? (from as Record<string | number, unknown>)[key]
    : undefined

const isStated = (rule: unknown): rule is StatedRule =>
  typeof rule === 'object' && rule !== null && 'value' in rule && 'source' in rule && 'certainty' in rule
