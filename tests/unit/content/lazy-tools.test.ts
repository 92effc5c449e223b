import { afterEach, expect, test, vi } from 'vitest'
import { createLazyTools } from '../../../entrypoints/aliexpress.content/lazy-tools.ts'
import { type PageFacts, pageFactsKey } from '../../../entrypoints/aliexpress.content/page-facts.ts'
import type { PageParts, PageTools } from '../../../entrypoints/aliexpress.content/page-tools.ts'
import { fail, ok, type Result } from '../../../lib/core/result.ts'

const world = globalThis as { [pageFactsKey]?: PageFacts }
const tools = { menu: {} } as PageTools
const createPageTools = vi.fn(() => tools)
const facts = { createPageTools } as unknown as PageFacts

afterEach(() => {
  delete world[pageFactsKey]
  createPageTools.mockClear()
})

const lazyWith = (loaded: Result<PageFacts>) => {
  const onFailure = vi.fn()
  const loadFacts = vi.fn(async () => {
    if (loaded.ok) world[pageFactsKey] = loaded.value
    return loaded
  })
  return { onFailure, loadFacts, lazy: createLazyTools(loadFacts, () => ({}) as PageParts, onFailure) }
}

test('are not there before the second script ran, and are built once after', async () => {
  const { lazy } = lazyWith(ok(facts))
  expect(lazy.now()).toBeNull()
  expect(await lazy.load()).toEqual(ok(tools))
  expect(lazy.now()).toBe(tools)
  expect(await lazy.load()).toEqual(ok(tools))
  expect(createPageTools).toHaveBeenCalledOnce()
})

test('are used at once where they are there: a menu opens in the task of its click', () => {
  world[pageFactsKey] = facts
  const { lazy, loadFacts } = lazyWith(ok(facts))
  const work = vi.fn()
  lazy.use(work)
  expect(work).toHaveBeenCalledWith(tools)
  expect(loadFacts).not.toHaveBeenCalled()
})

test('are used as soon as they are loaded', async () => {
  const { lazy } = lazyWith(ok(facts))
  await expect(new Promise((resolve) => lazy.use(resolve))).resolves.toBe(tools)
})

test('a script that does not come is told, and nothing is done', async () => {
  const { lazy, onFailure } = lazyWith(fail('no-answer', 'Click again.'))
  const work = vi.fn()
  lazy.use(work)
  await vi.waitFor(() =>
    expect(onFailure).toHaveBeenCalledWith({ code: 'no-answer', message: 'Click again.' }),
  )
  expect(work).not.toHaveBeenCalled()
})
