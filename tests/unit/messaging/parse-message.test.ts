import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { found } from '../../../lib/core/observation.ts'
import { checkSender } from '../../../lib/messaging/check-sender.ts'
import { isContentMessage, parseMessage } from '../../../lib/messaging/parse-message.ts'
import { buildFlagRequest, buildListing, buildRow, buildSighting } from '../../support/records.ts'

const own = { id: 'docket-id', origin: 'chrome-extension://docket-id' }
const pageSender = {
  id: 'docket-id',
  origin: 'https://www.aliexpress.com',
  url: 'https://www.aliexpress.com/item/1.html',
  frameId: 0,
  tab: { id: 4, windowId: 2 },
}

describe('who speaks', () => {
  test('a page of the site, by its origin', () => {
    expect(checkSender(pageSender, own)).toEqual({
      kind: 'page',
      tabId: 4,
      windowId: 2,
      origin: 'https://www.aliexpress.com',
      documentId: null,
      addressUrl: null,
    })
  })

  test('an extension page, also one in a tab', () => {
    expect(checkSender({ id: 'docket-id', origin: own.origin }, own)).toEqual({ kind: 'extension' })
    expect(checkSender({ ...pageSender, origin: own.origin }, own)).toEqual({ kind: 'extension' })
  })

  const strangers = {
    'another extension': { ...pageSender, id: 'other' },
    'an extension that says it is a page of ours': { id: 'other', origin: own.origin },
    'a frame': { ...pageSender, frameId: 7 },
    'a look-alike host': { ...pageSender, origin: 'https://www.aliexpress.com.evil.example' },
    'a host that ends alike': { ...pageSender, origin: 'https://notaliexpress.com' },
    'an opaque origin': { ...pageSender, origin: 'null' },
    'nobody the browser names': { ...pageSender, origin: undefined },
    'a page whose address alone is of the site': { ...pageSender, origin: 'https://evil.example' },
    'no tab': { ...pageSender, tab: undefined },
  }
  for (const [name, sender] of Object.entries(strangers)) {
    test(`not ${name}`, () => expect(checkSender(sender, own)).toBeNull())
  }
})

describe('what is said', () => {
  const send = (request: unknown, type = 'flag.create') => parseMessage({ type, request })

  test('a flag from a results page and from an item page', () => {
    const fromResults = buildFlagRequest()
    expect(send(fromResults)).toEqual({ ok: true, value: { type: 'flag.create', request: fromResults } })
    const comId = '1005007000000001'
    expect(send(buildFlagRequest({ comId, listing: buildListing(comId), row: null })).ok).toBe(true)
  })

  const other = '1005007000000009'
  const flaws: Record<string, unknown> = {
    'facts of another listing': buildFlagRequest({ row: buildRow(other) }),
    'an item page of another listing': buildFlagRequest({ listing: buildListing(other), row: null }),
    'an unknown verdict': { ...buildFlagRequest(), verdict: 'guilty' },
    'an id that is no ULID': { ...buildFlagRequest(), flagId: '../../x' },
    'an item number that is none': { ...buildFlagRequest(), comId: '12; DROP' },
    'a page outside the site': buildFlagRequest({
      sighting: buildSighting({ pageUrl: 'https://evil.example/' }),
    }),
    'a javascript address': buildFlagRequest({ sighting: buildSighting({ pageUrl: 'javascript:alert(1)' }) }),
    'a challenge page': buildFlagRequest({ sighting: buildSighting({ pageState: 'challenge' }) }),
    'a loading page': buildFlagRequest({ sighting: buildSighting({ pageState: 'loading' }) }),
    'a member that nobody asked for': { ...buildFlagRequest(), isAdmin: true },
    'a note without end': buildFlagRequest({ note: 'x'.repeat(2001) }),
    'a title without end': buildFlagRequest({
      row: buildRow('1005007000000001', { title: found('x'.repeat(100_000), 'state') }),
    }),
    'a picture from another host': buildFlagRequest({
      row: buildRow('1005007000000001', { imageUrl: found('https://evil.example/kf/S1.jpg', 'state') }),
    }),
    nothing: undefined,
    'a list': [],
  }
  for (const [name, request] of Object.entries(flaws)) {
    test(`not ${name}`, () => {
      expect(send(request)).toMatchObject({ ok: false, error: { code: 'not-understood' } })
    })
  }

  test('names that objects inherit are not messages', () => {
    for (const type of ['toString', '__proto__', 'constructor', 'flag.delete', '']) {
      expect(send({}, type)).toMatchObject({ ok: false })
      expect(isContentMessage(type)).toBe(false)
    }
  })

  test('whatever arrives is refused or understood, never thrown, and pollutes nothing', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, maxDepth: 4 }), fc.string(), (request, type) => {
        expect(parseMessage(request).ok).toBe(false)
        expect(parseMessage({ type, request }).ok).toBe(false)
        expect(send(request).ok).toBe(false)
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  test('a true request with one member swapped is refused or keeps its ids', () => {
    const request = buildFlagRequest()
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(request)), fc.anything(), (name, value) => {
        const parsed = send({ ...request, [name]: value })
        if (!parsed.ok) return
        expect(parsed.value.request).toMatchObject({ comId: expect.stringMatching(/^\d+$/) })
      }),
      { numRuns: 1000 },
    )
  })
})
