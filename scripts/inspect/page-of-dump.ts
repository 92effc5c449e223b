/**
 * The page that a file holds. A dump of a page's state (`.json`, `.js`) is put back into the script that it
 * came from, so that dumps go the same way as pages. Null where the file is neither.
 */
export function pageOfDump(text: string, fileName: string): string | null {
  if (/\.js$/i.test(fileName)) return scriptPage(text)
  if (!/\.json$/i.test(fileName)) return /<\w/.test(text) ? text : null
  let dump: unknown
  try {
    dump = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof dump !== 'object' || dump === null) return null
  const has = (path: string) =>
    path.split('.').every((key) => {
      if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return false
      node = (node as Record<string, unknown>)[key]
      return true
    })
  let node: unknown = dump
  if (has('data.hierarchy'))
    return scriptPage(
      `window._dida_config_._init_data_ = { data: ${inScript((dump as { data: unknown }).data)} }`,
    )
  node = dump
  if (has('data.skuInfo')) return aerPage({ props: { gallery: [], ...(dump as { data: object }).data } })
  node = dump
  if (has('data'))
    return scriptPage(`window.runParams = { data: ${inScript((dump as { data: unknown }).data)} }`)
  node = dump
  if (has('fragment.props')) return aerPage((dump as { fragment: unknown }).fragment)
  node = dump
  if (has('props')) return aerPage(dump)
  return null
}

/** `</script>` inside a text would end the script. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

const scriptPage = (script: string) =>
  `<!doctype html><html><body data-spm="detail"><script>${script.replace(/<\/script/gi, '<\\/script')}</script></body></html>`

const aerPage = (state: unknown) =>
  `<!doctype html><html><body><script id="__AER_DATA__" type="application/json">${inScript({ widgets: [state] })}</script></body></html>`
