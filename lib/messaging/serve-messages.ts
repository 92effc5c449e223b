import { browser } from 'wxt/browser'
import { failureFrom } from '../core/expected-error.ts'
import { type Failure, fail, type Result } from '../core/result.ts'
import { type CheckedSender, checkSender, type PageSender } from './check-sender.ts'
import { isContentMessage, type ParsedMessage, parseMessage } from './parse-message.ts'
import type { ContentToBackground, ExtensionToBackground } from './protocol.ts'

export type ContentHandlers = {
  [Name in keyof ContentToBackground]: (
    request: ContentToBackground[Name]['request'],
    sender: PageSender,
  ) => Promise<ContentToBackground[Name]['reply']>
}

export type ExtensionHandlers = {
  [Name in keyof ExtensionToBackground]: (
    request: ExtensionToBackground[Name]['request'],
  ) => Promise<ExtensionToBackground[Name]['reply']>
}

interface Handlers {
  fromPages: ContentHandlers
  fromExtension: ExtensionHandlers
  /** Keeps every refusal and failure, so that it can be looked into. */
  recordFailure(doing: string, failure: Failure, pageUrl: string | null): Promise<void>
}

/**
 * Answers every message to the background. The one place that decides who may ask for what: the sender is
 * checked by its origin, the message parsed whole, and only then handed to its use-case. A thrown error
 * becomes an answer too; nobody waits for ever.
 */
export function serveMessages(handlers: Handlers): void {
  const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin }

  const answer = async (message: unknown, sender: CheckedSender | null, pageUrl: string | null) => {
    const outcome = await answerChecked(message, sender, handlers).catch(
      (error: unknown): Result<never> => ({
        ok: false,
        error: failureFrom(error, `answering ${nameOf(message)}`),
      }),
    )
    if (!outcome.ok) {
      // Not waited for: where the storage broke down, keeping the reason may never end, and a person waits for the answer.
      handlers
        .recordFailure(nameOf(message), outcome.error, pageUrl)
        .catch((error: unknown) => console.error('Docket could not keep the reason of a failure', error))
    }
    return outcome
  }

  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    const checked = checkSender(sender, own)
    answer(message, checked, checked?.kind === 'page' ? (sender.url ?? null) : null).then(sendResponse)
    return true
  })
}

async function answerChecked(
  message: unknown,
  sender: CheckedSender | null,
  { fromPages, fromExtension }: Handlers,
): Promise<Result<unknown>> {
  if (!sender) return fail('unknown-sender', 'Docket does not answer this sender.')
  const parsed = parseMessage(message)
  if (!parsed.ok) return parsed
  const { type } = parsed.value
  if (sender.kind === 'page' && isContentMessage(type)) {
    return dispatch(fromPages, parsed.value, sender)
  }
  if (sender.kind === 'extension' && !isContentMessage(type)) {
    return dispatch(fromExtension, parsed.value, sender)
  }
  return fail('not-allowed', 'Docket does not take this message from this sender.')
}

/** The handler of a message takes that message's request: `parseMessage` has just proved it. */
function dispatch(
  handlers: ContentHandlers | ExtensionHandlers,
  { type, request }: ParsedMessage,
  sender: CheckedSender,
): Promise<Result<unknown>> {
  const handler = (
    handlers as Record<string, (request: unknown, sender: unknown) => Promise<Result<unknown>>>
  )[type]
  return handler
    ? handler(request, sender)
    : Promise.resolve(fail('not-allowed', 'Docket does not take this message from this sender.'))
}

const nameOf = (message: unknown): string =>
  typeof message === 'object' && message !== null && 'type' in message && typeof message.type === 'string'
    ? message.type.slice(0, 60)
    : 'an unknown message'
