import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../lib/core/clock.ts'
import { fail, ok } from '../../../lib/core/result.ts'
import { gatherMhtml, type MhtmlSaver } from '../../../lib/evidence/gather/gather-mhtml.ts'
import { gatherPageSnapshot } from '../../../lib/evidence/gather/gather-page-snapshot.ts'
import { gatherPageState } from '../../../lib/evidence/gather/gather-page-state.ts'
import type { PartContext, PartGatherer } from '../../../lib/evidence/gather/part-gatherer.ts'
import type { PageStanding } from '../../../lib/evidence/snapshot/page-copy.ts'
import { pageCopySchemas } from '../../../lib/evidence/snapshot/page-copy-schema.ts'
import type { SnapshotDraft } from '../../../lib/evidence/snapshot/snapshot-draft.ts'
import { pageAnswering, partContext } from '../../support/page-evidence.ts'

const clock = systemClock
const draft: SnapshotDraft = {
  hasDoctype: true,
  htmlTag: '<html>',
  pieces: ['</head><body>Pinefall Outdoor Store of buyer@example.org</body></html>'],
  shownStylePictures: [],
  loadedFonts: [],
  leftOut: [],
  redacted: ['content of the cart'],
}
const call = JSON.stringify({
  data: {
    result: {
      GLOBAL_DATA: { globalData: { productId: '1005007000000001' } },
      user: { email: 'buyer@example.org' },
    },
  },
})
const fetchResource = async () => fail('offline', 'no network')
const saver = (overrides: Partial<MhtmlSaver> = {}): MhtmlSaver => ({
  isPossible: () => true,
  isAllowed: async () => true,
  save: async () => new TextEncoder().encode('From: <Saved by Blink>'),
  ...overrides,
})
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

type Page = ReturnType<typeof pageAnswering>
const gatherers: Array<[part: string, gatherer: (page: Page) => PartGatherer]> = [
  ['page-state', (copier) => gatherPageState({ copier, clock })],
  ['page-snapshot', (copier) => gatherPageSnapshot({ copier, clock, fetchResource })],
  ['mhtml', (copier) => gatherMhtml({ copier, clock, saver: saver() })],
]

describe.each(gatherers)('%s', (part, gatherer) => {
  const run = (change: Partial<PageStanding>, overrides: Partial<PartContext> = {}) => {
    const { context, files, standing } = partContext(overrides)
    const page = pageAnswering({ ...standing, ...change }, { draft, call })
    return gatherer(page)(context).then((outcome) => ({ outcome, files }))
  }

  test('keeps one file of the page that was judged', async () => {
    const { outcome, files } = await run({})
    expect(outcome.state).toBe('done')
    expect(files).toMatchObject([
      { kind: part, pageUrl: 'https://www.aliexpress.com/item/1005007000000001.html' },
    ])
  })

  test.each([
    ['another document', 'other-page', { documentKey: '01M000000000000000000000AA' }],
    ['no document of ours', 'other-page', { documentKey: null }],
    ['another item', 'other-page', { comId: '1005007000000002' }],
    ['no item', 'other-page', { comId: null }],
    ['a security check', 'page-state', { pageState: 'challenge' as const }],
    ['a login', 'page-state', { pageState: 'login' as const }],
    ['a page that was removed meanwhile', 'page-state', { pageState: 'removed' as const }],
  ])('keeps nothing of %s, and does not try again', async (_, code, change) => {
    const { outcome, files } = await run(change)
    expect(outcome).toMatchObject({ state: 'failed', final: true, failure: { code } })
    expect(files).toEqual([])
  })

  test('is not gathered twice', async () => {
    const { context } = partContext()
    const { outcome, files } = await run({}, { have: [{ ...context.job.parts.mhtml, kind: part } as never] })
    expect(outcome).toEqual({ state: 'done', problems: [] })
    expect(files).toEqual([])
  })
})

test('a page that is gone is not asked again, one that stumbles is', async () => {
  const { context, standing } = partContext()
  for (const [code, final] of [
    ['page-gone', true],
    ['unexpected', false],
  ] as const) {
    const page = {
      ...pageAnswering(standing),
      copyStates: async () => fail(code, 'x'),
      draftSnapshot: async () => fail(code, 'x'),
    }
    expect(await gatherPageState({ copier: page, clock })(context)).toMatchObject({ state: 'failed', final })
    expect(await gatherPageSnapshot({ copier: page, clock, fetchResource })(context)).toMatchObject({ final })
  }
})

describe('the page’s state', () => {
  test('holds each source by its name, redacted, and says what cannot be read', async () => {
    const { context, files, standing } = partContext()
    const states = [
      { name: 'DCData', json: '{"csrfToken":"a1b2c3d4e5","title":"of buyer@example.org"}', reason: null },
      { name: 'runParams.data', json: null, reason: 'the state is cut off' },
      { name: 'JSON-LD 1', json: '{broken', reason: null },
    ]
    const copier = pageAnswering(standing, { states, call })
    await gatherPageState({ copier, clock })(context)
    const [file] = files
    expect(JSON.parse(textOf(file?.bytes))).toMatchObject({
      format: 'docket-page-state',
      captureId: context.capture.captureId,
      comId: '1005007000000001',
      isSignedIn: false,
      sources: [
        { name: 'DCData', value: { csrfToken: '[redacted]', title: 'of [redacted]' } },
        { name: 'runParams.data', unreadable: 'the state is cut off' },
        { name: 'JSON-LD 1', unreadable: expect.stringContaining('not valid JSON') },
        { name: 'data call', value: { data: { result: { user: { email: '[redacted]' } } } } },
      ],
    })
    expect(file).toMatchObject({
      name: 'page-state.json',
      mediaType: 'application/json',
      redacted: ['names, addresses and numbers that identify the person', 'tokens and cookies'],
    })
  })

  test('of aliexpress.ru has no data call', async () => {
    const { context, files, standing } = partContext()
    const { capture } = context
    const ru = { ...context, capture: { ...capture, sighting: { ...capture.sighting, site: 'ru' as const } } }
    await gatherPageState({ copier: pageAnswering(standing, { call }), clock })(ru)
    expect(textOf(files[0]?.bytes)).not.toContain('data call')
  })
})

test('the snapshot loses what only the data call knew of the person, and keeps the seller', async () => {
  const { context, files, standing } = partContext()
  await gatherPageSnapshot({ copier: pageAnswering(standing, { draft, call }), clock, fetchResource })(
    context,
  )
  expect(textOf(files[0]?.bytes)).toContain('Pinefall Outdoor Store of [redacted]')
  expect(files[0]?.redacted).toEqual([
    'content of the cart',
    'names, addresses and numbers that identify the person',
  ])
})

describe('MHTML', () => {
  const gather = async (
    standing: Partial<PageStanding>,
    changed: Partial<MhtmlSaver> = {},
    later?: Partial<PageStanding>,
  ) => {
    const made = partContext()
    const first = { ...made.standing, ...standing }
    const page = pageAnswering({ ...first, ...later }, { standings: [ok(first)] })
    const outcome = await gatherMhtml({ copier: page, clock, saver: saver(changed) })(made.context)
    return { outcome, files: made.files, acts: page.acts }
  }

  test.each([
    ['not-in-this-browser', {}, { isPossible: () => false }],
    ['no-permission', {}, { isAllowed: async () => false }],
    ['signed-in', { isSignedIn: true }, {}],
  ])('is not wanted: %s', async (code, standing, changed) => {
    const { outcome, files, acts } = await gather(standing, changed)
    expect(outcome).toMatchObject({ state: 'not-wanted', reason: { code } })
    expect([files, acts]).toEqual([[], []])
  })

  test('nothing is kept where somebody signed in, or the page changed, meanwhile', async () => {
    expect((await gather({}, {}, { isSignedIn: true })).files).toEqual([])
    expect((await gather({}, {}, { comId: '1005007000000002' })).outcome).toMatchObject({ state: 'failed' })
  })

  test('Docket’s controls are set aside meanwhile, and put back whatever happens', async () => {
    expect((await gather({})).acts).toEqual(['aside', 'back'])
    const save = async () => {
      throw new Error('the tab is gone')
    }
    const { context, standing } = partContext()
    const page = pageAnswering(standing)
    await expect(gatherMhtml({ copier: page, clock, saver: saver({ save }) })(context)).rejects.toThrow(
      'gone',
    )
    expect(page.acts).toEqual(['aside', 'back'])
  })

  test('a file that holds one of them is not kept', async () => {
    const save = async () => new TextEncoder().encode('<button data-d=\r\no=3D"undo">')
    expect(await gather({}, { save })).toMatchObject({
      outcome: { state: 'failed', failure: { code: 'controls-in-file' } },
      files: [],
    })
  })

  test('nor is one beyond the limit', async () => {
    const save = async () => new Uint8Array(40_000_001)
    expect((await gather({}, { save })).outcome).toMatchObject({
      failure: { code: 'too-large' },
      final: true,
    })
  })
})

describe('what a page gives is parsed', () => {
  const { standing } = partContext()
  const copy = (changed: Partial<SnapshotDraft>) =>
    pageCopySchemas.draftSnapshot.safeParse({ standing, draft: { ...draft, ...changed } })

  test('a draft as it should be', () => {
    expect(copy({}).success).toBe(true)
    expect(copy({ htmlTag: '<html lang="en" style="--a: &quot;b&quot;">' }).success).toBe(true)
  })

  test.each([
    '<html><script>alert(1)</script>',
    '<html lang="en" onload="x">',
    '<html a="b" c="<d>">',
    '<html a=b>',
    '<body>',
  ])('nothing but attributes may stand before the policy: %s', (htmlTag) => {
    expect(copy({ htmlTag }).success).toBe(false)
  })

  test('gaps of other kinds, and more than was asked for, are refused', () => {
    expect(copy({ pieces: [{ gap: 'script', url: 'x' } as never] }).success).toBe(false)
    expect(pageCopySchemas.readStanding.safeParse({ ...standing, extra: 1 }).success).toBe(false)
  })
})
