import { browser } from 'wxt/browser'
import { fail } from '../core/result.ts'
import type { ContentToBackground } from './protocol.ts'

/** Waits between tries, in milliseconds. */
export type RetryPace = readonly number[]

/** About 30 s in all: a background that was killed is woken by the next try; a browser under load gets time. */
const untilAcknowledged: RetryPace = [100, 300, 1000, 3000, 5000, 8000, 12_000]

/** For questions whose answer only colours a control: asked again on the next occasion. */
export const fewTries: RetryPace = [100, 300, 1000]

/** A screenshot waits for its turn (two a second for all tabs), so an answer may take a while. */
const answerTimeoutMs = 25_000

/** The browser's message channel, as far as a page's script needs it. */
export interface Transport {
  /** False once the extension was reloaded, updated or removed under this page. */
  isConnected(): boolean
  send(message: unknown): Promise<unknown>
}

const runtimeTransport: Transport = {
  // After a reload the old script keeps running, cut off: its runtime has no id any more.
  isConnected: () => browser.runtime?.id !== undefined,
  send: (message) => browser.runtime.sendMessage(message),
}

export type SendToBackground = <Name extends keyof ContentToBackground>(
  type: Name,
  request: ContentToBackground[Name]['request'],
  pace?: RetryPace,
) => Promise<ContentToBackground[Name]['reply']>

/**
 * Makes the sender of a page's script. It repeats a message, unchanged, until the background answers: the
 * background may be killed at any moment, and every request is idempotent by the ids it carries. An answer
 * that says "failed" is an answer and is not repeated.
 *
 * Fails with `extension-reloaded` (nothing can be sent from this page any more) and `no-answer`.
 */
export function createSender(transport: Transport = runtimeTransport): SendToBackground {
  return async (type, request, pace = untilAcknowledged) => {
    type Reply = ContentToBackground[typeof type]['reply']
    for (let tries = 0; ; tries++) {
      if (!transport.isConnected()) return reloaded as Reply
      const answer = await answerOf(transport, { type, request })
      if (isResult(answer)) return answer as Reply
      if (!transport.isConnected()) return reloaded as Reply
      const delayMs = pace[tries]
      if (delayMs === undefined) return silent as Reply
      await new Promise((resolve) => setTimeout(resolve, delayMs))
    }
  }
}

/** Undefined where nobody answered: the caller tries again, which is what the failure calls for. */
async function answerOf(transport: Transport, message: unknown): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), answerTimeoutMs)
  })
  try {
    return await Promise.race([transport.send(message), timeout])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

const isResult = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean'

const reloaded = fail(
  'extension-reloaded',
  'Docket was updated or reloaded. Reload this page – nothing was saved for the last click.',
)

const silent = fail(
  'no-answer',
  'Docket’s background did not answer for 30 seconds. Click again to repeat; nothing is stored twice.',
)
