import { expect, test } from 'vitest'
import { absentListing } from '../../../lib/extract/absent-listing.ts'
import { findItemAnchor } from '../../../lib/extract/item-anchor.ts'
import { removedListing } from '../../../lib/extract/removed-listing.ts'
import { parseMessage } from '../../../lib/messaging/parse-message.ts'
import { readPageContext } from '../../../lib/site/page-kind.ts'
import { readPageState } from '../../../lib/site/page-state.ts'
import { buildFlagRequest, buildSighting } from '../../support/records.ts'
import { sampleListings } from '../../support/sample-site/catalogue.ts'
import { removedPage } from '../../support/sample-site/page-states.ts'
import { comId, comUrl, csrPage, parse, usId, usUrl } from './item-pages.ts'

const [sold] = sampleListings()
if (!sold) throw new Error('The sample site has no listing.')
const html = removedPage(sold)

const contextOf = (url: string) => {
  const context = readPageContext(new URL(url))
  if (!context) throw new Error(`${url} is no page of the site.`)
  return context
}

test('of a removed item nothing is stated but its number and that it is not on sale', () => {
  const listing = removedListing(contextOf(usUrl))
  expect(listing).toEqual({
    ...absentListing,
    comId: { status: 'found', value: comId, source: 'url' },
    shownId: { status: 'found', value: usId, source: 'url' },
    available: { status: 'found', value: false, source: 'removed page' },
  })
  expect(removedListing(contextOf('https://www.aliexpress.com/w/wholesale-northpike.html'))).toBeNull()
})

test('the control stands by the notice, with the number of the address and not of the head', () => {
  const { doc, context } = parsed(html, comUrl)
  expect(readPageState(doc, context)).toBe('removed')
  const anchor = findItemAnchor(doc, context)
  expect(anchor).toMatchObject({ comId, shownId: comId, isRemoved: true })
  expect(anchor?.element.className).toContain('not-found--wrap')
})

test('a notice that is not shown removes nothing', () => {
  const { doc, context } = parsed(
    csrPage().replace('</body>', '<div class="not-found--wrap--x" style="display:none">gone</div></body>'),
    comUrl,
  )
  expect(findItemAnchor(doc, context)?.isRemoved ?? false).toBe(false)
})

test('a flag on a removed item passes the background', () => {
  const request = buildFlagRequest({
    comId,
    shownId: usId,
    sighting: buildSighting({ pageUrl: usUrl, site: 'us', pageKind: 'item', pageState: 'removed' }),
    listing: removedListing(contextOf(usUrl)),
    row: null,
  })
  expect(parseMessage({ type: 'flag.create', request })).toMatchObject({ ok: true })
})

function parsed(page: string, url: string) {
  return { doc: parse(page, url).doc, context: contextOf(url) }
}
