import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { observedValue } from '../../lib/core/observation.ts'
import { draftSnapshot } from '../../lib/evidence/snapshot/draft-snapshot.ts'
import { fillSnapshot } from '../../lib/evidence/snapshot/fill-snapshot.ts'
import { redactState, secretsOfState } from '../../lib/evidence/snapshot/redact-state.ts'
import { createRedactor } from '../../lib/evidence/snapshot/redact-text.ts'
import { statedTexts } from '../../lib/evidence/stated-texts.ts'
import { compareWitnesses } from '../../lib/extract/compare-witnesses.ts'
import { extractListing } from '../../lib/extract/extract-listing.ts'
import { extractWitnesses } from '../../lib/extract/extract-witnesses.ts'
import { readAllStates } from '../../lib/site/all-states.ts'
import { readPageContext } from '../../lib/site/page-kind.ts'
import { savedPageView } from '../support/saved-page-view.ts'
import { snapshotFlaws, textOfSnapshot } from '../support/snapshot-flaws.ts'
import { parseSavedPage } from './read-saved-page.ts'

/** Pages that AliExpress served; third-party material that stays outside of the repository. */
const folder = fileURLToPath(new URL('../../../shared/pages/', import.meta.url))
const truthFile = join(folder, 'truth.json')
const isHere = existsSync(truthFile)

interface Truth {
  url: string
  state: string
  kind: string
  title?: string | null
  price?: { text: string | null } | null
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

describe.skipIf(!isHere)('evidence of real pages in ../shared/pages', () => {
  const truth: Record<string, Truth> = isHere ? JSON.parse(readFileSync(truthFile, 'utf8')) : {}
  const pages = Object.entries(truth).filter(
    ([name, { state }]) => name.endsWith('.html') && (state === 'ready' || state === 'removed'),
  )

  test('there are some', () => {
    expect(pages.length).toBeGreaterThan(10)
  })

  for (const [name, page] of pages) {
    test(`the snapshot of ${name} does nothing and can be read`, async () => {
      const url = new URL(page.url)
      const context = readPageContext(url)
      if (!context) throw new Error(`${url.host} is not known as a host of the site`)
      const { window } = parseSavedPage(join(folder, name), url)
      const listing = page.state === 'ready' ? extractListing(window.document, context) : null
      const states = readAllStates(window.document).flatMap(({ state }) => observedValue(state) ?? [])
      const facts = statedTexts(listing)
      const redactor = createRedactor({ secrets: states.flatMap(secretsOfState), facts })
      const draft = draftSnapshot(window.document, savedPageView, redactor)
      window.close()
      const { bytes } = await fillSnapshot(draft, {
        fetchResource: async () => ({ ok: false, error: { code: 'offline', message: '' } }),
        signal: new AbortController().signal,
      })
      const html = new TextDecoder().decode(bytes)
      expect(snapshotFlaws(html)).toEqual([])
      const text = plain(textOfSnapshot(html))
      expect(text.length).toBeGreaterThan(500)
      for (const fact of shownFacts(listing)) expect(text).toContain(fact)
      // What the redacted states say is what they said: their facts are all there.
      const kept = JSON.stringify(states.map((state) => redactState(state, redactor)))
      const before = JSON.stringify(states)
      for (const fact of facts) if (before.includes(JSON.stringify(fact))) expect(kept).toContain(fact)
    })

    test(`the witnesses of ${name} agree`, () => {
      const context = readPageContext(new URL(page.url))
      if (!context || page.state !== 'ready') return
      const { window } = parseSavedPage(join(folder, name), context.url)
      const witnesses = extractWitnesses(window.document, context)
      window.close()
      if (witnesses) expect(compareWitnesses(witnesses.shown, witnesses.stated, 'page-state')).toEqual([])
    })
  }

  /** What stands on the screen of these pages: texts that were read from the document itself. */
  function shownFacts(listing: ReturnType<typeof extractListing>): string[] {
    if (!listing) return []
    const { title, price } = listing
    const facts: string[] = []
    if (title.status === 'found' && /^title/.test(title.source)) facts.push(plain(title.value))
    if (price.status === 'found' && /^price20/.test(price.source)) facts.push(plain(price.value.text ?? ''))
    return facts
  }
})
