import { expect, test } from 'vitest'
import { codeOf, sourceFiles } from '../support/source-graph.ts'

/** The policy of Docket's pages lets any https address be asked, so this list says who asks for what. */
const askers: Record<string, string> = {
  'lib/browser/ask-tsa.ts': 'the time-stamp authority that the person set',
  'lib/browser/fetch-fenced.ts': 'files of evidence, from the site’s own asset hosts',
  'lib/browser/describe-installation.ts': 'its own background.js, to hash it',
  'lib/browser/verifier-page.ts': 'its own verify.html',
}

const asking = /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bWebTransport\b|\bsendBeacon\b/

test('nobody but these asks the network for anything', () => {
  const files = sourceFiles('lib', 'components', 'entrypoints').filter((file) => asking.test(codeOf(file)))
  expect(files.sort()).toEqual(Object.keys(askers).sort())
})

test('only the background asks the time-stamp authority', () => {
  const users = sourceFiles('lib', 'components', 'entrypoints').filter((file) =>
    /\b(askTsa|timeStampingOn|stampLedger|stampDaily)\b/.test(codeOf(file)),
  )
  expect(users.filter((file) => /^(components|entrypoints)\//.test(file)).sort()).toEqual([
    'entrypoints/background/answer-extension.ts',
    'entrypoints/background/docket.ts',
    'entrypoints/background/index.ts',
  ])
})
