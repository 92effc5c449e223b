// Installs what is missing before `npm start` and `npm test`; npm's postinstall calls it with --installed to
// note what is there. Plain Node 20: it runs before anything else is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const stamp = 'node_modules/.lock-sha256'
const lockSum = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const isInstalled =
  existsSync(stamp) && readFileSync(stamp, 'utf8') === lockSum && existsSync('node_modules/.bin/node')

if (process.argv.includes('--installed')) {
  writeFileSync(stamp, lockSum)
} else if (!isInstalled) {
  const npmCli = process.env.npm_execpath
  const install = npmCli
    ? spawnSync(process.execPath, [npmCli, 'ci'], { stdio: 'inherit' })
    : spawnSync('npm', ['ci'], { stdio: 'inherit', shell: process.platform === 'win32' })
  if (install.status !== 0) process.exit(install.status ?? 1)
}
