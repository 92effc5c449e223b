import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(`../components/verifier/${path}`, import.meta.url))

/**
 * `verify.html` as it lies in every evidence pack: one file that needs no network and, by its own policy,
 * may use none. The extension's build adds it to the extension, once with the check of time stamps, which
 * doubles its size, and once without, for packs that have none.
 */
export async function buildVerifierPage({ timeStamps }: { timeStamps: boolean }): Promise<string> {
  const script = (await bundle(timeStamps))
    .replaceAll('</script', '<\\/script')
    .replaceAll('<!--', '\\x3C!--')
  const template = await readFile(here('verify-page.html'), 'utf8')
  const style = /<style>([\s\S]*)<\/style>/.exec(template)?.[1]
  if (style === undefined) throw new Error('verify-page.html has no style')
  const policy = `default-src 'none'; script-src ${hashSource(script)}; style-src ${hashSource(style)}; base-uri 'none'; form-action 'none'`
  const licences = await licencesOf(timeStamps)
  // Functions: a plain replacement text would have its "$" read as a pattern.
  return template
    .replace('CONTENT-SECURITY-POLICY', () => policy)
    .replace('LICENCES', () => licences)
    .replace('VERIFIER-SCRIPT', () => script)
}

/** They ask that their notices go along wherever they go. */
async function licencesOf(timeStamps: boolean): Promise<string> {
  const own = createRequire(import.meta.url)
  // asn1js brings its own version of what it uses.
  const ofAsn1js = createRequire(own.resolve('asn1js/package.json'))
  const parts: Array<[name: string, manifest: string]> = [
    ['zip.js (https://github.com/gildas-lormeau/zip.js)', own.resolve('@zip.js/zip.js/package.json')],
    ['asn1js (https://github.com/PeculiarVentures/ASN1.js)', own.resolve('asn1js/package.json')],
    ['@peculiar/utils (Peculiar Ventures)', ofAsn1js.resolve('@peculiar/utils/package.json')],
  ]
  const texts = (timeStamps ? parts : parts.slice(0, 1)).map(
    async ([name, manifest]) => `${name}:\n\n${await readFile(join(dirname(manifest), 'LICENSE'), 'utf8')}`,
  )
  return (await Promise.all(texts)).join('\n')
}

async function bundle(timeStamps: boolean): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    ...(timeStamps ? {} : { plugins: [withoutTimeStamps] }),
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

const withoutTimeStamps: Plugin = {
  name: 'without-time-stamps',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('/time-stamp-token.ts') ? here('no-time-stamp-check.ts') : null),
}

const hashSource = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
