import { describe, expect, test } from 'vitest'
import { editRule } from '../../../lib/complaints/edit-rule.ts'
import { defaultPortalRules as rules } from '../../../lib/complaints/portal-rules-data.ts'
import { parsePortalRules } from '../../../lib/complaints/portal-rules-store.ts'
import { dexiePortalRules } from '../../../lib/storage/dexie-portal-rules.ts'
import { dexieTemplates } from '../../../lib/storage/dexie-templates.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'

const today = '2026-11-25'
const links = ['portals', 0, 'linksPerComplaint']

describe('a rule that a person edits', () => {
  test('is marked, keeps its former source and leaves all others', () => {
    const outcome = editRule(rules, links, ' 150 ', today)
    if (!outcome.ok) throw new Error(outcome.error.message)
    const { linksPerComplaint } = outcome.value.portals[0] ?? {}
    expect(linksPerComplaint).toMatchObject({ value: 150, certainty: 'edited' })
    expect(linksPerComplaint?.source).toContain(rules.portals[0]?.linksPerComplaint.source)
    expect(outcome.value.version).toBe('2026-11-23+edited')
    expect(rules.portals[0]?.linksPerComplaint.value).toBe(300)
    expect(outcome.value.portals.slice(1)).toEqual(rules.portals.slice(1))
    const twice = editRule(outcome.value, links, '140', today)
    if (!twice.ok) throw new Error(twice.error.message)
    expect(twice.value.portals[0]?.linksPerComplaint.source.match(/Set by hand/g)).toHaveLength(1)
  })

  test('takes lists with commas', () => {
    const outcome = editRule(rules, ['portals', 0, 'reminderBusinessDays'], '3, 6', today)
    expect(outcome.ok && outcome.value.portals[0]?.reminderBusinessDays.value).toEqual([3, 6])
  })

  test.each([
    ['many', 'rule-no-number'],
    ['', 'rule-no-number'],
    ['-3', 'rule-no-number'],
    ['0', 'rules-refused'],
    ['2.5', 'rules-refused'],
    ['9999999', 'rules-refused'],
  ])('%j is refused', (text, code) => {
    expect(editRule(rules, links, text, today)).toMatchObject({ ok: false, error: { code } })
  })

  test.each([[['portals', 99, 'linksPerComplaint']], [['portals', 0]], [['__proto__', 'x']], [['version']]])(
    'no rule stands at %j',
    (path) => {
      expect(editRule(rules, path, '1', today)).toMatchObject({ ok: false, error: { code: 'rule-missing' } })
    },
  )
})

describe('rules as text', () => {
  test('the rules’ own text is taken', () => {
    expect(parsePortalRules(JSON.stringify(rules))).toEqual({ ok: true, value: rules })
  })

  test.each([
    ['{', 'rules-no-json', ''],
    ['null', 'rules-refused', 'the top'],
    [JSON.stringify({ ...rules, extra: 1 }), 'rules-refused', 'extra'],
    [JSON.stringify({ ...rules, defaultPortalId: 'nowhere' }), 'rules-refused', 'defaultPortalId'],
  ])('%s is refused with its place', (text, code, place) => {
    const outcome = parsePortalRules(text)
    expect(outcome).toMatchObject({ ok: false, error: { code } })
    if (!outcome.ok) expect(outcome.error.message).toContain(place)
  })
})

describe('stored rules and texts', () => {
  test('edited rules are read back, and restored ones are those of Docket', async () => {
    const { database } = await openTestDatabase()
    const store = dexiePortalRules(database)
    expect(await store.read()).toEqual({ rules, isEdited: false })
    const edited = { ...rules, version: '2026-11-23+edited' }
    await store.save(edited)
    expect(await store.read()).toEqual({ rules: edited, isEdited: true })
    await store.restore()
    expect(await store.read()).toEqual({ rules, isEdited: false })
  })

  test('damaged rules are never replaced in silence', async () => {
    const { database } = await openTestDatabase()
    await database.meta.put({ key: 'portalRules', rules: { ...rules, portals: [] } })
    await expect(dexiePortalRules(database).read()).rejects.toMatchObject({ code: 'rules-unreadable' })
  })

  test('own texts are kept, changed and removed', async () => {
    const { database } = await openTestDatabase()
    const store = dexieTemplates(database)
    const template = {
      templateId: 'own-1',
      reasonId: 'tm-test-buy',
      language: 'en',
      text: 'Order {order}.',
    } as const
    await store.save(template)
    await store.save({ ...template, text: 'Bought: {order}.' })
    expect(await store.own()).toEqual([{ ...template, text: 'Bought: {order}.' }])
    await store.remove('own-1')
    expect(await store.own()).toEqual([])
  })
})
