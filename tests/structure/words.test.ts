import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repositoryRoot } from '../support/built-extension.ts'
import { codeOf, sourceFiles } from '../support/source-graph.ts'

/** Files named …words.ts that have none of their own to translate, and why. */
const withoutCatalogue: Record<string, string> = {
  'components/evidence/gathered-words.ts': 'chooses among the words of evidence/words',
  'components/queue/seal-words.ts': 'chooses among the words of queue/words',
  'components/tracking/why-up-words.ts': 'also spoken by the content script, which waits for no catalogue',
}

const components = sourceFiles('components')
const wordsFiles = components.filter(
  (file) => file.endsWith('words.ts') && !file.startsWith('components/language/zh/'),
)
const parts = wordsFiles
  .filter((file) => !Object.hasOwn(withoutCatalogue, file))
  .map((file) => file.replace(/^components\//, '').replace(/\.ts$/, ''))

const textOf = (file: string) => readFileSync(join(repositoryRoot, file), 'utf8')

/** The quoted names of a list of `'folder/file': …` lines. */
const entriesOf = (file: string) => [...codeOf(file).matchAll(/^ {2}'([^']+)':/gm)].map(([, part]) => part)

describe('words of the interface', () => {
  test('there are words to look at', () => {
    expect(parts.length).toBeGreaterThan(15)
  })

  test.each(parts)('%s is spoken in the chosen language', (part) => {
    const text = textOf(`components/${part}.ts`)
    expect(text, 'Export the English words as `english`.').toMatch(/^export const english\b/m)
    expect(text.replace(/\s+/g, ' ')).toContain(`inLanguage('${part}', english)`)
  })

  test.each(['components/language/english.ts', 'components/language/zh.ts'])(
    '%s lists every one of them',
    (catalogue) => {
      expect(entriesOf(catalogue).sort()).toEqual([...parts].sort())
    },
  )

  test('no number, date or name is written in English whatever the language', () => {
    const english = components.filter(
      (file) =>
        !file.endsWith('words.ts') &&
        /\b(?:toLocale\w*|localeCompare|Intl\.\w+)\((?:[^()]*, )?'en'/.test(codeOf(file)),
    )
    expect(english).toEqual([])
  })
})
