import { describe, expect, test } from 'vitest'
import { gatherFullPage } from '../../../../lib/evidence/gather/gather-full-page.ts'
import { type ModelOptions, modelPage, rowsOf } from '../../../support/model-page.ts'
import { partContext } from '../../../support/part-context.ts'
import { buildSighting } from '../../../support/records.ts'

const account: ModelOptions['account'] = ({ scroll }) => ({
  windowWidth: 100,
  boxes: scroll === 0 ? [{ shows: 'header', x: 0, y: 0, width: 100, height: 40 }] : [],
})

function gathering(options: Partial<ModelOptions> = {}, { permitted = true, mask = true } = {}) {
  const ports = modelPage({ height: 1800, windowHeight: 500, ...options })
  const gatherer = gatherFullPage({
    portsFor: () => ports,
    hasPermission: async () => permitted,
    headerMask: { read: async () => mask },
  })
  return { gatherer, page: ports.page }
}

describe('gathering the full-page picture', () => {
  test('keeps one file that says how it came about', async () => {
    const { context, kept } = partContext()
    expect(await gathering({ account }).gatherer(context)).toEqual({ state: 'done', problems: [] })
    expect(kept).toMatchObject([
      {
        kind: 'full-page-screenshot',
        name: 'full-page-screenshot.png',
        mediaType: 'image/png',
        obtainedBy: 'tabs.captureVisibleTab, 4 pictures of the scrolled page, put together',
        pageUrl: 'https://www.aliexpress.com/item/1005007000000001.html',
        takenAtMs: 1000,
        cut: null,
        redacted: ['page header covered: someone was signed in'],
      },
    ])
  })

  test('leaves the header as it is where the person wants that', async () => {
    const { context, kept } = partContext()
    await gathering({ account }, { mask: false }).gatherer(context)
    expect(kept[0]?.redacted).toEqual([])
    expect(rowsOf(kept[0]?.bytes ?? new Uint8Array()).slice(0, 3)).toEqual([0, 1, 2])
  })

  test('says how a browser took it at once', async () => {
    const { context, kept } = partContext()
    await gathering({ atOnce: true }).gatherer(context)
    expect(kept[0]?.obtainedBy).toBe('tabs.captureTab with rect')
  })

  test('without permission the page is not touched, and the reason is the screenshot’s', async () => {
    const { context } = partContext({ job: { screenshot: { state: 'no-permission' } } })
    const { gatherer, page } = gathering({}, { permitted: false })
    expect(await gatherer(context)).toMatchObject({
      state: 'failed',
      final: true,
      failure: { code: 'no-permission', message: expect.stringContaining('toolbar button') },
    })
    expect(page).toMatchObject({ pictures: 0, isPutBack: false })
  })

  test('a permission given since then counts', async () => {
    const { context, kept } = partContext({ job: { screenshot: { state: 'no-permission' } } })
    await gathering().gatherer(context)
    expect(kept).toHaveLength(1)
  })

  test('a product in a window over another page has none', async () => {
    const { capture } = partContext().context
    const sighting = buildSighting({ pageKind: 'bundle' })
    const { context } = partContext({ capture: { ...capture, sighting } })
    expect(await gathering().gatherer(context)).toMatchObject({
      state: 'not-wanted',
      reason: { code: 'not-an-item-page' },
    })
  })

  test('what an earlier try stored is not taken again', async () => {
    const first = partContext()
    await gathering().gatherer(first.context)
    const have = first.kept.map((file) => ({ ...file, bytes: 1, sha256: '0'.repeat(64) }))
    const second = partContext({ have })
    expect(await gathering().gatherer(second.context)).toEqual({ state: 'done', problems: [] })
    expect(second.kept).toEqual([])
  })

  test('a failure keeps its reason and whether another try may help', async () => {
    const { context, kept } = partContext()
    const { gatherer } = gathering({ beforePicture: () => 'person' })
    expect(await gatherer(context)).toMatchObject({
      state: 'failed',
      final: true,
      failure: { code: 'person-scrolled', message: expect.any(String) },
    })
    expect(kept).toEqual([])
  })
})
