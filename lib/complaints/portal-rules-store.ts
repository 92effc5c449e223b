import { fail, ok, type Result } from '../core/result.ts'
import { type PortalRules, portalRulesSchema } from './portal-rules.ts'

/** Port: the one place from which everything reads the portals' rules. */
export interface PortalRulesStore {
  /**
   * The rules as the person edited them, else those that came with Docket.
   * @throws ExpectedError `rules-unreadable` where what is stored is damaged.
   */
  read(): Promise<{ rules: PortalRules; isEdited: boolean }>
  save(rules: PortalRules): Promise<void>
  /** Those that came with Docket stand again. */
  restore(): Promise<void>
}

/**
 * Rules from a person's JSON text. Fails with `rules-no-json` and `rules-refused`; each message names the first
 * place that does not fit.
 */
export function parsePortalRules(text: string): Result<PortalRules> {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    return fail('rules-no-json', `This is no JSON text (${error instanceof Error ? error.message : error}).`)
  }
  return checkedRules(data)
}

/** Fails with `rules-refused`. */
export function checkedRules(data: unknown): Result<PortalRules> {
  const parsed = portalRulesSchema.safeParse(data)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  const more = parsed.error.issues.length - 1
  return fail(
    'rules-refused',
    `At ${issue?.path.join(' → ') || 'the top'}: ${issue?.message}.${more > 0 ? ` ${more} more do not fit.` : ''}`,
  )
}

/** Marks rules as changed by a person. */
export const markedEdited = (rules: PortalRules): PortalRules => ({
  ...rules,
  version: rules.version.endsWith('+edited') ? rules.version : `${rules.version}+edited`,
})
