import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { parseSync } from 'vite'
import { repositoryRoot } from './built-extension.ts'

/** One import (or re-export) of a source file. */
export interface SourceImport {
  /** As written. */
  specifier: string
  /** Path from the repository's root with forward slashes; null for a package. */
  file: string | null
  /** True where nothing of it is left at run time. */
  typeOnly: boolean
}

const toPath = (file: string) => relative(repositoryRoot, file).split(sep).join('/')

/** All TypeScript files below these folders, as paths from the repository's root. */
export function sourceFiles(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => toPath(join(entry.parentPath, entry.name))),
  )
}

const parse = (file: string) => {
  const source = readFileSync(join(repositoryRoot, file), 'utf8')
  const parsed = parseSync(file, source)
  const [error] = parsed.errors
  if (error) throw new Error(`${file}: ${error.message}`)
  return { source, parsed }
}

/** The file that a relative specifier means, or null where there is none. TypeScript resolves nothing else here. */
function resolved(from: string, specifier: string): string | null {
  const path = resolve(repositoryRoot, dirname(from), specifier.replace(/\?.*$/, ''))
  return existsSync(path) ? toPath(path) : null
}

/** Imports and re-exports of a file, dynamic ones too. */
export function importsOf(file: string): SourceImport[] {
  const { source, parsed } = parse(file)
  const requests: Array<{ specifier: string; typeOnly: boolean }> = []
  for (const { moduleRequest, entries } of parsed.module.staticImports) {
    requests.push({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    })
  }
  for (const { entries } of parsed.module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) requests.push({ specifier: moduleRequest.value, typeOnly: isType })
    }
  }
  for (const { moduleRequest } of parsed.module.dynamicImports) {
    const text = source.slice(moduleRequest.start, moduleRequest.end)
    requests.push({ specifier: text.replace(/^['"`]|['"`]$/g, ''), typeOnly: false })
  }
  return requests.map(({ specifier, typeOnly }) => ({
    specifier,
    typeOnly,
    file: specifier.startsWith('.') ? resolved(file, specifier) : null,
  }))
}

/** The file's text with every comment blanked: what a rule about code may look at. */
export function codeOf(file: string): string {
  const { source, parsed } = parse(file)
  let code = source
  for (const { start, end } of parsed.comments) {
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end)
  }
  return code
}

/** How a file is reached from `entry` at run time, by file; packages stand under their names. */
export function runtimeGraph(entry: string): Map<string, string[]> {
  const ways = new Map<string, string[]>([[entry, [entry]]])
  const waiting = [entry]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const way = ways.get(file) ?? [file]
    for (const found of importsOf(file)) {
      if (found.typeOnly) continue
      const next = found.file ?? found.specifier
      if (ways.has(next)) continue
      ways.set(next, [...way, next])
      if (found.file && /\.tsx?$/.test(found.file)) waiting.push(found.file)
    }
  }
  return ways
}
