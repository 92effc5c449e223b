import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repositoryRoot } from '../support/built-extension.ts'
import { importsOf, sourceFiles } from '../support/source-graph.ts'

/** Rooms in the order of the data: each may import from those before it. */
const rooms = [
  'core',
  'site',
  'extract',
  'evidence',
  'queue',
  'rights',
  'complaints',
  'tracking',
  'pack',
  'sellers',
  'insights',
  'search',
  'match',
  'demo',
]
const adapters = ['storage', 'messaging', 'browser']
const topFolders = ['entrypoints', 'components', 'lib', 'public', 'tests', 'scripts']

const roomOf = (path: string): string | null => /^lib\/([^/]+)\//.exec(path)?.[1] ?? null

/** Why `from` may not import `to`, with what to do instead; null where it may. */
function refusal(from: string, to: string): string | null {
  const [fromTop, toTop] = [from.split('/')[0] ?? '', to.split('/')[0] ?? '']
  const [fromRoom, toRoom] = [roomOf(from), roomOf(to)]
  if (fromTop !== 'tests' && fromTop !== 'scripts' && (toTop === 'tests' || toTop === 'scripts')) {
    return `${from} is part of the product and imports ${to}: move what it needs into a room of lib/.`
  }
  if (fromTop === 'lib' && (toTop === 'entrypoints' || toTop === 'components')) {
    return `${from} imports ${to}: lib/ knows no user interface. Pass what is needed as an argument, or move it into a room.`
  }
  if (fromTop === 'components' && toTop === 'entrypoints') {
    return `${from} imports ${to}: entrypoints are thin and import components, not the other way. Move it into components/.`
  }
  if (from.startsWith('components/ui/') && toTop !== 'components') {
    return toTop === 'lib' ? `${from} imports ${to}: the kit knows no domain. Pass it as a property.` : null
  }
  if (!fromRoom || !toRoom || fromRoom === toRoom) return null
  if (adapters.includes(fromRoom)) return null
  if (adapters.includes(toRoom)) {
    return `${from} imports ${to}: a room never imports an adapter. Declare a port (an interface) in ${fromRoom} and let ${toRoom} implement it.`
  }
  return rooms.indexOf(toRoom) > rooms.indexOf(fromRoom)
    ? `${from} imports ${to}: ${fromRoom} comes before ${toRoom}. Move the shared part into ${fromRoom} or an earlier room.`
    : null
}

const files = sourceFiles('entrypoints', 'components', 'lib', 'tests', 'scripts')
const productFiles = files.filter((file) => /^(entrypoints|components|lib)\//.test(file))

describe('rooms', () => {
  test('there are files to look at', () => {
    expect(productFiles.length).toBeGreaterThan(20)
    expect(files.filter((file) => file.startsWith('tests/')).length).toBeGreaterThan(5)
  })

  test('every room of lib/ has its place in the order', () => {
    const unknown = readdirSync(join(repositoryRoot, 'lib'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && ![...rooms, ...adapters].includes(entry.name))
      .map((entry) => `lib/${entry.name}: give it its place in the order in tests/structure/rooms.test.ts.`)
    expect(unknown).toEqual([])
  })

  test('every relative import leads to a file, with its extension', () => {
    const broken = files.flatMap((file) =>
      importsOf(file)
        .filter(({ specifier, file: target }) => specifier.startsWith('.') && target === null)
        .map(
          ({ specifier }) =>
            `${file} imports "${specifier}", which is no file. Write the path with its extension.`,
        ),
    )
    expect(broken).toEqual([])
  })

  test('nothing leaves the repository by a relative import', () => {
    const outside = files.flatMap((file) =>
      importsOf(file)
        .filter(({ file: target }) => target !== null && !topFolders.includes(target.split('/')[0] ?? ''))
        .filter(({ file: target }) => !/^(package\.json|wxt\.config\.ts)$/.test(target ?? ''))
        .map(({ specifier }) => `${file} imports "${specifier}" from outside ${topFolders.join(', ')}.`),
    )
    expect(outside).toEqual([])
  })

  test('imports follow the order of the rooms', () => {
    const wrong = productFiles.flatMap((file) =>
      importsOf(file).flatMap(({ file: target }) => (target ? (refusal(file, target) ?? []) : [])),
    )
    expect(wrong).toEqual([])
  })

  test.each([
    ['lib/core/a.ts', 'lib/site/b.ts'],
    ['lib/queue/a.ts', 'lib/storage/database.ts'],
    ['lib/pack/a.ts', 'components/queue/b.tsx'],
    ['components/queue/a.tsx', 'entrypoints/popup/main.tsx'],
    ['components/ui/a.tsx', 'lib/queue/flag.ts'],
    ['lib/core/a.ts', 'tests/support/browser.ts'],
  ])('the rule refuses %s → %s', (from, to) => {
    expect(refusal(from, to)).toContain(from)
  })

  test.each([
    ['lib/queue/a.ts', 'lib/extract/b.ts'],
    ['lib/storage/a.ts', 'lib/queue/b.ts'],
    ['entrypoints/background/a.ts', 'lib/storage/b.ts'],
  ])('the rule allows %s → %s', (from, to) => {
    expect(refusal(from, to)).toBeNull()
  })
})
