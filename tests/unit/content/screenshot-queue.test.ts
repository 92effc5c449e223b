import { expect, test } from 'vitest'
import { createScreenshotQueue } from '../../../entrypoints/aliexpress.content/screenshot-queue.ts'
import type { SendToBackground } from '../../../lib/messaging/send-to-background.ts'

test('what is flagged while a picture is taken shares the next one', async () => {
  const asked: string[][] = []
  const answers: Array<() => void> = []
  const send = ((_type: unknown, { captureIds }: { captureIds: string[] }) => {
    asked.push(captureIds)
    const statuses = Object.fromEntries(captureIds.map((id) => [id, { state: 'no-permission' }]))
    return new Promise((resolve) => answers.push(() => resolve({ ok: true, value: { statuses } })))
  }) as unknown as SendToBackground
  const queue = createScreenshotQueue(send, 'document')
  const outcomes = [queue.take(['a']), queue.take(['b']), queue.take(['c', 'd'])]
  while (asked.length < 2) {
    answers.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
  answers.shift()?.()
  const [first, second, third] = await Promise.all(outcomes)
  expect(asked).toEqual([['a'], ['b', 'c', 'd']])
  expect(first?.get('a')).toEqual({ state: 'no-permission' })
  expect(second?.get('b')).toEqual({ state: 'no-permission' })
  expect(third?.get('d')).toEqual({ state: 'no-permission' })
})

test('a capture that the answer leaves out is said to be without answer, never to be saved', async () => {
  const send = (() => Promise.resolve({ ok: true, value: { statuses: {} } })) as unknown as SendToBackground
  const outcomes = await createScreenshotQueue(send, 'document').take(['a'])
  expect(outcomes.get('a')).toMatchObject({ state: 'unanswered', failure: { code: 'no-status' } })
})
