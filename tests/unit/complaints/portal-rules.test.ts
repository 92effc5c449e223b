import { describe, expect, test } from 'vitest'
import { fillTemplate, openFields, templateFields } from '../../../lib/complaints/explanation-template.ts'
import { defaultTemplates } from '../../../lib/complaints/explanation-templates-data.ts'
import { demands, portalRulesSchema } from '../../../lib/complaints/portal-rules.ts'
import { defaultPortalRules as rules } from '../../../lib/complaints/portal-rules-data.ts'
import { buildAnswers, buildHolder, buildTrademark, documentOf } from '../../support/rights.ts'

describe('the rules as shipped', () => {
  test('are valid, and every rule names its source', () => {
    expect(portalRulesSchema.parse(rules)).toEqual(rules)
    const sources = JSON.stringify(rules).match(/"source":"[^"]*"/g) ?? []
    expect(sources.length).toBeGreaterThan(40)
    expect(sources).not.toContain('"source":""')
  })

  test('use every demand', () => {
    const used = new Set(rules.reasons.flatMap((reason) => reason.demands))
    expect(demands.filter((demand) => !used.has(demand))).toEqual([])
  })

  test.each([
    ['two portals of one name', { portals: [...rules.portals, ...rules.portals] }],
    ['a default that is not there', { defaultPortalId: 'nowhere' }],
    ['no reason at all', { reasons: [] }],
    ['a portal for a platform that nobody knows', { platforms: [{ platformId: 'other', name: 'Other' }] }],
    ['something more', { more: true }],
  ])('%s is refused', (_, change) => {
    expect(portalRulesSchema.safeParse({ ...rules, ...change }).success).toBe(false)
  })
})

describe('texts', () => {
  test('there is one for every reason and language, with known fields only', () => {
    for (const { reasonId } of rules.reasons) {
      const own = defaultTemplates.filter((template) => template.reasonId === reasonId)
      expect(own.map(({ language }) => language).sort()).toEqual(['en', 'zh'])
    }
    const fields = defaultTemplates.flatMap(({ text }) => openFields(text).map((field) => field.slice(1, -1)))
    expect(fields.filter((field) => !(templateFields as readonly string[]).includes(field))).toEqual([])
  })

  test('fields are filled in; what is not known stays to be seen', () => {
    const template = defaultTemplates.find(({ templateId }) => templateId === 'tm-counterfeit-features-en')
    const facts = { right: buildTrademark(), holder: buildHolder(), count: 3 }
    const without = fillTemplate(template?.text ?? '', { ...facts, answers: buildAnswers() })
    expect(without).toContain(
      'Velmora Outdoor GmbH owns the trademark "VELMORA" (No. 018000001, EUIPO, class 21)',
    )
    expect(without).toContain('on the product and the listing’s pictures')
    expect(openFields(without)).toEqual(['{differences}'])
    const comparison = {
      comparisonId: 'c',
      comId: '1',
      genuine: documentOf('g.png'),
      listingSha256: 'e'.repeat(64),
      view: '',
      differences: [
        { x: 0, y: 0, text: 'cap is grey' },
        { x: 0, y: 0, text: ' ' },
        { x: 0, y: 0, text: 'The print is blurred. ' },
      ],
    }
    const answers = buildAnswers({ comparisons: [comparison] })
    const filled = fillTemplate(template?.text ?? '', { ...facts, answers })
    expect(openFields(filled)).toEqual([])
    expect(filled).toContain('as follows: cap is grey; The print is blurred. See the')
  })

  test('a value that looks like a field is not filled in again', () => {
    const right = buildTrademark({ mark: '{number}' })
    const facts = { right, holder: buildHolder(), answers: buildAnswers(), count: 1 }
    expect(fillTemplate('{mark} {constructor} {count}', facts)).toBe('{number} {constructor} 1')
  })
})
