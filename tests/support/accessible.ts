import type { CDPSession, Page } from 'playwright-core'
import type { Box } from '../../lib/evidence/screenshot/page-check.ts'

/** One node of the page as assistive software sees it, closed shadow roots included. */
export interface AccessibleNode {
  role: string
  name: string
  description: string
  /** States that are set, e.g. { pressed: 'true', disabled: true }. */
  states: Record<string, unknown>
  /** In CSS pixels of the viewport; null where the node is not drawn. */
  box: Box | null
}

export interface Search {
  role?: string
  name: RegExp | string
  /** Only nodes whose centre lies in this box. */
  within?: Box
}

interface RawNode {
  ignored: boolean
  role?: { value?: unknown }
  name?: { value?: unknown }
  description?: { value?: unknown }
  properties?: Array<{ name: string; value: { value?: unknown } }>
  backendDOMNodeId?: number
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const matches = (node: RawNode, search: Search): boolean => {
  if (node.ignored || (search.role !== undefined && text(node.role?.value) !== search.role)) return false
  const name = text(node.name?.value)
  return typeof search.name === 'string' ? name === search.name : search.name.test(name)
}

async function boxOf(session: CDPSession, backendNodeId: number): Promise<Box | null> {
  try {
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId })
    const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border
    return { x: left, y: top, width: right - left, height: bottom - top }
  } catch (error) {
    // The protocol's answer for what is not drawn.
    if (error instanceof Error && /box model|No node|Could not find/i.test(error.message)) return null
    throw error
  }
}

const isInside = (box: Box | null, frame: Box): boolean => {
  if (!box) return false
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  return x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height
}

async function rawMatches(session: CDPSession, search: Search): Promise<RawNode[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  return (nodes as RawNode[]).filter((node) => matches(node, search))
}

async function located(
  session: CDPSession,
  search: Search,
): Promise<Array<AccessibleNode & { backendNodeId: number }>> {
  const found: Array<AccessibleNode & { backendNodeId: number }> = []
  for (const node of await rawMatches(session, search)) {
    if (node.backendDOMNodeId === undefined) continue
    const box = await boxOf(session, node.backendDOMNodeId)
    if (search.within && !isInside(box, search.within)) continue
    found.push({
      role: text(node.role?.value),
      name: text(node.name?.value),
      description: text(node.description?.value),
      states: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
      box,
      backendNodeId: node.backendDOMNodeId,
    })
  }
  return found
}

async function withSession<T>(page: Page, act: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page)
  try {
    return await act(session)
  } finally {
    await session.detach()
  }
}

/** All nodes with this role and name, in document order. */
export const findAllByName = (page: Page, search: Search): Promise<AccessibleNode[]> =>
  withSession(page, (session) => located(session, search))

/**
 * The first node with this role and name, waited for.
 * @throws Error that lists the names which are there, when none came in time.
 */
export async function findByName(page: Page, search: Search, timeoutMs = 5000): Promise<AccessibleNode> {
  return withSession(page, (session) => firstOf(session, search, timeoutMs))
}

async function firstOf(session: CDPSession, search: Search, timeoutMs: number) {
  const deadline = Date.now() + timeoutMs
  while (true) {
    const [first] = await located(session, search)
    if (first) return first
    if (Date.now() > deadline) {
      const others = await rawMatches(session, { name: /./, ...(search.role ? { role: search.role } : {}) })
      const names = others.map((node) => `${text(node.role?.value)} "${text(node.name?.value)}"`).slice(0, 60)
      throw new Error(`No ${search.role ?? 'node'} is named ${search.name}. There are: ${names.join(', ')}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/**
 * Clicks the first node with this role and name with the real mouse, in its middle, after scrolling to it.
 * This is how tests drive the controls in the page: as a person does, whose clicks the browser trusts.
 */
export async function clickByName(
  page: Page,
  search: Search,
  options: ClickOptions = {},
): Promise<AccessibleNode> {
  const { timeoutMs = 5000, ...mouse } = options
  const { node, x, y } = await withSession(page, async (session) => {
    const found = await firstOf(session, search, timeoutMs)
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: found.backendNodeId })
    const box = await boxOf(session, found.backendNodeId)
    if (!box) throw new Error(`${found.role} "${found.name}" is not drawn, so nobody can click it.`)
    return { node: { ...found, box }, x: box.x + box.width / 2, y: box.y + box.height / 2 }
  })
  await page.mouse.click(x, y, mouse)
  return node
}

export interface ClickOptions {
  timeoutMs?: number
  button?: 'left' | 'right'
  clickCount?: number
}

/** Place in the viewport of the card with this index, scrolled into view; `selector` names what a card is. */
export async function cardBox(
  page: Page,
  index: number,
  selector = '.search-item-card-wrapper-gallery',
): Promise<Box> {
  const card = page.locator(selector).nth(index)
  await card.scrollIntoViewIfNeeded()
  const box = await card.boundingBox()
  if (!box) throw new Error(`Card ${index} (${selector}) is not drawn.`)
  return box
}
