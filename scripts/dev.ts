/**
 * `npm run dev`: a browser with the extension on the real site, rebuilt and reloaded when a file changes.
 * `npm run dev -- --sample` opens the bundled sample pages instead. The profile in out/dev-profile is kept.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createServer } from 'wxt'
import { openChromium } from '../tests/support/browser.ts'
import { repositoryRoot } from '../tests/support/built-extension.ts'
import { chromiumMissing, findChromium } from '../tests/support/find-browser.ts'
import { startSampleServer } from '../tests/support/sample-server.ts'
import { sampleUrls } from '../tests/support/sample-site/sample-site.ts'

if (!findChromium()) {
  console.error(chromiumMissing())
  process.exit(1)
}
const onSample = process.argv.includes('--sample')
const profileDir = join(repositoryRoot, 'out', onSample ? 'dev-profile-sample' : 'dev-profile')
await mkdir(profileDir, { recursive: true })

const builder = await createServer({ root: repositoryRoot, webExt: { disabled: true } })
await builder.start()
const site = onSample ? await startSampleServer() : null
const browser = await openChromium({
  port: site?.port ?? null,
  extensionDir: join(repositoryRoot, '.output', 'chrome-mv3-dev'),
  profileDir,
  keepWelcomePage: true,
  headless: process.env.CI !== undefined,
})
const stop = async () => {
  await site?.close()
  await builder.stop()
  process.exit(0)
}
browser.context.on('close', stop)
process.on('SIGINT', () => browser.close())
const url = onSample ? sampleUrls.results : 'https://www.aliexpress.com/w/wholesale-wallet.html'
await browser.openPage(url)
console.log(`Docket runs on ${url}. Changed files are rebuilt and loaded; close the browser to stop.`)
