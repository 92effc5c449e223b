import { expect, test } from 'vitest'
import { isPageAct } from '../../../entrypoints/aliexpress.content/page-messages.ts'

const focus = { kind: 'focus' }

test.each([
  { act: 'flag', target: focus },
  { act: 'undo', target: focus },
  { act: 'take-screenshots' },
  {
    act: 'flag-as',
    ipType: 'patent',
    target: { kind: 'link', url: 'https://www.aliexpress.com/item/1.html' },
  },
])('understands %j', (act) => {
  expect(isPageAct(act)).toBe(true)
})

test.each([
  {},
  { act: 'flag' },
  { act: 'submit', target: focus },
  { act: 'flag-as', target: focus },
  { act: 'flag-as', ipType: 'design', target: focus },
  { act: 'flag', target: { kind: 'link' } },
  { act: 'flag', target: { kind: 'link', url: 5 } },
  { act: 'flag', target: { kind: 'everything' } },
  { act: ['flag'], target: focus },
])('does not understand %j', (act) => {
  expect(isPageAct(act)).toBe(false)
})
