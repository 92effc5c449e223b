/** Run by built-extension.ts in a process of its own: BROWSER and the folder to build into. */
import { fileURLToPath } from 'node:url'
import { build } from 'wxt'

const [browser = 'chrome', outDir = ''] = process.argv.slice(2)
await build({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  outDir,
  outDirTemplate: 'build',
  browser,
  manifestVersion: 3,
  mode: 'production',
})
