import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isRecord } from '../../lib/core/hostile-json.ts'
import { readPage } from '../../lib/extract/read-page.ts'
import {
  readAerData,
  readDcData,
  readInitData,
  readJsonLdProduct,
  readRunParamsData,
} from '../../lib/site/embedded-state.ts'
import type { PageContext } from '../../lib/site/page-context.ts'

/** Keys of states that hold tokens, people and visits; their values are never needed to read a listing. */
const privateKey =
  /token|cookie|session|csrf|trace|buyer|userid|user_id|(?:^|[._-])ip$|address|phone|mobile|email|login|umid|uuid|pvid|review|evaluation$|feedbackList|abtest|utlog|eagleeye|NCTOKEN|SECDATA/i

/** Elements in which other people speak or are named. */
const privateElements =
  '#nav-review, [data-pl="product-reviewer-list"], [class*="review--"], [class*="list--itemReview"], #transction-feedback, .feedback-list-wrap, [class*="account"], [class*="user-account"], .user-helper'

/** Attributes that carry visits and not facts. */
const trackingAttribute =
  /^(?:exparams|data-spm-anchor-id|data-aplus.*|clk_trigger|ae_.*|on\w+|nonce|integrity)$/i

/** Query parameters that state facts; all others are tracking. */
const factParameters = new Set([
  'productId',
  'product_id',
  'productIds',
  'sellerSeq',
  'sellerAdminSeq',
  'sellerId',
  'seller_id',
  'item_id',
  'sku_id',
  'storeId',
  'storeNum',
  'SearchText',
  'page',
  'SortType',
])

/**
 * Writes a redacted test case of a page into `tests/pages/recorded/NAME/`: the page without people and visits,
 * its address without tracking (`source.json`), and what is read of it now (`expected.json`), for a person to
 * correct. Returns what to do next, in one line.
 */
export function recordPage(
  doc: Document,
  context: PageContext,
  name: string,
  root = fileURLToPath(new URL('../../tests/pages/recorded/', import.meta.url)),
): string {
  const folder = join(root, name)
  const url = new URL(factsOnly(context.url.href, context.url))
  redact(doc, url)
  mkdirSync(folder, { recursive: true })
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
  write('page.html', `<!doctype html>\n${doc.documentElement.outerHTML}\n`)
  write(
    'source.json',
    `${JSON.stringify({ url: url.href, recordedAt: new Date().toISOString().slice(0, 10) }, null, 2)}\n`,
  )
  write('expected.json', `${JSON.stringify(readPage(doc, { ...context, url }), null, 2)}\n`)
  return `Recorded in ${folder}. Look through page.html for anything personal, correct expected.json to what the page really states, and send the folder.`
}

function redact(doc: Document, url: URL): void {
  keepStatesOnly(doc)
  for (const element of doc.querySelectorAll(
    `${privateElements}, style, noscript, iframe, link:not([rel="canonical"]), svg`,
  ))
    element.remove()
  for (const meta of doc.querySelectorAll('meta'))
    if (!/^(?:og:title|og:url|og:image|data-spm)$/.test(meta.getAttribute('property') ?? meta.name))
      meta.remove()
  const comments = doc.createTreeWalker(doc, 128 /* comments */)
  const dead: Node[] = []
  while (comments.nextNode()) dead.push(comments.currentNode)
  for (const comment of dead) (comment as ChildNode).remove()
  for (const element of doc.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (trackingAttribute.test(name)) element.removeAttribute(name)
      else if (name === 'href' || name === 'content') element.setAttribute(name, factsOnly(value, url))
    }
  }
  for (const texts = doc.createTreeWalker(doc.body, 4 /* texts */); texts.nextNode(); ) {
    const node = texts.currentNode
    if (node.parentElement?.tagName !== 'SCRIPT') node.textContent = withoutPeople(node.textContent ?? '')
  }
}

/** Replaces all scripts by the states that are read, without their private keys. */
function keepStatesOnly(doc: Document): void {
  const states: Array<[before: string, state: unknown, after: string]> = []
  const keep = (before: string, reading: ReturnType<typeof readDcData>, after: string) => {
    if (reading.status === 'found') states.push([before, reading.value, after])
  }
  keep('window.runParams = { data: ', readRunParamsData(doc), ' }')
  keep('window._dida_config_._init_data_ = { data: ', readInitData(doc), ' }')
  keep('window._d_c_.DCData = ', readDcData(doc), '')
  const aerData = readAerData(doc)
  const jsonLd = readJsonLdProduct(doc)
  const scalars = [...doc.scripts]
    .flatMap((script) => [
      ...script.textContent.matchAll(
        /window\.runParams\.(?:productId|adminSeq|companyId|categoryId|minPrice|maxPrice|actMinPrice|actMaxPrice|currencyCode|currencySymbol|productTradeCount|offline)\s*=\s*(?:"[^"\n]*"|true|false)/g,
      ),
    ])
    .map(([assignment]) => `${assignment};`)
  const pictures = [...doc.scripts].map(
    (script) => /window\.runParams\.imageBigViewURL\s*=\s*\[[^\]]*\]/.exec(script.textContent)?.[0],
  )
  const isChallenge = [...doc.scripts].some((script) => /NCTOKENSTR[\s\S]*SECDATA/.test(script.textContent))
  for (const script of [...doc.scripts]) script.remove()
  const add = (text: string, type?: string, id?: string) => {
    const script = doc.createElement('script')
    if (type) script.type = type
    if (id) script.id = id
    script.textContent = text
    doc.body.append(script)
  }
  for (const [before, state, after] of states) add(`${before}${withoutPrivateKeys(state)}${after}`)
  if (aerData.status === 'found') add(withoutPrivateKeys(aerData.value), 'application/json', '__AER_DATA__')
  if (jsonLd.status === 'found') add(withoutPrivateKeys(jsonLd.value), 'application/ld+json')
  const classic = [...scalars, ...pictures.filter((list) => list !== undefined)]
  if (classic.length > 0) add(classic.join('\n'))
  if (isChallenge) add('window._config_ = { "NCTOKENSTR": "", "SECDATA": "" }')
}

function withoutPrivateKeys(state: unknown): string {
  const json = JSON.stringify(state, (key, value: unknown) => {
    if (privateKey.test(key) && !isRecord(value)) return undefined
    return typeof value === 'string' ? withoutPeople(value) : value
  })
  return json.replaceAll('<', '\\u003c')
}

/** A link without its tracking; what is no link stays. */
function factsOnly(address: string, base: URL): string {
  if (!/^(?:https?:)?\/\//.test(address) || !URL.canParse(address, base)) return withoutPeople(address)
  const url = new URL(address, base)
  for (const name of [...url.searchParams.keys()])
    if (!factParameters.has(name)) url.searchParams.delete(name)
  url.hash = ''
  return url.href
}

/** Mail addresses and telephone numbers with a country code. */
const withoutPeople = (text: string) =>
  text
    .replace(/[\w.+-]+@[\w-]+\.[\w.]{2,}/g, 'someone@example.com')
    .replace(/\+\d[\d ()-]{8,}\d/g, '+000000000')
