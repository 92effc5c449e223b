import type { CDPSession } from 'playwright-core'
import type { Chromium } from './browser.ts'

/** The browser's real side panel, which Playwright does not count among its pages. */
export interface SidePanel {
  evaluate<T>(expression: string): Promise<T>
  /** Clicks the button with this accessible name with the real mouse. */
  clickButton(name: string): Promise<void>
  detach(): Promise<void>
}

interface Answer {
  id?: number
  result?: { result?: { value?: unknown }; exceptionDetails?: { text: string } }
  error?: { message: string }
}

const panelIn = async (session: CDPSession): Promise<string | null> => {
  const { targetInfos } = await session.send('Target.getTargets')
  return targetInfos.find(({ url }) => url.endsWith('/sidepanel.html'))?.targetId ?? null
}

/** Whether a panel is shown; of desks that are open in tabs there may be none. */
export const isPanelShown = async (browser: Chromium): Promise<boolean> =>
  (await panelIn(await browser.browserSession())) !== null

/** Drives the panel that is shown. */
export async function attachSidePanel(browser: Chromium): Promise<SidePanel> {
  const session = await browser.browserSession()
  const targetId = await panelIn(session)
  if (targetId === null) throw new Error('No side panel is shown.')
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false })
  const waiting = new Map<number, (answer: Answer) => void>()
  const receive = (event: { sessionId: string; message: string }) => {
    if (event.sessionId !== sessionId) return
    const answer: Answer = JSON.parse(event.message)
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  }
  session.on('Target.receivedMessageFromTarget', receive)
  let lastId = 0
  const send = async (method: string, params: Record<string, unknown>): Promise<Answer> => {
    lastId += 1
    const id = lastId
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve))
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    })
    const answer = await answered
    const problem = answer.error?.message ?? answer.result?.exceptionDetails?.text
    if (problem) throw new Error(`In the side panel, ${method}: ${problem}`)
    return answer
  }
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result } = await send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    })
    return result?.result?.value as T
  }
  return {
    evaluate,
    async clickButton(name) {
      const place = await evaluate<{ x: number; y: number } | null>(`(() => {
        const nameOf = (one) => one.getAttribute('aria-label') ?? one.textContent.trim()
        const button = [...document.querySelectorAll('button')].find((one) => nameOf(one) === ${JSON.stringify(name)})
        if (!button) return null
        button.scrollIntoView({ block: 'center' })
        const { x, y, width, height } = button.getBoundingClientRect()
        return { x: x + width / 2, y: y + height / 2 }
      })()`)
      if (!place) throw new Error(`The side panel has no button "${name}".`)
      for (const type of ['mousePressed', 'mouseReleased']) {
        await send('Input.dispatchMouseEvent', { type, ...place, button: 'left', clickCount: 1 })
      }
    },
    async detach() {
      session.off('Target.receivedMessageFromTarget', receive)
      await session.send('Target.detachFromTarget', { sessionId })
    },
  }
}
