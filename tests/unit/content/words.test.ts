import { describe, expect, test } from 'vitest'
import { evidenceEnd } from '../../../entrypoints/aliexpress.content/evidence-words.ts'
import type { ListingView } from '../../../entrypoints/aliexpress.content/listing-view.ts'
import {
  mainButtonName,
  missingScreenshotWords,
  pageStateRefusal,
  viewLabel,
} from '../../../entrypoints/aliexpress.content/words.ts'
import { ipTypes, type Judgement, verdicts } from '../../../lib/queue/flag.ts'

const judged = (judgement: Judgement, screenshot: 'saved' | 'pending' | 'failed' = 'saved'): ListingView => ({
  phase: 'judged',
  state: {
    ...judgement,
    flagId: 'f',
    captureId: 'c',
    flaggedAtMs: 1,
    screenshot,
    screenshotFailure: null,
    itemEvidence: 'none',
    warnings: [],
    seller: null,
    filed: null,
  },
})

const judgements: Judgement[] = verdicts.flatMap((verdict): Judgement[] =>
  verdict === 'infringing'
    ? [...ipTypes, null].map((ipType) => ({ verdict, ipType, note: '' }))
    : [{ verdict, ipType: null, note: '' }],
)
const failed: ListingView = {
  phase: 'failed',
  judgement: { verdict: 'genuine', ipType: null, note: '' },
  failure: { code: 'no-answer', message: 'No answer.' },
  request: null,
}
const views: ListingView[] = [
  { phase: 'unjudged' },
  failed,
  ...judgements.map((judgement) => judged(judgement)),
]

describe('words of a control', () => {
  test('what speaks for a second look, or is known of the seller, stands in the name of a judged card', () => {
    const view = judged({ verdict: 'infringing', ipType: 'trademark', note: '' })
    if (view.phase !== 'judged') throw new Error('not judged')
    const warned = { ...view, state: { ...view.state, warnings: ['its right has ended'] } }
    expect(mainButtonName(warned, 'trademark', 'Bottle')).toMatch(
      / · check: its right has ended\. Change: Bottle$/,
    )
  })

  test('every state looks different in words, and its accessible name begins with what is seen', () => {
    const labels = views.map((view) => viewLabel(view).long)
    expect(new Set(labels).size).toBe(views.length)
    for (const view of views) {
      expect(mainButtonName(view, 'copyright', 'A shoe')).toMatch(/A shoe$/)
      expect(mainButtonName(view, 'copyright', 'A shoe').startsWith(viewLabel(view).long)).toBe(true)
    }
  })

  test('only what is queued can lack a screenshot', () => {
    for (const judgement of judgements) {
      const isQueued = judgement.verdict === 'infringing' || judgement.verdict === 'suspicious'
      expect(missingScreenshotWords(judged(judgement, 'failed')) !== null).toBe(isQueued)
      expect(missingScreenshotWords(judged(judgement, 'saved'))).toBeNull()
    }
  })

  test('a page that is no evidence is refused with what to do', () => {
    expect(pageStateRefusal('ready')).toBeNull()
    expect(pageStateRefusal('removed')).toBeNull()
    for (const state of ['challenge', 'login', 'loading', 'unknown'] as const) {
      expect(pageStateRefusal(state)?.message).toMatch(/^Not saved: .+\. .+\.$/)
    }
  })
})

describe('the end of gathering', () => {
  test('is called complete only where the bar says so too', () => {
    expect(evidenceEnd({ missing: [] }, 'complete')).toBe('Evidence complete.')
    expect(evidenceEnd({ missing: [] }, 'cut')).toMatch(/^Evidence complete, but cut at a limit\./)
    // Every part came, but the screenshot was refused, or single files are missing.
    for (const stands of ['partial', 'interrupted', 'none', 'gathering'] as const)
      expect(evidenceEnd({ missing: [] }, stands)).toMatch(/^Evidence gathered, but not all of it\./)
    expect(evidenceEnd({ missing: ['page-snapshot'] }, 'partial')).toBe(
      'Evidence gathered, without: page copy.',
    )
  })
})
