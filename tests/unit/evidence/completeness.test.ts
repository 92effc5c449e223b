import { describe, expect, test } from 'vitest'
import type { ScreenshotStatus } from '../../../lib/evidence/capture.ts'
import { completenessOf, partsProgress } from '../../../lib/evidence/completeness.ts'
import {
  allPartsDue,
  type CapturePart,
  gatheringOf,
  type PartKind,
} from '../../../lib/evidence/gather/capture-part.ts'
import { itemEvidenceOf } from '../../../lib/queue/listing-state.ts'

const saved = { state: 'saved' } as ScreenshotStatus
const done: CapturePart = { state: 'done', tries: 1, failure: null, problems: [], artefacts: [] }
const failed = (code: string): CapturePart => ({ ...done, state: 'failed', failure: { code, message: code } })

/** An item page's capture with every part done but those that are given. */
function item(own: Partial<Record<PartKind, CapturePart>>, screenshot: ScreenshotStatus = saved) {
  const parts = Object.fromEntries(Object.keys(allPartsDue()).map((kind) => [kind, done]))
  const all = { ...parts, ...own }
  return { parts: all, gathering: gatheringOf(all), screenshot }
}
const card = (screenshot: ScreenshotStatus) => ({ parts: {}, gathering: 'none' as const, screenshot })

describe('what was gathered of a capture', () => {
  test.each([
    ['a card with its screenshot', card(saved), 'complete'],
    ['a card that waits for its screenshot', card({ state: 'pending' }), 'open'],
    ['a card that needs none', card({ state: 'not-wanted' }), 'not-wanted'],
    ['a card without permission', card({ state: 'no-permission' }), 'incomplete'],
    ['an item page with everything', item({}), 'complete'],
    ['one whose parts cannot be had here', item({ mhtml: { ...done, state: 'not-wanted' } }), 'complete'],
    ['one with a part to come', item({ mhtml: { ...done, state: 'due' } }), 'open'],
    ['one whose page was left', item({ mhtml: failed('page-gone') }), 'interrupted'],
    ['one with a part that failed', item({ mhtml: failed('broken') }), 'incomplete'],
    ['one that was stopped', item({ mhtml: { ...failed('cancelled'), state: 'cancelled' } }), 'incomplete'],
  ])('%s is %s', (_name, job, state) => {
    expect(completenessOf(job).state).toBe(state)
  })

  test('names every missing file with its reason, also single ones of a part that is done', () => {
    const problem = { code: 'image-refused', message: 'Picture 3 was refused.' }
    const job = item({ 'product-images': { ...done, problems: [problem] }, mhtml: failed('broken') })
    expect(completenessOf(job)).toEqual({
      state: 'incomplete',
      missing: [
        { part: 'mhtml', failure: { code: 'broken', message: 'broken' }, isInPart: false },
        { part: 'product-images', failure: problem, isInPart: true },
      ],
      cuts: [],
    })
  })

  const problem = (code: string) => ({ code, message: code })
  test.each([
    [
      'a gallery of more pictures',
      { 'product-images': { ...done, problems: [problem('too-many-pictures')] } },
    ],
    ['a picture that is too large', { 'product-images': { ...done, problems: [problem('too-large')] } }],
    ['a full capture', { 'product-images': { ...failed('capture-full'), artefacts: [] } }],
    ['a page that is too large', { mhtml: failed('too-large') }],
    ['a page picture that ends early', { 'full-page-screenshot': { ...done, artefacts: [{ cut: 'cut' }] } }],
  ] as Array<[string, Partial<Record<PartKind, CapturePart>>]>)(
    '%s is complete, and says that it was cut',
    (_name, own) => {
      const [part] = Object.keys(own)
      expect(completenessOf(item(own))).toEqual({
        state: 'complete',
        cuts: [{ part, message: expect.any(String) }],
      })
      expect(itemEvidenceOf([item(own)])).toBe('cut')
      expect(itemEvidenceOf([item(own), item({})])).toBe('complete')
    },
  )

  test('what was cut and lacks something else too is incomplete for that alone', () => {
    const problems = [problem('http-error'), problem('too-many-pictures')]
    expect(completenessOf(item({ 'product-images': { ...done, problems } }))).toEqual({
      state: 'incomplete',
      missing: [{ part: 'product-images', failure: problem('http-error'), isInPart: true }],
      cuts: [{ part: 'product-images', message: 'too-many-pictures' }],
    })
  })

  test('progress counts what came to an end, however it ended', () => {
    const job = item({ mhtml: failed('broken'), 'product-images': { ...done, state: 'running' } })
    expect(partsProgress(job)).toEqual({ done: 4, of: 5, current: 'product-images' })
    expect(partsProgress(item({}))).toEqual({ done: 5, of: 5, current: null })
  })
})

describe('what was gathered of a listing', () => {
  test.each([
    ['only cards', [card(saved)], 'none'],
    ['one complete item page is enough', [item({ mhtml: failed('broken') }), item({})], 'complete'],
    ['an open one is being completed', [item({ mhtml: { ...done, state: 'running' } })], 'gathering'],
    ['an interruption', [item({ mhtml: failed('time-up') })], 'interrupted'],
    [
      'an interruption and a pending picture',
      [item({ mhtml: failed('time-up') }, { state: 'pending' })],
      'interrupted',
    ],
    ['something else', [item({ mhtml: failed('broken') })], 'partial'],
  ])('%s', (_name, jobs, state) => {
    expect(itemEvidenceOf(jobs)).toBe(state)
  })
})
