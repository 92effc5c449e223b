import type { Failure } from '../../lib/core/result.ts'
import type { ScreenshotStatus } from '../../lib/evidence/capture.ts'
import { fewTries, type SendToBackground } from '../../lib/messaging/send-to-background.ts'

/** One picture serves at most this many listings. */
const maxPerShot = 100

export type ShotOutcome = ScreenshotStatus | { state: 'unanswered'; failure: Failure }

/**
 * Asks for screenshots, one request at a time: what is flagged while one is being taken shares the next
 * picture. The browser allows two pictures a second, so quick clicks would otherwise queue up behind it.
 */
export function createScreenshotQueue(send: SendToBackground, documentKey: string) {
  let waiting: Array<{ captureIds: string[]; resolve: (outcomes: Map<string, ShotOutcome>) => void }> = []
  let isBusy = false

  async function shoot(captureIds: string[]): Promise<Map<string, ShotOutcome>> {
    const outcomes = new Map<string, ShotOutcome>()
    for (let start = 0; start < captureIds.length; start += maxPerShot) {
      const batch = captureIds.slice(start, start + maxPerShot)
      const answer = await send('capture.screenshot', { documentKey, captureIds: batch }, fewTries)
      for (const captureId of batch) {
        const status = answer.ok ? answer.value.statuses[captureId] : undefined
        outcomes.set(
          captureId,
          status ?? { state: 'unanswered', failure: answer.ok ? noStatus : answer.error },
        )
      }
    }
    return outcomes
  }

  async function pump(): Promise<void> {
    if (isBusy) return
    isBusy = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      const outcomes = await shoot([...new Set(batch.flatMap(({ captureIds }) => captureIds))])
      for (const { resolve } of batch) resolve(outcomes)
    }
    isBusy = false
  }

  return {
    /** Outcome by captureId; never rejects. */
    take: (captureIds: string[]) =>
      new Promise<Map<string, ShotOutcome>>((resolve) => {
        waiting.push({ captureIds, resolve })
        void pump()
      }),
  }
}

export type ScreenshotQueue = ReturnType<typeof createScreenshotQueue>

const noStatus: Failure = {
  code: 'no-status',
  message: 'The screenshot was not reported back. Take it again from the listing’s menu.',
}
