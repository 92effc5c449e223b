import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BackEnd } from './back-end.ts'

/** A way to damage the files of a store. */
export interface StoreMutation {
  what: string
  /** Returns false where there is nothing to damage in this way. */
  damage: (folder: string, random: (limit: number) => number) => boolean
}

const filesIn = (folder: string, name: RegExp): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size > 0)
    .sort((a, b) => statSync(b).size - statSync(a).size)

/** The largest file of that name, or all of them. */
const each =
  (name: RegExp, damage: (path: string, random: (limit: number) => number) => void, all = false) =>
  (folder: string, random: (limit: number) => number) => {
    const files = filesIn(folder, name)
    for (const path of all ? files : files.slice(0, 1)) damage(path, random)
    return files.length > 0
  }

const remove = (path: string) => rmSync(path)
const empty = (path: string) => truncateSync(path, 0)
const halve = (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2))

/** Turns bits in `count` bytes in a row, at a random place. */
const flip =
  (count: number, from: (size: number, random: (limit: number) => number) => number) =>
  (path: string, random: (limit: number) => number) => {
    const bytes = readFileSync(path)
    const start = from(bytes.length, random)
    for (let at = start; at < Math.min(bytes.length, start + count); at++) bytes[at] = (bytes[at] ?? 0) ^ 0xa5
    writeFileSync(path, bytes)
  }
const anywhere = (size: number, random: (limit: number) => number) => random(size)
const middle = (size: number) => Math.floor(size / 2)

const log = /^\d+\.log$/
const largeValue = /^[0-9a-f]+$/
const database = /^[A-Z0-9]{30,}$/
const writeAhead = /-wal$/

/** Of LevelDB and its folder of large values beside it, and of SQLite. After RELIABILITY.md, T6. */
export const storeMutations: Record<BackEnd, StoreMutation[]> = {
  LevelDB: [
    { what: 'the log cut in half', damage: each(log, halve) },
    { what: '64 bytes of the log changed', damage: each(log, flip(64, anywhere)) },
    { what: 'one byte of the log changed', damage: each(log, flip(1, anywhere)) },
    { what: 'the log removed', damage: each(log, remove) },
    { what: 'the tables changed at 64 bytes', damage: each(/\.ldb$/, flip(64, anywhere)) },
    { what: 'the tables removed', damage: each(/\.ldb$/, remove, true) },
    { what: 'MANIFEST removed', damage: each(/^MANIFEST/, remove) },
    { what: 'MANIFEST emptied', damage: each(/^MANIFEST/, empty) },
    { what: 'CURRENT removed', damage: each(/^CURRENT$/, remove) },
    { what: 'all files removed', damage: each(/./, remove, true) },
    { what: 'a file of large values removed', damage: each(largeValue, remove) },
    { what: 'a file of large values cut in half', damage: each(largeValue, halve) },
    { what: 'one byte of a file of large values changed', damage: each(largeValue, flip(1, middle)) },
  ],
  SQLite: [
    { what: '4,096 bytes in the middle changed', damage: each(database, flip(4096, middle)) },
    { what: '64 bytes changed', damage: each(database, flip(64, anywhere)) },
    { what: 'one byte changed', damage: each(database, flip(1, anywhere)) },
    {
      what: 'the header changed',
      damage: each(
        database,
        flip(64, () => 0),
      ),
    },
    {
      what: 'the second page changed',
      damage: each(
        database,
        flip(4096, () => 4096),
      ),
    },
    { what: 'the file cut in half', damage: each(database, halve) },
    { what: 'the file emptied', damage: each(database, empty) },
    { what: 'the file removed', damage: each(database, remove) },
    { what: 'the write-ahead log removed', damage: each(writeAhead, remove) },
    { what: 'the write-ahead log cut in half', damage: each(writeAhead, halve) },
    { what: 'all files removed', damage: each(/./, remove, true) },
  ],
}
