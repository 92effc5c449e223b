import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { reportFontFolder, reportFonts } from '../../lib/pack/evidence-report/report-font-list.ts'
import { builtExtension } from '../support/built-extension.ts'

/** Only the libraries for PDF have this in them: one writes documents, the other takes them apart and binds them. */
const mark = 'FlateDecode'
const writer = 'pdf-writer.js'

describe.each(['chrome', 'firefox'] as const)('built for %s, a PDF library', (browser) => {
  let folder = ''
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  beforeAll(async () => {
    folder = await builtExtension(browser)
  }, 240_000)

  /** What a page loads before anybody does anything: its scripts and all that they import at once. */
  function loadedAtStart(htmlFile: string): string[] {
    const waiting = [...read(htmlFile).matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(
      ([, path = '']) => path,
    )
    const loaded = new Set(waiting)
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      for (const [, name = ''] of read(path).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
        const next = `chunks/${name}`
        if (loaded.has(next)) continue
        loaded.add(next)
        waiting.push(next)
      }
    }
    return [...loaded]
  }

  test('is loaded when a report is written, by no page and no script before', () => {
    const chunks = readdirSync(join(folder, 'chunks')).map((name) => `chunks/${name}`)
    // The one that binds is a chunk; the one that writes is a worker of its own.
    expect(chunks.filter((path) => read(path).includes(mark))).toHaveLength(1)
    expect(read(writer)).toContain(mark)
    for (const page of ['dashboard.html', 'popup.html']) {
      const loaded = loadedAtStart(page)
      expect(loaded.length, page).toBeGreaterThan(0)
      expect(
        loaded.filter((path) => read(path).includes(mark)),
        page,
      ).toEqual([])
    }
    expect(read('background.js')).not.toContain(mark)
  })

  test('needs no WebAssembly and evaluates no text', () => {
    const libraries = [writer, ...readdirSync(join(folder, 'chunks')).map((name) => `chunks/${name}`)]
      .map(read)
      .filter((code) => code.includes(mark))
    for (const library of libraries) {
      expect(library).not.toContain('AGFzbQ') // The head of a WebAssembly binary in base64.
      expect(library).not.toMatch(/\bnew Function\(|\beval\(/)
    }
  })

  test('has its fonts and their licence', () => {
    const wanted = [...reportFonts.map(({ file }) => file), 'OFL.txt'].sort()
    expect(readdirSync(join(folder, reportFontFolder)).sort()).toEqual(wanted)
    expect(read(`${reportFontFolder}/OFL.txt`)).toContain('SIL OPEN FONT LICENSE')
  })
})
