import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import binaryen from 'binaryen'
import type { Plugin } from 'vite'

const virtualId = '\0yoga-as-script'

/**
 * Makes the PDF library fit for a page of the extension.
 *
 * It lays out with Yoga, which comes as WebAssembly; running that would need 'wasm-unsafe-eval' in the extension's
 * policy. The build turns the very same binary into plain script instead (binaryen's wasm2js), so that the policy
 * stays `script-src 'self'`. About 2.6 times slower, which a report does not notice.
 *
 * And it asks Node's `Buffer`, which a page has not, whether a picture is one. Ours are Blobs.
 */
export function pdfLibraryInPages(): Plugin {
  return {
    name: 'docket:pdf-library-in-pages',
    enforce: 'pre',
    config: () => ({ optimizeDeps: { exclude: ['@react-pdf/layout', 'yoga-layout'] } }),
    resolveId: (source) => (source === 'yoga-layout/load' ? virtualId : null),
    load: (id) => (id === virtualId ? moduleText() : null),
    transform: (code, id) => (id.includes('/@react-pdf/layout/lib/') ? withoutBuffer(code) : null),
  }
}

function withoutBuffer(code: string): string {
  const asking = 'Buffer.isBuffer(source) || source instanceof Blob'
  if (!code.includes(asking))
    throw new Error('@react-pdf/layout asks for Buffer in another way: look at it anew.')
  return code.replace(asking, 'source instanceof Blob')
}

let text: Promise<string> | null = null
const moduleText = (): Promise<string> => {
  text ??= buildModule()
  return text
}

async function buildModule(): Promise<string> {
  const layout = createRequire(import.meta.url).resolve('@react-pdf/renderer')
  const folder = dirname(createRequire(layout).resolve('yoga-layout/load'))
  const glue = await readFile(join(folder, '../binaries/yoga-wasm-base64-esm.js'), 'utf8')
  const [binary, base64] = /data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)/.exec(glue) ?? []
  if (!binary || !base64)
    throw new Error('yoga-layout no longer carries its binary as base64: look at it anew.')
  const wrap = importable(join(folder, 'wrapAssembly.js'))
  const enums = importable(join(folder, 'generated/YGEnums.js'))
  return `${glue.replace(binary, '').replace('export default loadYoga;', '')}
import wrapAssembly from ${JSON.stringify(wrap)}
export * from ${JSON.stringify(enums)}
${scriptOf(Buffer.from(base64, 'base64'))}
const loadOnce = async () => wrapAssembly(await loadYoga({
  instantiateWasm(imports, receive) {
    receive({ exports: instantiate(imports.a) })
    return {}
  },
}))
export { loadOnce as loadYoga }
`
}

/** With slashes on every system, and as it is written: a folder may have a space in its name. */
const importable = (path: string) => decodeURIComponent(pathToFileURL(path).pathname)

/** A function \`instantiate(imports)\` that does what the binary does. */
function scriptOf(binary: Uint8Array): string {
  const module = binaryen.readBinary(binary)
  module.setFeatures(binaryen.Features.All)
  binaryen.setOptimizeLevel(2)
  module.optimize()
  const script = module.emitAsmjs()
  module.dispose()
  const head = "import * as a from 'a';\n"
  const tail = script.indexOf('var retasmFunc = asmFunc({')
  if (!script.startsWith(head) || tail < 0) {
    throw new Error('binaryen writes another form of script: look at it anew.')
  }
  return `function instantiate(a) {\n${script.slice(head.length, tail)}\nreturn asmFunc({ a })\n}`
}
