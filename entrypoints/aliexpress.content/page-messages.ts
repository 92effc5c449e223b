import { browser } from 'wxt/browser'
import type { GatherProgress } from '../../lib/evidence/gather/gather-parts.ts'
import type { ActTarget, BackgroundToContent, PageAct } from '../../lib/messaging/protocol.ts'

/** What the background may ask of a page. */
export type PageMessageHandlers = {
  [Name in keyof BackgroundToContent]: (
    request: BackgroundToContent[Name]['request'],
  ) => BackgroundToContent[Name]['reply'] | Promise<BackgroundToContent[Name]['reply']>
}

/**
 * Answers the background. A message of anybody else, or of a shape we do not know, is left unanswered.
 * Returns a function that stops listening.
 */
export function serveBackground(handlers: PageMessageHandlers): () => void {
  const listener = (
    message: unknown,
    sender: { id?: string | undefined },
    sendResponse: (reply: unknown) => void,
  ): boolean => {
    if (sender.id !== browser.runtime.id) return false
    const reply = answer(message, handlers)
    if (reply === null) return false
    // A rejected answer is no answer: the sender takes silence for "the page is gone" and does nothing.
    Promise.resolve(reply).then(sendResponse, () => sendResponse(undefined))
    return true
  }
  browser.runtime.onMessage.addListener(listener)
  return () => browser.runtime.onMessage.removeListener(listener)
}

function answer(message: unknown, handlers: PageMessageHandlers) {
  if (!isRecord(message) || !isRecord(message.request)) return null
  const { type, request } = message
  if (type === 'page.check' && isPageCheck(request)) return handlers['page.check'](request)
  if (type === 'page.act' && isPageAct(request)) return handlers['page.act'](request)
  // Its only sender is our own background, and what it says is only shown.
  if (type === 'capture.progress') return handlers[type](request as unknown as GatherProgress)
  if (type === 'page.refresh') return handlers['page.refresh']({})
  return null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPageCheck = (
  request: Record<string, unknown>,
): request is BackgroundToContent['page.check']['request'] & Record<string, unknown> =>
  typeof request.documentKey === 'string' &&
  (request.phase === 'before' || request.phase === 'after') &&
  Array.isArray(request.comIds) &&
  request.comIds.every((comId) => typeof comId === 'string')

const plainActs = ['flag', 'look-later', 'undo', 'not-infringing']

export function isPageAct(request: Record<string, unknown>): request is PageAct & Record<string, unknown> {
  const { act, target, ipType } = request
  if (act === 'take-screenshots') return true
  if (!isActTarget(target)) return false
  if (act === 'flag-as') return ipType === 'trademark' || ipType === 'copyright' || ipType === 'patent'
  return typeof act === 'string' && plainActs.includes(act)
}

const isActTarget = (target: unknown): target is ActTarget =>
  isRecord(target) &&
  (target.kind === 'focus' ||
    ((target.kind === 'link' || target.kind === 'image') && typeof target.url === 'string'))
