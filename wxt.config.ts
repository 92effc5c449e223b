import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'wxt'
import { reportFontFolder, reportFonts } from './lib/pack/evidence-report/report-font-list.ts'
import { imageDomains, imageHostPatterns, siteMatchPatterns } from './lib/site/hosts.ts'
import { buildVerifierPage } from './scripts/build-verifier-page.ts'
import { pdfLibraryInPages } from './scripts/pdf-library-in-pages.ts'
import { writeReportFonts } from './scripts/report-fonts.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react'],
  outDir: '.output',
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: 'Docket',
    description: 'Flag, document and report counterfeit listings on AliExpress.',
    // WXT adds sidePanel in Chromium, for entrypoints/sidepanel.
    permissions: [
      'activeTab',
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      'downloads',
      'contextMenus',
    ],
    host_permissions: [...siteMatchPatterns, ...imageHostPatterns],
    optional_host_permissions: ['<all_urls>'],
    incognito: 'not_allowed',
    commands: {
      _execute_action: { suggested_key: { default: 'Ctrl+Shift+Y' } },
      'flag-listing': {
        suggested_key: { default: 'Alt+Shift+F' },
        description: 'Flag the listing under the pointer or on the page',
      },
      'look-later': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: 'Mark the listing to look at later',
      },
      'undo-flag': {
        suggested_key: { default: 'Alt+Shift+U' },
        description: 'Take back the last flag on this page',
      },
    },
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        `img-src 'self' blob: data: ${imageDomains.map((domain) => `https://*.${domain}`).join(' ')}`,
        // Fonts that lie within stored pages; see components/evidence/snapshot-frame.tsx.
        'font-src data:',
        // The background asks the time-stamp authority that a person set, so the policy cannot name its host.
        // tests/structure/requests.test.ts keeps the list of those who ask for anything at all.
        "connect-src 'self' https:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
      ].join('; '),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'docket@docket.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '140', optional_permissions: ['pageCapture'] }),
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ name }) => name === 'aliexpress')) {
        // Nearly all of this script runs at the first act. Compiled function by function it keeps the page waiting
        // then, and costs more in all: each function is parsed twice. Chromium 136 reads this; others ignore it.
        config.build ??= {}
        config.build.rolldownOptions ??= {}
        config.build.rolldownOptions.output = {
          ...config.build.rolldownOptions.output,
          postBanner: '//# allFunctionsCalledOnLoad',
        }
      }
      if (!entrypoints.some(({ name }) => name === 'popup')) return
      // The dashboard's pages are scripts of their own. What they share with the popup would become a dozen small
      // files, each of which costs the popup milliseconds: one file instead, of what popup or frame load at once.
      config.build ??= {}
      config.build.rolldownOptions ??= {}
      config.build.rolldownOptions.output = {
        ...config.build.rolldownOptions.output,
        codeSplitting: { groups: [{ name: 'shared', minShareCount: 2, tags: ['$initial'] }] },
      }
    },
    'prepare:publicPaths': (_, paths) => {
      paths.push(
        'verifier-page.txt',
        'verifier-page-time-stamps.txt',
        ...reportFonts.map(({ file }) => `${reportFontFolder}/${file}`),
      )
    },
    'build:publicAssets': async (_, files) => {
      files.push(
        {
          relativeDest: 'verifier-page.txt',
          contents: await buildVerifierPage({ timeStamps: false }),
        },
        {
          relativeDest: 'verifier-page-time-stamps.txt',
          contents: await buildVerifierPage({ timeStamps: true }),
        },
      )
      for (const [name, absoluteSrc] of await writeReportFonts()) {
        files.push({ relativeDest: `${reportFontFolder}/${name}`, absoluteSrc })
      }
    },
  },
  vite: () => ({
    plugins: [tailwindcss(), pdfLibraryInPages()],
    // Builds made by tests meanwhile are no reason to reload.
    server: { watch: { ignored: ['**/out/**'] } },
    resolve: {
      alias: {
        // WXT announces every content script to the page with an event that carries the extension's id;
        // a page that knows the public id could listen for it. See lib/browser/README.md.
        'wxt/utils/content-script-context': here('./lib/browser/silent-content-context.ts'),
      },
    },
  }),
})
