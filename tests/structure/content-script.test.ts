import { expect, test } from 'vitest'
import { runtimeGraph, sourceFiles } from '../support/source-graph.ts'

const entry = 'entrypoints/aliexpress.content/index.ts'
const graph = runtimeGraph(entry)

/** Packages that a page never has to load. */
const tooHeavy =
  /^(zod|react|react-dom|dexie|radix-ui|lucide-react|@tanstack|client-zip|papaparse|warcio|@react-pdf)([/]|$)/

test('the content script reaches a good part of the house', () => {
  expect(sourceFiles('entrypoints/aliexpress.content').length).toBeGreaterThan(0)
  expect([...graph.keys()].filter((name) => name.startsWith('lib/')).length).toBeGreaterThan(5)
})

test('the content script loads no schema library, no database and no React', () => {
  const heavy = [...graph]
    .filter(([name]) => tooHeavy.test(name))
    .map(([, way]) => `${way.join(' → ')}: import types only.`)
  expect(heavy).toEqual([])
})

test('the content script never touches the storage', () => {
  const stored = [...graph]
    .filter(([name]) => name.startsWith('lib/storage/'))
    .map(([, way]) => `${way.join(' → ')}: send a message instead.`)
  expect(stored).toEqual([])
})
