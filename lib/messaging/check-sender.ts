import { isSiteUrl } from '../site/hosts.ts'

/** What the browser (never the message) says of a sender. */
export interface Sender {
  id?: string | undefined
  origin?: string | undefined
  url?: string | undefined
  frameId?: number | undefined
  documentId?: string | undefined
  tab?: { id?: number | undefined; windowId?: number | undefined; url?: string | undefined } | undefined
}

export interface PageSender {
  kind: 'page'
  tabId: number
  windowId: number
  origin: string
  /** The browser's own id of the document; null where it gives none. */
  documentId: string | null
  /** What stands in the tab's address bar; null where the browser does not tell. */
  addressUrl: string | null
}

export type CheckedSender = PageSender | { kind: 'extension' }

/**
 * Who speaks, by `sender.origin`: a page can spoof much, but not the origin that the browser attaches.
 * Null for anybody else: other extensions, frames, pages outside the site.
 */
export function checkSender(sender: Sender, own: { id: string; origin: string }): CheckedSender | null {
  if (sender.id !== own.id || !sender.origin) return null
  if (sender.origin === own.origin) return { kind: 'extension' }
  const isTopFrame = sender.frameId === 0
  const tabId = sender.tab?.id
  const windowId = sender.tab?.windowId
  if (!isTopFrame || tabId === undefined || windowId === undefined) return null
  if (!URL.canParse(sender.origin) || !isSiteUrl(new URL(sender.origin))) return null
  return {
    kind: 'page',
    tabId,
    windowId,
    origin: sender.origin,
    documentId: sender.documentId ?? null,
    addressUrl: sender.tab?.url ?? null,
  }
}
