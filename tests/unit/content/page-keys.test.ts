// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { pageKeyOf } from '../../../entrypoints/aliexpress.content/page-keys.ts'

/** A key press as the browser reports a person's; jsdom can only make untrusted ones. */
const press = (key: string, init: Partial<KeyboardEvent> = {}, target: EventTarget = document.body) =>
  ({
    isTrusted: true,
    repeat: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    key,
    code: '',
    composedPath: () => [target],
    ...init,
  }) as KeyboardEvent

const field = (html: string): Element => {
  const holder = document.createElement('div')
  holder.innerHTML = html
  document.body.append(holder)
  const [element] = holder.children
  if (!element) throw new Error('no field')
  return element
}

describe('keys of the page', () => {
  test.each([
    ['f', 'flag'],
    ['t', 'trademark'],
    ['l', 'later'],
    ['g', 'genuine'],
    ['u', 'undo'],
    ['?', 'keys'],
    ['q', null],
    ['Enter', null],
    ['constructor', null],
  ])('%s asks for %s', (key, asked) => {
    expect(pageKeyOf(press(key))).toBe(asked)
  })

  test('work by their place on keyboards without Latin letters', () => {
    expect(pageKeyOf(press('а', { code: 'KeyF' }))).toBe('flag')
    expect(pageKeyOf(press('ש', { code: 'KeyA' }))).toBeNull()
    // A Latin layout that moves the letters goes by the letter.
    expect(pageKeyOf(press('q', { code: 'KeyF' }))).toBeNull()
  })

  test.each([
    ['ctrlKey', { ctrlKey: true }],
    ['altKey', { altKey: true }],
    ['metaKey', { metaKey: true }],
    ['shiftKey', { shiftKey: true }],
    ['composing', { isComposing: true }],
    ['held down', { repeat: true }],
    ['forged by the page', { isTrusted: false }],
  ])('are not ours with %s', (_, init) => {
    expect(pageKeyOf(press('f', init))).toBeNull()
  })

  test.each([
    '<input>',
    '<input type="search">',
    '<textarea></textarea>',
    '<select></select>',
    '<div role="textbox"></div>',
  ])('are off while typing in %s', (html) => {
    expect(pageKeyOf(press('f', {}, field(html)))).toBeNull()
  })

  test.each(['<input type="checkbox">', '<button>Buy</button>', '<a href="#">x</a>'])(
    'work on %s',
    (html) => {
      expect(pageKeyOf(press('f', {}, field(html)))).toBe('flag')
    },
  )
})
