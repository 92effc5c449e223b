import { expect, test } from 'vitest'
import { imageDomains } from '../../lib/site/hosts.ts'
import { codeOf, sourceFiles } from '../support/source-graph.ts'

const files = sourceFiles('lib', 'components', 'entrypoints')

/** Ways in which a page's text could become code, or stored data vanish. */
const forbidden: Array<[name: string, pattern: RegExp, instead: string]> = [
  ['innerHTML', /\binnerHTML\b/, 'set textContent, or build elements'],
  ['outerHTML', /\bouterHTML\b/, 'build elements'],
  ['insertAdjacentHTML', /\binsertAdjacentHTML\b/, 'build elements and append them'],
  ['document.write', /\bdocument\s*\.\s*write(ln)?\b/, 'build elements and append them'],
  ['setHTMLUnsafe', /\bsetHTMLUnsafe\b/, 'build elements'],
  ['createContextualFragment', /\bcreateContextualFragment\b/, 'build elements'],
  ['dangerouslySetInnerHTML', /\bdangerouslySetInnerHTML\b/, 'render children'],
  ['srcdoc', /\bsrcdoc\b/, 'no frames'],
  ['eval', /\beval\s*\(/, 'parse the text'],
  ['new Function', /\bnew\s+Function\b|\bFunction\s*\(/, 'write the function'],
  ['javascript: URL', /['"`]javascript:/i, 'use an event listener'],
  ['window.postMessage', /\bpostMessage\s*\(/, 'send by the extension’s own messages: pages read this one'],
  ['deleteDatabase', /\bdeleteDatabase\b/, 'evidence is never thrown away; write a tombstone'],
]

const ownDomains = ['aliexpress.com', 'aliexpress.us', 'aliexpress.ru', ...imageDomains]
/** Names, not addresses: nothing is asked of them. */
const namespaces = new Set([
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1999/xlink',
  'https://json-schema.org/draft/2020-12/schema',
])

/** Data with addresses that a person opens; nothing is asked of them. */
const shownOnly = new Set(['lib/complaints/portal-rules-data.ts'])

const foreignUrls = (code: string): string[] =>
  [...code.matchAll(/\b(?:https?|wss?):\/\/[^\s'"`)<>\\]+/g)]
    .map(([url]) => url)
    .filter((url) => !namespaces.has(url))
    .filter((url) => {
      // A host that is put together (`https://${host}/…`, `https://*.${domain}`) is checked where it comes from.
      const host = /^\w+:\/\/([^/:?#]+)/.exec(url)?.[1] ?? ''
      if (host === '' || host.includes('$') || host.includes('*')) return false
      return !ownDomains.some((domain) => host === domain || host.endsWith(`.${domain}`))
    })

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(20)
})

/** A page of the extension and the worker that it started: no page of the web hears them. */
const ownWorker = new Set(['entrypoints/pdf-writer.ts', 'lib/browser/write-pdf.ts'])

test.each(forbidden)('no product code uses %s', (name, pattern, instead) => {
  const found = files
    .filter((file) => pattern.test(codeOf(file)))
    .filter((file) => name !== 'window.postMessage' || !ownWorker.has(file))
  expect(found.map((file) => `${file} uses ${name}: ${instead}.`)).toEqual([])
})

test('the PDF worker is spoken to directly, never through a window', () => {
  for (const file of ownWorker) expect(codeOf(file)).not.toMatch(/\b(window|self|parent|top|opener)\b/)
})

test('a stored page is shown in one place, in a frame in which nothing may run', () => {
  const framing = files.filter((file) => /\bsrcDoc\b|<iframe\b|createElement\('iframe'\)/.test(codeOf(file)))
  expect(framing).toEqual(['components/evidence/snapshot-frame.tsx'])
  const code = codeOf(framing[0] ?? '')
  expect(code.match(/sandbox=""/g)).toHaveLength(1)
  expect(code.match(/<iframe\b/g)).toHaveLength(1)
  expect(code).toContain('inertSnapshot(markup)')
})

test('product code names no address outside AliExpress and its picture hosts', () => {
  const found = files
    .filter((file) => !shownOnly.has(file))
    .flatMap((file) => foreignUrls(codeOf(file)).map((url) => `${file}: ${url}`))
  expect(found).toEqual([])
})

test('the address rule sees foreign hosts and look-alikes', () => {
  expect(foreignUrls('fetch("https://example.org/a"); x = "https://www.aliexpress.com/item/1.html"')).toEqual(
    ['https://example.org/a'],
  )
  expect(foreignUrls('"https://aliexpress.com.evil.example/x"')).toHaveLength(1)
})
