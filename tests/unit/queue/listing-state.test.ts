import { describe, expect, test } from 'vitest'
import type { CaptureJob, ScreenshotStatus } from '../../../lib/evidence/capture.ts'
import {
  allPartsDue,
  type CapturePart,
  gatheringOf,
  type PartKind,
} from '../../../lib/evidence/gather/capture-part.ts'
import { itemEvidenceOf } from '../../../lib/queue/listing-state.ts'

const saved = { state: 'saved' } as ScreenshotStatus
const failure = (code: string) => ({ code, message: code })

type Job = Pick<CaptureJob, 'gathering' | 'parts' | 'screenshot'>

function job(own: Partial<Record<PartKind, Partial<CapturePart>>> = {}, screenshot = saved): Job {
  const parts = Object.fromEntries(
    Object.entries(allPartsDue()).map(([kind, part]) => [
      kind,
      { ...part, state: 'done', ...own[kind as PartKind] } as CapturePart,
    ]),
  )
  return { parts, gathering: gatheringOf(parts), screenshot }
}

const card: Job = { parts: {}, gathering: 'none', screenshot: saved }

describe('how the evidence of an item page stands', () => {
  test.each<[string, Job[], string]>([
    ['only a card', [card], 'none'],
    ['all parts are there', [card, job()], 'complete'],
    ['what cannot be had here is not missed', [job({ mhtml: { state: 'not-wanted' } })], 'complete'],
    ['one is being gathered', [job({ 'product-images': { state: 'running' } })], 'gathering'],
    ['an earlier one was complete', [job(), job({ mhtml: { state: 'due' } })], 'complete'],
    [
      'the page was left',
      [job({ mhtml: { state: 'failed', failure: failure('page-gone') } })],
      'interrupted',
    ],
    [
      'the storage refused',
      [job({ mhtml: { state: 'failed', failure: failure('storage-refused') } })],
      'partial',
    ],
    [
      'the person stopped it',
      [job({ mhtml: { state: 'cancelled', failure: failure('cancelled') } })],
      'partial',
    ],
    ['a picture is missing', [job({ 'product-images': { problems: [failure('not-found')] } })], 'partial'],
    ['there is no screenshot', [job({}, { state: 'no-permission' })], 'partial'],
    [
      'the screenshot was interrupted',
      [job({}, { state: 'failed', tries: 0, failure: failure('interrupted') })],
      'interrupted',
    ],
  ])('%s', (_, jobs, stands) => {
    expect(itemEvidenceOf(jobs)).toBe(stands)
  })
})
