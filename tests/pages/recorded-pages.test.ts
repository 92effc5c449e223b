import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readPage } from '../../lib/extract/read-page.ts'
import { readPageContext } from '../../lib/site/page-kind.ts'
import { parseSavedPage } from './read-saved-page.ts'

/** Cases that `npm run inspect -- FILE --url URL --record NAME` wrote and a person corrected. */
const folder = fileURLToPath(new URL('./recorded/', import.meta.url))
const names = existsSync(folder) ? readdirSync(folder) : []

describe('recorded pages', () => {
  test.each(names)('%s is read as expected', (name) => {
    const read = (file: string) => JSON.parse(readFileSync(join(folder, name, file), 'utf8'))
    const url = new URL(read('source.json').url)
    const context = readPageContext(url)
    if (!context) throw new Error(`${url.host} is not known as a host of the site`)
    const { window } = parseSavedPage(join(folder, name, 'page.html'), url)
    expect(readPage(window.document, context)).toEqual(read('expected.json'))
    window.close()
  })
})
