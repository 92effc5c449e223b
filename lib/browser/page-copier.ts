import { browser } from 'wxt/browser'
import type * as z from 'zod'
import { fail, ok, type Result } from '../core/result.ts'
import type { PageCopier } from '../evidence/snapshot/page-copy.ts'
import { pageCopySchemas } from '../evidence/snapshot/page-copy-schema.ts'
import { type PageCopies, pageCopyName } from '../evidence/snapshot/page-copy-world.ts'
import { askDataCall } from './ask-data-call.ts'

/** Asks the page in a tab for copies of itself: by a script in Docket's own world, whose answer the browser brings. */
export const pageCopier = (tabId: number): PageCopier => ({
  readStanding: () => copyIn(tabId, 'readStanding', pageCopySchemas.readStanding),
  copyStates: () => copyIn(tabId, 'copyStates', pageCopySchemas.copyStates),
  draftSnapshot: () => copyIn(tabId, 'draftSnapshot', pageCopySchemas.draftSnapshot),
  setOwnTreesAside: () => copyIn(tabId, 'setOwnTreesAside', pageCopySchemas.setOwnTreesAside),
  putOwnTreesBack: () => copyIn(tabId, 'putOwnTreesBack', pageCopySchemas.putOwnTreesBack),
  askDataCall: () => askDataCall(tabId),
})

async function copyIn<T>(tabId: number, name: keyof PageCopies, schema: z.ZodType<T>): Promise<Result<T>> {
  const target = { tabId }
  let answer: unknown
  try {
    await browser.scripting.executeScript({ target, files: ['/page-copy.js'] })
    const [frame] = await browser.scripting.executeScript({
      target,
      func: callCopy,
      args: [pageCopyName, name],
    })
    answer = frame?.result
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return fail('page-gone', `The page could not be asked any more (${detail}). Open the listing again.`)
  }
  return parseAnswer(answer, schema)
}

/** Runs in the page, in Docket's own world; refers to nothing outside its body. */
function callCopy(worldName: string, name: string): unknown {
  const copies = (globalThis as Record<symbol, unknown>)[Symbol.for(worldName)]
  return (copies as Record<string, () => unknown>)[name]?.()
}

function parseAnswer<T>(answer: unknown, schema: z.ZodType<T>): Result<T> {
  const { ok: isOk, value, error } = (answer ?? {}) as { ok?: unknown; value?: unknown; error?: unknown }
  if (isOk === false) {
    const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
    if (typeof code === 'string' && typeof message === 'string')
      return fail(code.slice(0, 50), message.slice(0, 500))
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  return fail(
    'not-understood',
    `The page gave something unexpected (${issue?.path.join('.') || 'answer'}, ${issue?.message.slice(0, 200)}).`,
  )
}
