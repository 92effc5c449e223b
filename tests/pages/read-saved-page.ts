import { readFileSync } from 'node:fs'
import { JSDOM, VirtualConsole } from 'jsdom'
import { pageOfDump } from '../../scripts/inspect/page-of-dump.ts'

/** Parses a saved page or dump once, as `npm run inspect` does: without running its scripts. */
export function parseSavedPage(file: string, url: URL): JSDOM {
  const html = pageOfDump(readFileSync(file, 'utf8'), file)
  if (html === null) throw new Error(`${file} is neither a page nor the dump of a page's state`)
  return new JSDOM(html, { url: url.href, virtualConsole: new VirtualConsole() })
}
