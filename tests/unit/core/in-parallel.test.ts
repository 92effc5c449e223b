import { expect, test } from 'vitest'
import { inParallel } from '../../../lib/core/in-parallel.ts'

test('everything is done once, at most so many at a time', async () => {
  const done: number[] = []
  let atOnce = 0
  let most = 0
  await inParallel(
    Array.from({ length: 25 }, (_, index) => index),
    4,
    async (item) => {
      most = Math.max(most, ++atOnce)
      await new Promise((resolve) => setTimeout(resolve, item % 3))
      atOnce--
      done.push(item)
    },
  )
  expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, index) => index))
  expect(most).toBe(4)
})

test('nothing to do is done at once, and a failure is told', async () => {
  await inParallel([], 4, async () => undefined)
  await expect(inParallel([1], 4, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
})
