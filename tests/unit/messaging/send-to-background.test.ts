import { describe, expect, test, vi } from 'vitest'
import { createSender, type Transport } from '../../../lib/messaging/send-to-background.ts'

const request = { documentKey: 'd', flagId: 'f' }
const success = { ok: true, value: { comId: '1005' } }
const quick = [1, 1, 1]

function transportOf(
  ...answers: Array<() => Promise<unknown>>
): Transport & { sent: unknown[]; cut(): void } {
  const sent: unknown[] = []
  let isConnected = true
  return {
    sent,
    cut: () => {
      isConnected = false
    },
    isConnected: () => isConnected,
    send(message) {
      sent.push(structuredClone(message))
      const answer = answers[sent.length - 1] ?? answers.at(-1)
      return answer ? answer() : Promise.resolve(undefined)
    },
  }
}

describe('sending to the background', () => {
  test('repeats the same message until it is acknowledged', async () => {
    const transport = transportOf(
      () => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.')),
      () => Promise.resolve(undefined),
      () => Promise.resolve({ almost: 'an answer' }),
      () => Promise.resolve(success),
    )
    await expect(createSender(transport)('flag.undo', request, quick)).resolves.toEqual(success)
    expect(transport.sent).toEqual(Array.from({ length: 4 }, () => ({ type: 'flag.undo', request })))
  })

  test('takes an answer that says "failed" for an answer', async () => {
    const refusal = { ok: false, error: { code: 'unknown-flag', message: 'There is nothing to take back.' } }
    const transport = transportOf(() => Promise.resolve(refusal))
    await expect(createSender(transport)('flag.undo', request, quick)).resolves.toEqual(refusal)
    expect(transport.sent).toHaveLength(1)
  })

  test('gives up in words when nobody answers', async () => {
    const transport = transportOf(() => Promise.resolve(undefined))
    const answer = await createSender(transport)('flag.undo', request, quick)
    expect(answer).toMatchObject({ ok: false, error: { code: 'no-answer' } })
    expect(transport.sent).toHaveLength(quick.length + 1)
  })

  test('stops at once when the extension was reloaded under the page', async () => {
    const transport = transportOf(() => {
      transport.cut()
      return Promise.reject(new Error('Extension context invalidated.'))
    })
    const answer = await createSender(transport)('flag.undo', request, quick)
    expect(answer).toMatchObject({ ok: false, error: { code: 'extension-reloaded' } })
    expect(transport.sent).toHaveLength(1)
    await createSender(transport)('flag.undo', request, quick)
    expect(transport.sent, 'nothing is sent into the void').toHaveLength(1)
  })

  test('does not wait for ever for an answer that never comes', async () => {
    vi.useFakeTimers()
    try {
      const transport = transportOf(
        () => new Promise(() => undefined),
        () => Promise.resolve(success),
      )
      const answer = createSender(transport)('flag.undo', request, quick)
      await vi.advanceTimersByTimeAsync(30_000)
      await expect(answer).resolves.toEqual(success)
    } finally {
      vi.useRealTimers()
    }
  })
})
