/**
 * `npm run -s verify -- PACK.zip [--fingerprint HEX]`: checks an evidence pack, prints what it checked, and
 * ends with code 1 at the first flaw (2 where it was called wrongly). Needs no browser and no network.
 */
import { openAsBlob } from 'node:fs'
import { parseArgs } from 'node:util'
import { ExpectedError } from '../lib/core/expected-error.ts'
import { openPackZip } from '../lib/pack/verify/open-pack-zip.ts'
import { verifyEvidencePack } from '../lib/pack/verify/verify-evidence-pack.ts'

const usage = 'Usage: npm run -s verify -- PACK.zip [--fingerprint HEX]'

process.exitCode = await verify()

async function verify(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { fingerprint: { type: 'string' } },
  })
  const [path, ...others] = positionals
  if (!path || others.length > 0) {
    console.error(usage)
    return 2
  }
  const zip = await openAsBlob(path).catch(() => null)
  if (!zip) {
    console.error(`${path} cannot be opened. ${usage}`)
    return 2
  }
  try {
    const { checks, notes, flaw, fingerprint } = await verifyEvidencePack(
      await openPackZip(zip),
      values.fingerprint,
    )
    for (const check of checks) console.log(`ok    ${check}`)
    for (const note of notes) console.log(`note  ${note}`)
    if (fingerprint) console.log(`key   ${fingerprint}`)
    console.log(flaw ? `FLAW  ${flaw.file}: ${flaw.message} (${flaw.code})` : 'OK')
    return flaw ? 1 : 0
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    console.log(`FLAW  ${path}: ${error.message} (${error.code})`)
    return 1
  }
}
