import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  redactState,
  secretsOfCookies,
  secretsOfState,
} from '../../../../lib/evidence/snapshot/redact-state.ts'
import { createRedactor, redactedMark, type Secret } from '../../../../lib/evidence/snapshot/redact-text.ts'
import { extractComponents } from '../../../../lib/extract/item-components.ts'
import { extractModules } from '../../../../lib/extract/item-modules.ts'
import { extractMtop } from '../../../../lib/extract/item-mtop.ts'
import { components, modules } from '../../extract/item-pages.ts'

const redact = (
  state: unknown,
  { secrets = [], facts = [] }: { secrets?: Secret[]; facts?: string[] } = {},
) => {
  const redactor = createRedactor({ secrets: [...secrets, ...secretsOfState(state)], facts })
  return { value: redactState(state, redactor), redacted: redactor.redacted() }
}
const textOf = (state: unknown) => JSON.stringify(redact(state).value)

/** Places in which pages were seen, or are said, to keep something of the person. */
const places: Array<[place: string, secret: string, wrap: (value: string) => unknown]> = [
  ['csrfToken', 'a1b2c3d4e5f6', (value) => ({ pageConfig: { csrfToken: value } })],
  ['_m_h5_tk', 'b1946ac92492d2347c6235b4d2611184_1764000000000', (value) => ({ _m_h5_tk: value })],
  ['umidToken', 'T2gA0123456789abcdef', (value) => ({ extParams: { umidToken: value } })],
  ['x5sec', '7b22617365727665', (value) => ({ cookies: { x5sec: value } })],
  ['foreverRandomToken', '7e1b208385f74f3c8b72', (value) => ({ extParams: { foreverRandomToken: value } })],
  ['sessionId', '24cf1b34c4ec45269b98', (value) => ({ pageConfig: { sessionId: value } })],
  ['xman_us_f', 'x_l=1&x_user=DE|Anna|Kowalska|ifm|98765', (value) => ({ params: { xman_us_f: value } })],
  ['nickName', 'Annelore', (value) => ({ user: { nickName: value } })],
  ['userFullName', 'Annelore Testmann', (value) => ({ widgets: [{ props: { userFullName: value } }] })],
  ['email', 'annelore@example.org', (value) => ({ data: { memberInfo: { email: value } } })],
  ['loginId', 'de1029384756abqae', (value) => ({ global: { loginId: value } })],
  ['memberId', '987654321', (value) => ({ env: { memberId: value } })],
  ['buyerAdminSeq', '231987654', (value) => ({ storeModule: { buyerAdminSeq: value } })],
  ['user:id', '231987655', (value) => ({ env: { valMap: { 'user:id': value } } })],
  ['clientIp', '203.0.113.77', (value) => ({ fields: { __tppParams: { clientIp: value } } })],
  ['gps', '41.6959', (value) => ({ autoGeoInfo: { gps: { latitude: value } } })],
  ['postalCode', '12345-678', (value) => ({ userGeoInfo: { postalCode: value } })],
  ['cityName', 'Nowhereville', (value) => ({ oldShipping_2547: { fields: { cityName: value } } })],
  ['street', '17 Example Lane', (value) => ({ shippingAddress: { street: value, country: 'DE' } })],
  ['list of addresses', '17 Example Lane', (value) => ({ addressList: [{ line: value }, { line: value }] })],
  ['mobile', '+49 30 5550123', (value) => ({ receiver: { mobile: value } })],
  ['cartCount', '37', (value) => ({ header: { cartCount: value } })],
  [
    'state as text',
    'annelore@example.org',
    (value) => ({ config: JSON.stringify({ loginUser: { email: value } }) }),
  ],
  [
    'a link with a token',
    'a1b2c3d4e5f6',
    (value) => ({ url: `//x.aliexpress.com/?a=1&ctoken=${value}&b=2` }),
  ],
]

describe('what is about the person', () => {
  test.each(places)('%s is taken out', (_, secret, wrap) => {
    expect(textOf(wrap(secret))).not.toContain(secret)
    expect(textOf(wrap(secret))).toContain('redacted')
  })

  test('is taken out wherever else it stands', () => {
    const state = {
      user: { email: 'annelore@example.org', loginId: 'de1029384756abqae' },
      greeting: 'Hi, annelore@example.org!',
      link: '/orders?of=de1029384756abqae',
      de1029384756abqae: [1],
    }
    expect(textOf(state)).not.toMatch(/annelore@|de1029384756abqae/)
  })

  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
  const anyState = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('node'), { maxKeys: 4 }),
    ),
  })).node

  test('whatever stands around it, planted secrets never survive', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.array(fc.oneof(fc.constantFrom('data', 'result', 'fields', 'props', '0'), fc.string()), {
          maxLength: 5,
        }),
        anyState,
        ([, secret, wrap], path, around) => {
          let state: unknown = wrap(secret)
          // Among the seller's facts a telephone is the seller's.
          const keys = path.filter(
            (key) =>
              !/sell|store|shop|suppl|merch|compan|compli|manuf|respons|prop|spec|country|currency|lang|site|log|loc/i.test(
                key,
              ) && key !== '__proto__',
          )
          for (const key of keys) state = { [key]: state, around }
          fc.pre(!JSON.stringify(around ?? null).includes(secret))
          expect(textOf(state)).not.toContain(secret)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('what the listing states', () => {
  const mtop = {
    data: {
      result: {
        PRODUCT_TITLE: { text: 'Token of Love Session Ring' },
        PRICE: { targetSkuPriceInfo: { salePriceString: 'US $4.90' } },
        SHOP_CARD_PC: {
          storeName: 'Address Book Store',
          sellerInfo: {
            adminSeq: 2990001000,
            storeNum: 1109900100,
            storeURL: '//www.aliexpress.com/store/1109900100',
          },
        },
        PRODUCT_PROP_PC: {
          showedProps: [
            { attrName: '이메일', attrValue: 'seller@example.com' },
            { attrName: 'Address', attrValue: '5 Factory Road, Shenzhen' },
          ],
        },
        COMPLIANCE_PC: {
          complianceList: [
            {
              title: 'Manufacturer',
              content: 'mail: maker@example.com',
              email: 'maker@example.com',
              address: '5 Factory Road',
            },
          ],
        },
        GLOBAL_DATA: {
          globalData: { productId: '1005990000000100', sellerId: 2990001000, currencyCode: 'USD' },
        },
      },
    },
  }

  test('survives: the same is read of the redacted state', () => {
    expect(extractMtop(redact(mtop).value)).toEqual(extractMtop(mtop))
    expect(extractModules(redact(modules()).value)).toEqual(extractModules(modules()))
    expect(extractComponents(redact(components()).value)).toEqual(extractComponents(components()))
  })

  test('what the seller and the maker must state of themselves survives', () => {
    const text = textOf(mtop)
    expect(text).toContain('seller@example.com')
    expect(text).toContain('maker@example.com')
    expect(text).toContain('5 Factory Road, Shenzhen')
    expect(redact(mtop).redacted).toEqual([])
  })

  test('country, currency and language of the page survive', () => {
    const state = {
      userComponent: { userCountryCode: 'DE', userCountryName: 'Germany' },
      userGeoInfo: { country: { code: 'GE', name: 'Georgia' }, postalCode: '0105' },
      shippingAddress: { countryCode: 'DE', currency: 'EUR', locale: 'de_DE', street: '17 Example Lane' },
      price: { sign: '€', currencySign: 'US $' },
      i18nMap: { INVALID_TOKEN: 'The token is invalid', EMAIL: 'Email Address', phone: 'Phone number' },
    }
    expect(redact(state).value).toEqual({
      ...state,
      userGeoInfo: { country: state.userGeoInfo.country, postalCode: redactedMark },
      shippingAddress: { ...state.shippingAddress, street: redactedMark },
    })
  })

  test('a fact is left alone under any key', () => {
    const state = { user: { memberId: 2990001000, nickName: 'Bluefinch Store' } }
    expect(redact(state, { facts: ['2990001000', 'Bluefinch Store'] }).value).toEqual(state)
  })

  test('whatever the person is called, the title stays', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (title, name) => {
        const state = { titleModule: { subject: `${title} ${name}` }, user: { nickName: name } }
        const facts = [`${title} ${name}`]
        const { value } = redact(state, { facts })
        expect((value as typeof state).titleModule.subject).toBe(`${title} ${name}`)
      }),
    )
  })
})

test('anything is redacted without an error, and keeps its shape', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (state) => {
      const { value } = redact(state)
      expect(Array.isArray(value)).toBe(Array.isArray(state))
      expect(typeof value).toBe(typeof state)
    }),
  )
})

test('cookies tell what to look for, and nothing short', () => {
  const secrets = secretsOfCookies(
    'xman_us_t=x_lid=us1061881223wbxae&sign=y&rmb_pp=nora%40example.org&ctoken=16c2s8pcm6n7d; _m_h5_tk=b1946ac92492d2347c6235b4d2611184_1764000000000; aep_usuc_f=site=glo&c_tp=USD&x_alimid=2661531430&b_locale=en_US; broken=%E0%A4%A',
  ).map(({ text }) => text)
  expect(secrets).toEqual(
    expect.arrayContaining([
      'us1061881223wbxae',
      'nora@example.org',
      '2661531430',
      'b1946ac92492d2347c6235b4d2611184',
    ]),
  )
  expect(secrets).not.toEqual(expect.arrayContaining(['USD']))
  expect(secrets).not.toEqual(expect.arrayContaining(['en_US']))
})
