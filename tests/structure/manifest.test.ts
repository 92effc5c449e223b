import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { builtExtension, repositoryRoot } from '../support/built-extension.ts'

interface Manifest {
  permissions?: string[]
  host_permissions?: string[]
  optional_permissions?: string[]
  optional_host_permissions?: string[]
  web_accessible_resources?: unknown
  externally_connectable?: unknown
  content_scripts?: Array<{ js?: string[]; css?: string[]; world?: string }>
  content_security_policy?: { extension_pages?: string }
  incognito?: string
  side_panel?: { default_path?: string }
  sidebar_action?: { default_panel?: string; open_at_install?: boolean }
}

const siteHosts = ['*://*.aliexpress.com/*', '*://*.aliexpress.us/*', '*://*.aliexpress.ru/*']
const imageHosts = ['*://*.alicdn.com/*', '*://*.aliexpress-media.com/*']
const permissions = [
  'activeTab',
  'alarms',
  'contextMenus',
  'downloads',
  'scripting',
  'storage',
  'unlimitedStorage',
]

describe.each(['chrome', 'firefox'] as const)('built for %s', (browser) => {
  let folder = ''
  let manifest: Manifest = {}
  beforeAll(async () => {
    folder = await builtExtension(browser)
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  }, 120_000)

  test('it asks for exactly the permissions that the README explains', () => {
    const own = browser === 'chrome' ? [...permissions, 'sidePanel'].sort() : permissions
    expect([...(manifest.permissions ?? [])].sort()).toEqual(own)
    expect([...(manifest.host_permissions ?? [])].sort()).toEqual([...siteHosts, ...imageHosts].sort())
    expect(manifest.optional_host_permissions ?? []).toEqual(['<all_urls>'])
    expect(manifest.optional_permissions ?? []).toEqual(browser === 'chrome' ? ['pageCapture'] : [])
  })

  test('the filing desk opens beside the page, and only when it is asked for', () => {
    if (browser === 'chrome') expect(manifest.side_panel).toEqual({ default_path: 'sidepanel.html' })
    else {
      expect(manifest.sidebar_action).toMatchObject({
        default_panel: 'sidepanel.html',
        open_at_install: false,
      })
    }
  })

  test('no page can find it by its files or talk to it', () => {
    expect(manifest.web_accessible_resources).toBeUndefined()
    expect(manifest.externally_connectable).toBeUndefined()
  })

  test('no script runs in the page’s own world', () => {
    expect(manifest.content_scripts?.map(({ world }) => world ?? 'ISOLATED')).toEqual(['ISOLATED'])
    expect(manifest.content_scripts?.flatMap(({ css }) => css ?? [])).toEqual([])
  })

  test('its pages run their own scripts only', () => {
    const policy = manifest.content_security_policy?.extension_pages ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe-eval')
    // https: is for the time-stamp authority that a person sets; requests.test.ts says who may ask.
    expect(policy).toContain("connect-src 'self' https:;")
  })

  test('the content script is at most 60 kB', () => {
    const scripts = manifest.content_scripts?.flatMap(({ js }) => js ?? []) ?? []
    expect(scripts).toHaveLength(1)
    const bytes = scripts.reduce((sum, script) => sum + statSync(join(folder, script)).size, 0)
    expect(bytes, 'bytes of the content script').toBeLessThanOrEqual(60_000)
  })
})

describe('packages', () => {
  const read = (name: string) => readFileSync(join(repositoryRoot, name), 'utf8')
  const inTable = (heading: string): string[] => {
    const section =
      read('CONTRIBUTING.md')
        .split(`${heading}\n`)[1]
        ?.split(/\n\n(?!\|)/)[0] ?? ''
    const cells = [...section.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell]) => cell?.trim() ?? '')
    return cells
      .filter((cell) => cell !== 'package' && !/^-+$/.test(cell))
      .flatMap((cell) => cell.split(',').map((name) => name.trim()))
      .sort()
  }

  test('CONTRIBUTING.md says why for each package that runs in the product', () => {
    const listed = inTable('At run time:')
    expect(listed.length).toBeGreaterThan(0)
    expect(Object.keys(JSON.parse(read('package.json')).dependencies).sort()).toEqual(listed)
  })

  test('no package but node runs a script at its installation', () => {
    expect(JSON.parse(read('package.json')).allowScripts).toEqual({ node: true })
    const packages = JSON.parse(read('package-lock.json')).packages as Record<
      string,
      { hasInstallScript?: boolean; optional?: boolean }
    >
    const running = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript && !entry.optional)
    expect(running.map(([name]) => name).filter((name) => name !== '')).toEqual(['node_modules/node'])
  })
})
