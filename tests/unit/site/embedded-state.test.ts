import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import {
  readAerData,
  readInitData,
  readJsonLdProduct,
  readPageConfig,
  readRunParamsData,
  readRunParamsScalars,
  sliceBrackets,
} from '../../../lib/site/embedded-state.ts'

const docOf = (...scripts: string[]) =>
  new JSDOM(`<body>${scripts.map((text) => `<script>${text}</script>`).join('')}</body>`).window.document

describe('states in scripts', () => {
  test('the first that is not empty counts, in whatever script it stands', () => {
    const doc = docOf(
      'var x = 1',
      'window.runParams = {\n};',
      'window.runParams = { "data" : {"a":{"b":"}{\\""}} };',
    )
    expect(readRunParamsData(doc)).toEqual({
      status: 'found',
      value: { a: { b: '}{"' } },
      source: 'runParams.data',
    })
  })

  test('a page without the state has none; a state that is cut off is unreadable', () => {
    expect(readInitData(docOf('if (window._dida_config_._init_data_) {}'))).toEqual({ status: 'absent' })
    expect(readInitData(docOf('window._dida_config_._init_data_ = { data: {"a": 1'))).toEqual({
      status: 'unreadable',
      reason: 'the state is cut off',
      source: '_init_data_.data',
    })
  })

  test('nothing is run', () => {
    const doc = docOf('window.runParams = { data: {"a": (globalThis.ran = true)} }')
    expect(readRunParamsData(doc)).toMatchObject({ status: 'unreadable' })
    expect(globalThis).not.toHaveProperty('ran')
  })

  test('scalars are read with both kinds of quotes; one with two values is left out', () => {
    const text = `window.runParams.a="1"; window.runParams.b='it\\'s'; window.runParams.c=false;
      window.runParams.d=1.5; window.runParams.e="x" ; window.runParams.e="y"; window.runParams.f=g();
      window.runParams.__proto__="p"`
    const scalars = readRunParamsScalars(docOf(text))
    expect({ ...scalars }).toMatchObject({ a: '1', b: "it's", c: false, d: 1.5 })
    expect(scalars).not.toHaveProperty('e')
    expect(scalars).not.toHaveProperty('f')
    expect(Object.getPrototypeOf(scalars)).toBeNull()
  })

  test('the configuration of a store page is read', () => {
    const config = readPageConfig(
      docOf(`var pageConfig = { storeId: '4682001', ownerMemberId: '231422982', x: {y: 1} }`),
    )
    expect(config).toMatchObject({ storeId: '4682001', ownerMemberId: '231422982' })
  })

  test('of several JSON-LD things the product counts', () => {
    const doc = new JSDOM(
      `<script type="application/ld+json">{broken</script><script type="application/ld+json">{"@type":"VideoObject"}</script>
       <script type="application/ld+json">[{"@type":"Product","name":"x"}]</script>`,
    ).window.document
    expect(readJsonLdProduct(doc)).toMatchObject({ status: 'found', value: { name: 'x' } })
  })

  test('the widget tree of aliexpress.ru is read', () => {
    const doc = new JSDOM('<script id="__AER_DATA__" type="application/json">{"widgets":[]}</script>').window
      .document
    expect(readAerData(doc)).toEqual({ status: 'found', value: { widgets: [] }, source: 'AER_DATA' })
  })

  test('every JSON object is cut out whole, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.string(),
        fc.string(),
        (value, before, after) => {
          const json = JSON.stringify(value)
          expect(sliceBrackets(`${before}${json}${after}`, before.length)).toBe(json)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('no text makes the cutting throw or run on', () => {
    const signs = fc.constantFrom(...'{}[]"\'\\ab')
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 300 }), (parts) => {
        const text = `{${parts.join('')}`
        const cut = sliceBrackets(text, 0)
        if (cut !== null) expect(text.startsWith(cut)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
