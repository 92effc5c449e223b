import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repositoryRoot } from '../support/built-extension.ts'

/** Classes and properties that mean left or right, whichever way a language is read. */
const physicalClass =
  /(?<=^|[\s"'`:])-?(?:(?:scroll-)?[pm][lr]-(?:\d|\[|\(|auto\b|px\b)|(?:left|right)-(?:\d|\[|\()|text-(?:left|right)\b|float-(?:left|right)\b|border-[lr](?=$|[\s"'`]|-\d)|rounded-(?:l|r|tl|tr|bl|br)(?=$|[\s"'`-]))[^\s"'`]*/g
const physicalProperty =
  /(?<=^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|left|right|text-align)\s*:\s*[^;}]+/g

/** Half of the window's width, with a translation by half of the own one: the middle, whichever way. */
const isMiddle = (found: string) => found === 'left-1/2'

/** Places in pictures, and of what lies over AliExpress's own pages, are no matter of language. */
const exempt = /^components\/ui\/zoom-picture\.tsx$|^entrypoints\/aliexpress\.content\//

const files = ['components', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:tsx?|css|html)$/.test(path))
    .map((path) => `${folder}/${path}`)
    .filter((path) => !exempt.test(path)),
)

function flaws(path: string, text: string): string[] {
  const found = path.endsWith('.css')
    ? [...text.matchAll(physicalProperty)]
        .map(([property]) => property)
        .filter((property) => !/^text-align\s*:\s*(?:center|start|end|justify)/.test(property))
    : [...text.matchAll(/"[^"\n]*"|'[^'\n]*'|`[^`]*`/g)].flatMap(([literal]) =>
        [...literal.matchAll(physicalClass)].map(([name]) => name),
      )
  return found
    .filter((each) => !isMiddle(each))
    .map(
      (each) =>
        `${path}: "${each}" is left or right in every language. Write ps- pe- ms- me- start- end- text-start border-s rounded-s, or the logical property.`,
    )
}

describe('the direction of reading', () => {
  test('nothing is left or right by itself', () => {
    expect(files.length).toBeGreaterThan(200)
    expect(files.flatMap((path) => flaws(path, readFileSync(join(repositoryRoot, path), 'utf8')))).toEqual([])
  })

  test.each([
    ['a.tsx', 'className="pl-2"', 1],
    ['a.tsx', "className={'sm:-ml-1.5 file:mr-2'}", 2],
    ['a.tsx', 'className="left-2 -right-[3px] text-left border-l-0 rounded-tl-md"', 5],
    ['a.tsx', 'className="left-1/2 inset-x-0 ps-2 px-2 text-start border-line rounded-lg placeholder:x"', 0],
    ['a.tsx', "const words = { right: 'Right', left: 'left as decided' }", 0],
    ['a.css', 'a { margin-left: 1px; text-align: right } b { left: 0; text-align: center }', 3],
    ['a.css', 'a { margin-inline-start: 1px; border-left-color: red }', 1],
  ])('finds what is, and leaves what is not: %s %s', (path, text, many) => {
    expect(flaws(path, text)).toHaveLength(many)
  })
})
