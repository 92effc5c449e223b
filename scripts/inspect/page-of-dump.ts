import { isRecord, valueAt } from '../../lib/core/hostile-json.ts'

/**
 * The page that a file holds. A dump of a page's state (`.json`, `.js`) is put back into the script that it
 * came from, so that dumps go the same way as pages. Null where the file is neither.
 */
export function pageOfDump(text: string, fileName: string): string | null {
  if (/\.json$/i.test(fileName)) return pageOfState(text)
  if (/\.js$/i.test(fileName)) return scriptPage(text)
  if (/<(?:!doctype|html|head|body|script|div)\b/i.test(text)) return text
  return /runParams|_init_data_/.test(text) ? scriptPage(text) : null
}

function pageOfState(text: string): string | null {
  let dump: unknown
  try {
    dump = JSON.parse(text)
  } catch {
    return null
  }
  const inner = valueAt(dump, 'data') ?? dump
  if (isRecord(valueAt(inner, 'hierarchy')) || isRecord(valueAt(inner, 'data.root')))
    return initDataPage(inner)
  const mods = findMods(dump, 8)
  if (mods) return initDataPage({ data: { root: { fields: { mods } } } })
  if (isRecord(inner) && Object.keys(inner).some((key) => /^\w+(?:Module|Component)$/.test(key)))
    return scriptPage(`window.runParams = { data: ${inScript(inner)} }`)
  if (isRecord(valueAt(inner, 'skuInfo'))) return aerPage({ props: { gallery: [], ...(inner as object) } })
  const fragment = valueAt(dump, 'fragment') ?? dump
  return isRecord(valueAt(fragment, 'props')) ? aerPage(fragment) : null
}

/** The modules of a results page, wherever a data call nests them. */
function findMods(node: unknown, depth: number): unknown {
  if (typeof node !== 'object' || node === null || depth === 0) return null
  if (Array.isArray(valueAt(node, 'mods.itemList.content'))) return valueAt(node, 'mods')
  if (Array.isArray(valueAt(node, 'itemList.content'))) return node
  for (const child of Object.values(node)) {
    const mods = findMods(child, depth - 1)
    if (mods) return mods
  }
  return null
}

/** `</script>` inside a text would end the script. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

const initDataPage = (data: unknown) =>
  scriptPage(`window._dida_config_._init_data_ = { data: ${inScript(data)} }`)

const scriptPage = (script: string) =>
  `<!doctype html><html><body data-spm="detail"><script>${script.replace(/<\/script/gi, '<\\/script')}</script></body></html>`

const aerPage = (state: unknown) =>
  `<!doctype html><html><body><script id="__AER_DATA__" type="application/json">${inScript({ widgets: [state] })}</script></body></html>`
