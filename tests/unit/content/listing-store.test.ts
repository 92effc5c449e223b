import { describe, expect, test } from 'vitest'
import { createListingStore } from '../../../entrypoints/aliexpress.content/listing-store.ts'
import type { Failure, Result } from '../../../lib/core/result.ts'
import type { ListingState, ListingStates } from '../../../lib/messaging/protocol.ts'
import type { SendToBackground } from '../../../lib/messaging/send-to-background.ts'

const stateOf = (flagId: string): ListingState => ({
  flagId,
  captureId: `capture-${flagId}`,
  verdict: 'infringing',
  ipType: 'patent',
  note: '',
  flaggedAtMs: 1,
  screenshot: 'saved',
  screenshotFailure: null,
  itemEvidence: 'none',
  warnings: [],
  seller: null,
  filed: null,
})

/** A background that answers when told to. */
function background() {
  const asked: string[][] = []
  const answers: Array<(answer: Result<ListingStates>) => void> = []
  const send = ((_type: string, request: { comIds: string[] }) => {
    asked.push(request.comIds)
    return new Promise((resolve) => answers.push(resolve))
  }) as SendToBackground
  const answer = (index: number, states: Record<string, ListingState>) =>
    answers[index]?.({ ok: true, value: { states, lastIpType: 'copyright', canScreenshot: true } })
  const refuse = (index: number) =>
    answers[index]?.({ ok: false, error: { code: 'no-answer', message: 'No answer.' } })
  return { send, asked, answer, refuse }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('the states of the listings on a page', () => {
  test('are asked once a listing, at most 200 at a time', async () => {
    const { send, asked, answer } = background()
    const store = createListingStore(send, () => undefined)
    const comIds = Array.from({ length: 450 }, (_, index) => String(1005 + index))
    const done = store.ensure(comIds)
    for (const index of [0, 1, 2]) {
      answer(index, { '1005': stateOf('a') })
      await settled()
    }
    await done
    expect(asked.map(({ length }) => length)).toEqual([200, 200, 50])
    await store.ensure(comIds)
    expect(asked).toHaveLength(3)
    expect(store.view('1005')).toMatchObject({ phase: 'judged', state: { flagId: 'a' } })
    expect(store.view('1006')).toEqual({ phase: 'unjudged' })
    expect(store.lastIpType()).toBe('copyright')
  })

  test('an answer that was on its way does not overwrite what was judged meanwhile', async () => {
    const { send, answer } = background()
    const store = createListingStore(send, () => undefined)
    const done = store.ensure(['1005', '1006'])
    store.show('1005', { phase: 'judged', state: stateOf('newer') })
    answer(0, { '1006': stateOf('other') })
    await done
    expect(store.view('1005')).toMatchObject({ phase: 'judged', state: { flagId: 'newer' } })
    expect(store.view('1006')).toMatchObject({ phase: 'judged', state: { flagId: 'other' } })
  })

  test('what is being saved stands over what is known, and gives way to the outcome', async () => {
    const { send, answer } = background()
    const store = createListingStore(send, () => undefined)
    const done = store.ensure(['1005'])
    answer(0, { '1005': stateOf('a') })
    await done
    const judgement = { verdict: 'genuine', ipType: null, note: '' } as const
    store.show('1005', { phase: 'saving', judgement })
    expect(store.view('1005').phase).toBe('saving')
    store.show('1005', { phase: 'unjudged' })
    expect(store.view('1005').phase).toBe('unjudged')
  })

  test('an outage is told once, and listings are asked again after it', async () => {
    const failures: Failure[] = []
    const { send, asked, answer, refuse } = background()
    const store = createListingStore(send, (failure) => failures.push(failure))
    const first = store.ensure(['1005'])
    refuse(0)
    await first
    const second = store.ensure(['1005'])
    refuse(1)
    await second
    expect(failures).toHaveLength(1)
    const third = store.ensure(['1005'])
    answer(2, { '1005': stateOf('a') })
    await third
    expect(asked).toHaveLength(3)
    expect(store.view('1005').phase).toBe('judged')
  })
})
