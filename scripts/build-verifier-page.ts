import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const here = (path: string) => fileURLToPath(new URL(`../components/verifier/${path}`, import.meta.url))

/**
 * `verify.html` as it lies in every evidence pack: one file that needs no network and, by its own policy,
 * may use none. The extension's build adds it to the extension.
 */
export async function buildVerifierPage(): Promise<string> {
  const script = (await bundle()).replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3C!--')
  const template = await readFile(here('verify-page.html'), 'utf8')
  const style = /<style>([\s\S]*)<\/style>/.exec(template)?.[1]
  if (style === undefined) throw new Error('verify-page.html has no style')
  const policy = `default-src 'none'; script-src ${hashSource(script)}; style-src ${hashSource(style)}; base-uri 'none'; form-action 'none'`
  // It asks that its notice goes along wherever it goes.
  const licence = await readFile(
    new URL('LICENSE', import.meta.resolve('@zip.js/zip.js/package.json')),
    'utf8',
  )
  // Functions: a plain replacement text would have its "$" read as a pattern.
  return template
    .replace('CONTENT-SECURITY-POLICY', () => policy)
    .replace('LICENCE-OF-ZIP.JS', () => licence)
    .replace('VERIFIER-SCRIPT', () => script)
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2024',
      rollupOptions: { input: here('verify-page.ts'), output: { format: 'es' } },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  const chunks = output && 'output' in output ? output.output.filter((file) => file.type === 'chunk') : []
  const [chunk] = chunks
  if (!chunk || chunks.length !== 1) throw new Error('The verifier page must be one script.')
  return chunk.code
}

const hashSource = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
