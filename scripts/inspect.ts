import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { JSDOM, VirtualConsole } from 'jsdom'
import { readPage } from '../lib/extract/read-page.ts'
import { readPageContext } from '../lib/site/page-kind.ts'
import { pageOfDump } from './inspect/page-of-dump.ts'
import { recordPage } from './inspect/record-page.ts'

const usage = 'usage: npm run -s inspect -- FILE --url URL [--record NAME]'

/** Ends with one line that says what to do. */
function stop(message: string): never {
  console.error(`inspect: ${message}`)
  process.exit(2)
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { url: { type: 'string' }, record: { type: 'string' } },
    })
  } catch (error) {
    stop(`${error instanceof Error ? error.message : error}. ${usage}`)
  }
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    stop(`cannot read ${file} (${error instanceof Error && 'code' in error ? error.code : error}).`)
  }
}

const { values, positionals } = readArguments()
const [file] = positionals
if (!file || positionals.length > 1) stop(`name one saved page. ${usage}`)
if (!values.url || !URL.canParse(values.url))
  stop(`give the address that the page was saved from with --url. ${usage}`)
const url = new URL(values.url)
const context = readPageContext(url)
if (!context)
  stop(`${url.host} is not a host of AliExpress: --url must be the address that the page was saved from.`)
if (values.record !== undefined && !/^[a-z0-9][a-z0-9-]{0,60}$/.test(values.record))
  stop('--record takes a name of small letters, digits and dashes, such as item-2027-us.')

const html = pageOfDump(readFile(file), file)
if (html === null) stop(`${file} is neither a page nor the dump of a page's state.`)
// Scripts are never run: jsdom is given no permission to, and its complaints about styles say nothing here.
const { window } = new JSDOM(html, { url: url.href, virtualConsole: new VirtualConsole() })
if (values.record !== undefined) console.error(recordPage(window.document, context, values.record))
else console.log(JSON.stringify(readPage(window.document, context), null, 2))
