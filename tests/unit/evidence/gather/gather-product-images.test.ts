import { describe, expect, test } from 'vitest'
import { ExpectedError } from '../../../../lib/core/expected-error.ts'
import { absent, found } from '../../../../lib/core/observation.ts'
import { fail, ok } from '../../../../lib/core/result.ts'
import type { FetchResource } from '../../../../lib/evidence/gather/fetch-fence.ts'
import { gatherProductImages } from '../../../../lib/evidence/gather/gather-product-images.ts'
import type { ListingImage } from '../../../../lib/extract/listing.ts'
import { partContext } from '../../../support/part-context.ts'
import { buildListing } from '../../../support/records.ts'

const comId = '1005007000000001'
const gallery = (count: number): ListingImage[] =>
  Array.from({ length: count }, (_, index) => {
    const hash = `S${String(index).padStart(33, '0')}`
    return { hash, url: `https://ae01.alicdn.com/kf/${hash}.jpg` }
  })
const listingWith = (images: ListingImage[]) => buildListing(comId, { images: found(images, 'state') })

/** A network that answers every picture with its own address as bytes, unless `refuse` says why not. */
function network(refuse: (address: string) => string | null = () => null) {
  const asked: string[] = []
  let underWay = 0
  let most = 0
  const fetchResource: FetchResource = async (address) => {
    const serverMs = 1000 + asked.push(address)
    most = Math.max(most, ++underWay)
    await new Promise((resolve) => setTimeout(resolve))
    underWay--
    const code = refuse(address)
    if (code) return fail(code, `${code}.`)
    return ok({
      bytes: new TextEncoder().encode(address),
      mediaType: 'image/jpeg',
      url: `${address}?final`,
      serverDate: { url: address, serverMs, receivedAtMs: 2000 },
    })
  }
  return { fetchResource, asked, most: () => most, nowMs: () => 7 }
}

describe('the gallery of a listing', () => {
  test('is fetched in original size, at most four at a time, and numbered in its order', async () => {
    const net = network()
    const { context, kept } = partContext({ capture: { listing: listingWith(gallery(12)) } })
    expect(await gatherProductImages(net)(context)).toEqual({ state: 'done', problems: [] })
    expect(net.most()).toBe(4)
    const byName = new Map(kept.map((file) => [file.name, file]))
    expect([...byName.keys()].sort()).toEqual(
      Array.from({ length: 12 }, (_, index) => `product-image-${String(index + 1).padStart(2, '0')}.jpg`),
    )
    for (const [index, { url }] of gallery(12).entries()) {
      const file = byName.get(`product-image-${String(index + 1).padStart(2, '0')}.jpg`)
      expect(new TextDecoder().decode(file?.bytes)).toBe(url)
      expect(file).toMatchObject({
        kind: 'product-image',
        sourceUrl: `${url}?final`,
        mediaType: 'image/jpeg',
      })
    }
  })

  test('is that of the page’s own data where the page showed none', async () => {
    const net = network()
    const { context, kept } = partContext({
      capture: { listing: buildListing(comId, { images: absent }) },
      job: { pageData: listingWith(gallery(2)) },
    })
    await gatherProductImages(net)(context)
    expect(kept).toHaveLength(2)
  })

  test('that nothing names is not wanted, with the reason', async () => {
    const net = network()
    const { context } = partContext({ capture: { listing: buildListing(comId, { images: absent }) } })
    expect(await gatherProductImages(net)(context)).toMatchObject({
      state: 'not-wanted',
      reason: { code: 'no-pictures' },
    })
    expect(net.asked).toEqual([])
  })

  test('ends after sixty pictures, and says so', async () => {
    const net = network()
    const { context, kept } = partContext({ capture: { listing: listingWith(gallery(75)) } })
    const outcome = await gatherProductImages(net)(context)
    expect(kept).toHaveLength(60)
    expect(outcome).toMatchObject({
      state: 'done',
      problems: [{ code: 'too-many-pictures', message: expect.stringContaining('75') }],
    })
  })
})

describe('pictures that do not come', () => {
  test('are named in the gallery’s order; the others stay', async () => {
    const net = network((address) => (/(?:1|4)\.jpg$/.test(address) ? 'http-error' : null))
    const { context, kept } = partContext({ capture: { listing: listingWith(gallery(6)) } })
    const outcome = await gatherProductImages(net)(context)
    expect(kept).toHaveLength(4)
    expect(outcome).toEqual({
      state: 'done',
      problems: [
        { code: 'http-error', message: 'product-image-02: http-error.' },
        { code: 'http-error', message: 'product-image-05: http-error.' },
      ],
    })
  })

  test('all of them: the try failed', async () => {
    const net = network(() => 'not-reachable')
    const { context } = partContext({ capture: { listing: listingWith(gallery(3)) } })
    expect(await gatherProductImages(net)(context)).toMatchObject({
      state: 'failed',
      final: false,
      failure: { code: 'not-reachable' },
    })
  })

  test('another try asks only for those', async () => {
    const first = partContext({ capture: { listing: listingWith(gallery(5)) } })
    await gatherProductImages(network((address) => (address.includes('3.jpg') ? 'too-slow' : null)))(
      first.context,
    )
    const have = first.kept.map((file) => ({ ...file, bytes: 1, sha256: '0'.repeat(64) }))
    const net = network()
    const second = partContext({ capture: { listing: listingWith(gallery(5)) }, have })
    expect(await gatherProductImages(net)(second.context)).toEqual({ state: 'done', problems: [] })
    expect(net.asked).toEqual([gallery(5)[3]?.url])
    expect(second.kept.map(({ name }) => name)).toEqual(['product-image-04.jpg'])
  })

  test.each([
    'https://www.aliexpress.com/kf/a.jpg',
    'https://st.aliexpress.ru/kf/a.jpg',
    'https://ae01.alicdn.com.evil.example/kf/a.jpg',
    'https://127.0.0.1/kf/a.jpg',
    'data:image/png;base64,AAAA',
    'file:///etc/passwd',
    'not an address',
  ])('%s is not even asked for', async (url) => {
    const net = network()
    const { context } = partContext({ capture: { listing: listingWith([{ hash: 'S', url }]) } })
    expect(await gatherProductImages(net)(context)).toMatchObject({ failure: { code: 'not-fetchable' } })
    expect(net.asked).toEqual([])
  })
})

test('no picture is let in that the capture has no room for', async () => {
  const limits: number[] = []
  const net = network()
  const { context } = partContext({ capture: { listing: listingWith(gallery(1)) }, roomBytes: 500 })
  const fetchResource: FetchResource = (address, wish) => {
    limits.push(wish.maxBytes ?? 0)
    return net.fetchResource(address, wish)
  }
  await gatherProductImages({ ...net, fetchResource })(context)
  expect(limits).toEqual([500])
})

test('a picture that is too large for what is left says so', async () => {
  const { context } = partContext({ capture: { listing: listingWith(gallery(2)) }, roomBytes: 500 })
  expect(await gatherProductImages(network(() => 'too-large'))(context)).toMatchObject({
    failure: { code: 'capture-full', message: expect.stringContaining('product-image-01') },
  })
})

test('a storage that refuses ends it after the pictures under way, with its reason', async () => {
  const net = network()
  const { context } = partContext({ capture: { listing: listingWith(gallery(30)) } })
  const full = new ExpectedError('capture-full', 'full')
  await expect(gatherProductImages(net)({ ...context, keep: () => Promise.reject(full) })).rejects.toBe(full)
  expect(net.asked.length).toBeLessThanOrEqual(8)
})

test('the person stops it: nothing more is asked for', async () => {
  const { context, stop } = partContext({ capture: { listing: listingWith(gallery(30)) } })
  const net = network(() => {
    stop.abort()
    return null
  })
  expect(await gatherProductImages(net)(context)).toMatchObject({
    state: 'failed',
    failure: { code: 'stopped' },
  })
  expect(net.asked.length).toBeLessThanOrEqual(8)
})

test('of each host the newest date is noted', async () => {
  const images = gallery(4).map(({ hash, url }, index) => ({
    hash,
    url: index === 3 ? url.replace('ae01', 'ae04') : url,
  }))
  const { context, dates } = partContext({ capture: { listing: listingWith(images) } })
  await gatherProductImages(network())(context)
  expect(dates.map(({ serverMs }) => serverMs)).toEqual([1003, 1004])
})
