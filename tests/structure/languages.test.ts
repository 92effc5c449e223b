import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../components/language/zh.ts'
import { repositoryRoot } from '../support/built-extension.ts'
import { importsOf, sourceFiles } from '../support/source-graph.ts'

/** Parts of the interface with their English, as their files say it. */
const parts = await Promise.all(
  sourceFiles('components')
    .filter((file) => /words\.ts$/.test(file) && !file.startsWith('components/language/zh/'))
    .map(async (file) => {
      const { english } = await import(join(repositoryRoot, file))
      return { part: file.replace(/^components\/|\.ts$/g, ''), english }
    }),
)
const spoken = parts.filter(({ english }) => english !== undefined)

/** Names of all that is said; functions by how many arguments they take is left to TypeScript. */
const namesOf = (said: unknown, at = ''): string[] =>
  typeof said === 'object' && said !== null
    ? Object.entries(said).flatMap(([name, inner]) => namesOf(inner, `${at}/${name}`))
    : [`${at} ${typeof said}`]

const isChinese = (file: string) => /^components\/language\/zh(\/|\.ts$)/.test(file)

describe('a language', () => {
  test('there are words to look at', () => {
    expect(spoken.length).toBeGreaterThan(10)
  })

  test.each(spoken)('Chinese says all of $part', ({ part, english }) => {
    const chinese: unknown = catalogue[part as keyof typeof catalogue]
    // English sentences of points come with the points.
    if (part === 'complaints/point-words') expect(chinese).toBeDefined()
    // It may name more than English does, which says some names as the data has them.
    else expect(namesOf(english)).toEqual(namesOf(english).filter((name) => namesOf(chinese).includes(name)))
  })

  // The page waits for its words: words that import what waits for them would wait for ever.
  test('imports nothing that runs', () => {
    const running = sourceFiles('components/language')
      .filter(isChinese)
      .flatMap((file) =>
        importsOf(file)
          .filter(({ typeOnly, file: target }) => !typeOnly && !isChinese(target ?? ''))
          .map(({ specifier }) => `${file} imports "${specifier}": pass what is needed as an argument.`),
      )
    expect(running).toEqual([])
  })
})
