import type { Page } from 'playwright-core'

/** Evaluates in the world of Docket's own scripts in a page: what an attacker could do who had taken it over. */
export async function inOwnWorld(page: Page, extensionId: string, expression: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page)
  try {
    const contexts: Array<{ id: number; origin: string; auxData?: { type?: string } }> = []
    session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context))
    await session.send('Runtime.enable')
    const own = contexts.find(({ origin }) => origin.includes(extensionId))
    if (!own) throw new Error(`Docket has no world in this page: ${JSON.stringify(contexts)}`)
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: own.id,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails.exception?.description))
    return result.value
  } finally {
    await session.detach()
  }
}
