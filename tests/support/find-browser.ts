import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const onPath = (names: string[]): string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) =>
      names.map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)),
    )

const windowsFolders = () =>
  [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
    (folder): folder is string => folder !== undefined,
  )

function isProgram(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Where Chromium, Chrome or Edge usually are, best first. Chrome refuses `--load-extension`; Chromium and Edge do not. */
function chromiumPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome for Testing', 'Microsoft Edge', 'Google Chrome'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    return windowsFolders().flatMap((folder) =>
      [
        'Chromium\\Application\\chrome.exe',
        'Microsoft\\Edge\\Application\\msedge.exe',
        'Google\\Chrome\\Application\\chrome.exe',
      ].map((path) => join(folder, path)),
    )
  }
  return ['/snap/bin/chromium', '/opt/microsoft/msedge/msedge', '/opt/google/chrome/chrome']
}

const install = (what: string, apt: string, brew: string): string => {
  if (process.platform === 'darwin') return `Install ${what} with "brew install --cask ${brew}"`
  if (process.platform === 'win32') return `Install ${what}`
  return `Install ${what} with "sudo apt-get install ${apt}"`
}

/** The Chromium to run, or null: CHROME_PATH, then PATH, then the usual places. */
export function findChromium(): string | null {
  const named = process.env.CHROME_PATH
  if (named) return isProgram(named) ? named : null
  const names = [
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
    'google-chrome-stable',
    'google-chrome',
  ]
  return [...onPath(names), ...chromiumPlaces()].find(isProgram) ?? null
}

/** What to do where `findChromium` found none: one sentence. */
export const chromiumMissing = (): string =>
  process.env.CHROME_PATH
    ? `CHROME_PATH names "${process.env.CHROME_PATH}", which is no program: set it to the Chromium to use, or unset it.`
    : `No Chromium was found: ${install('Chromium', 'chromium', 'chromium').replace(/^I/, 'i')}, or set CHROME_PATH to one.`

/** The Firefox to run, or null: FIREFOX_PATH, then PATH, then the usual places. */
export function findFirefox(): string | null {
  const named = process.env.FIREFOX_PATH
  if (named) return isProgram(named) ? named : null
  const places =
    process.platform === 'darwin'
      ? ['/Applications/Firefox.app/Contents/MacOS/firefox']
      : process.platform === 'win32'
        ? windowsFolders().map((folder) => join(folder, 'Mozilla Firefox\\firefox.exe'))
        : []
  return [...onPath(['firefox-esr', 'firefox']), ...places].find(isProgram) ?? null
}
