import { describe, expect, test, vi } from 'vitest'
import { openSparingly } from '../../../lib/storage/open-sparingly.ts'

const clockAt = (state: { wallMs: number }) => () => ({
  ...state,
  monotonicMs: state.wallMs,
  offsetMinutes: 0,
})

describe('opening the storage', () => {
  test('happens once for all who ask, and again when it was closed', async () => {
    const open = vi.fn(async () => ({}))
    const once = openSparingly(open, clockAt({ wallMs: 0 }))
    expect(await once.get()).toBe(await once.get())
    expect(open).toHaveBeenCalledTimes(1)
    void once.forget()
    await once.get()
    expect(open).toHaveBeenCalledTimes(2)
  })

  test('that fails is tried three times, then not for a minute', async () => {
    const time = { wallMs: 1_000 }
    const open = vi.fn(() => Promise.reject(new Error('cannot open')))
    const once = openSparingly(open, clockAt(time))
    for (let call = 1; call <= 20; call++) await expect(once.get()).rejects.toThrow('cannot open')
    expect(open).toHaveBeenCalledTimes(3)
    time.wallMs += 59_999
    await expect(once.get()).rejects.toThrow()
    expect(open).toHaveBeenCalledTimes(3)
    time.wallMs += 1
    await expect(once.get()).rejects.toThrow()
    expect(open).toHaveBeenCalledTimes(4)
  })

  test('that works at last is kept', async () => {
    let failing = true
    const open = vi.fn(() => (failing ? Promise.reject(new Error('disk full')) : Promise.resolve('open')))
    const once = openSparingly(open, clockAt({ wallMs: 0 }))
    await expect(once.get()).rejects.toThrow()
    failing = false
    expect(await once.get()).toBe('open')
    expect(await once.get()).toBe('open')
    expect(open).toHaveBeenCalledTimes(2)
  })
})
