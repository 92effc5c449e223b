import { expect, test } from 'vitest'
import { countryCodeOf } from '../../../lib/rights/country-code.ts'

test.each([
  ['DE', 'DE'],
  ['UK', 'UK'],
  ['Germany', 'DE'],
  [' united states ', 'US'],
  ['United Kingdom', 'GB'],
  ['Vietnam', 'VN'],
  ['Serbia', 'RS'],
])('%j is %s', (text, code) => {
  expect(countryCodeOf(text)).toBe(code)
})

test.each(['', 'Deutschland', 'de', 'Atlantis', 'DEU', '12'])('%j is no country that can be told', (text) => {
  expect(countryCodeOf(text)).toBeNull()
})
