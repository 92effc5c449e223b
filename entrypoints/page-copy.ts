import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { pageView } from '../lib/browser/page-view.ts'
import { failureFrom } from '../lib/core/expected-error.ts'
import { observedValue } from '../lib/core/observation.ts'
import { fail, ok, type Result } from '../lib/core/result.ts'
import { draftSnapshot } from '../lib/evidence/snapshot/draft-snapshot.ts'
import type { PageStanding, StateText } from '../lib/evidence/snapshot/page-copy.ts'
import { type PageCopies, pageCopyName } from '../lib/evidence/snapshot/page-copy-world.ts'
import { secretsOfCookies, secretsOfState } from '../lib/evidence/snapshot/redact-state.ts'
import { createRedactor, distinctSecrets, type Secret } from '../lib/evidence/snapshot/redact-text.ts'
import { statedTexts } from '../lib/evidence/stated-texts.ts'
import { extractListing } from '../lib/extract/extract-listing.ts'
import type { ObservedListing } from '../lib/extract/listing.ts'
import { removedListing } from '../lib/extract/removed-listing.ts'
import { isSignedIn } from '../lib/site/account-areas.ts'
import { readAllStates } from '../lib/site/all-states.ts'
import { readPageContext } from '../lib/site/page-kind.ts'
import { readPageState } from '../lib/site/page-state.ts'
import { publishedDocumentKey } from './aliexpress.content/document-key.ts'
import { isOwnRoot, putOwnTreesBack, setOwnTreesAside } from './aliexpress.content/own-trees.ts'

/**
 * Copies an item page for its evidence, as a script of its own: the background puts it into the content script's
 * world when evidence is gathered, and asks it there. It changes nothing on the page and asks for nothing.
 */
export default defineUnlistedScript(() => {
  const copies: PageCopies = {
    readStanding: () => attempt('looking at the page', () => readPage().standing),
    copyStates: () =>
      attempt('copying the page’s state', () => {
        const { standing } = readPage()
        const states = readStates()
        const texts = states.map(({ name, json, reason }) => ({ name, json, reason }))
        return { standing, states: texts, secrets: secretsOf(states) }
      }),
    draftSnapshot: () =>
      attempt('copying the page', () => {
        const { standing, listing } = readPage()
        const facts = [standing.comId ?? '', ...statedTexts(listing)]
        const redactor = createRedactor({ secrets: secretsOf(readStates()), facts })
        return { standing, draft: draftSnapshot(document, pageView(isOwnRoot), redactor) }
      }),
    setOwnTreesAside: () => attempt('clearing the page', setOwnTreesAside),
    putOwnTreesBack: () =>
      attempt('clearing the page', () => {
        putOwnTreesBack()
        return null
      }),
  }
  // A second copy of this script would not know what the first has set aside.
  const world = globalThis as Record<symbol, unknown>
  world[Symbol.for(pageCopyName)] ??= copies
})

/** What is thrown in a page does not reach the background by itself. */
function attempt<T>(doing: string, work: () => T): Result<T> {
  try {
    return ok(work())
  } catch (error) {
    const { code, message } = failureFrom(error, doing)
    return fail(code, message.slice(0, 500))
  }
}

function readPage(): { standing: PageStanding; listing: ObservedListing | null } {
  const context = readPageContext(new URL(location.href))
  if (!context) throw new Error(`Docket does not work on ${location.hostname}.`)
  const pageState = readPageState(document, context)
  const listing =
    pageState === 'ready'
      ? extractListing(document, context)
      : pageState === 'removed'
        ? removedListing(context)
        : null
  const comId = listing && observedValue(listing.comId)
  const standing = {
    documentKey: publishedDocumentKey(),
    url: location.href,
    pageState,
    comId,
    isSignedIn: isSignedIn(document),
  }
  return { standing, listing }
}

const readStates = () =>
  readAllStates(document).flatMap(({ name, state }): Array<StateText & { value: unknown }> => {
    if (state.status === 'absent') return []
    return state.status === 'found'
      ? [{ name, json: JSON.stringify(state.value), reason: null, value: state.value }]
      : [{ name, json: null, reason: state.reason, value: null }]
  })

/** What identifies the person, from where the site keeps it. */
const secretsOf = (states: Array<{ value: unknown }>): Secret[] =>
  distinctSecrets([
    ...secretsOfCookies(document.cookie),
    ...states.flatMap(({ value }) => secretsOfState(value)),
  ])
