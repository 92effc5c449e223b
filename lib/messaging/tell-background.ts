import { browser } from 'wxt/browser'
import { failureFrom } from '../core/expected-error.ts'
import type { ExtensionToBackground } from './protocol.ts'

/** Sends a message of an extension page to the background. A background that does not answer is a failure too. */
export async function tellBackground<Name extends keyof ExtensionToBackground>(
  type: Name,
  request: ExtensionToBackground[Name]['request'],
): Promise<ExtensionToBackground[Name]['reply']> {
  try {
    const reply: ExtensionToBackground[Name]['reply'] | undefined = await browser.runtime.sendMessage({
      type,
      request,
    })
    if (reply === undefined) throw new Error('no answer')
    return reply
  } catch (error) {
    return { ok: false, error: failureFrom(error, `asking its background (${type})`) }
  }
}
