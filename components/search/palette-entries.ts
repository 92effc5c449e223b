import { idTimeMs } from '../../lib/core/ids.ts'
import { comparableText, searchWords } from '../../lib/core/search-text.ts'
import { type Found, type Hit, hitId, type SearchGroup, searchGroups } from '../../lib/search/found.ts'
import { locale } from '../language/language.ts'
import type { PageCommand } from './page-commands.ts'
import { words } from './words.ts'

/** A page that the palette leads to. */
export interface PalettePage {
  name: string
  /** With the `#`. */
  hash: string
  /** A place of the navigation: said before anything is typed. */
  isPlace: boolean
}

/** Where hits lead, as the dashboard's addresses are. */
export interface HitAddresses {
  of(hit: Hit): string
  /** The list that holds everything of the group which is like the text. */
  all(group: SearchGroup, text: string): string
}

/** One line of the palette. */
export interface Entry {
  id: string
  title: string
  detail: string
  /** Where it leads, or what it does. */
  leads: { hash: string } | { command: PageCommand }
}

export interface Section {
  id: 'pages' | 'commands' | SearchGroup
  title: string
  entries: Entry[]
}

/** Commands that are said before anything is typed, and pages and commands that are said to a text. */
const firstCommands = 8
const mostMatches = 6

/** The lines of the palette: pages, commands of the page, and what was found. */
export function paletteSections(
  text: string,
  pages: readonly PalettePage[],
  commands: readonly PageCommand[],
  found: Found | null,
  addresses: HitAddresses,
): Section[] {
  const wanted = searchWords(text)
  const isEmpty = wanted.length === 0
  const ofPages = isEmpty
    ? pages.filter(({ isPlace }) => isPlace)
    : pages.filter(({ name, hash }) => isLike(`${name} ${hash}`, wanted)).slice(0, mostMatches)
  const ofCommands = isEmpty
    ? commands.slice(0, firstCommands)
    : commands.filter(({ name }) => isLike(name, wanted)).slice(0, mostMatches)
  const sections: Section[] = [
    {
      id: 'pages',
      title: words.pages,
      entries: ofPages.map(({ name, hash }) => ({
        id: `page-${hash}`,
        title: name,
        detail: '',
        leads: { hash },
      })),
    },
    {
      id: 'commands',
      title: words.commands,
      entries: ofCommands.map((command) => ({
        id: `command-${command.name}`,
        title: command.name,
        detail: '',
        leads: { command },
      })),
    },
    ...searchGroups.map((group) => groupSection(group, text, found, addresses)),
  ]
  return sections.filter(({ entries }) => entries.length > 0)
}

function groupSection(
  group: SearchGroup,
  text: string,
  found: Found | null,
  addresses: HitAddresses,
): Section {
  const entries = (found?.hits ?? [])
    .filter((hit) => hit.group === group)
    .map((hit): Entry => ({ id: hitId(hit), ...hitWords(hit), leads: { hash: addresses.of(hit) } }))
  if (found?.more.includes(group)) {
    const hash = addresses.all(group, text.trim())
    entries.push({ id: `all-${group}`, title: words.all[group], detail: '', leads: { hash } })
  }
  return { id: group, title: words.group[group], entries }
}

const isLike = (text: string, wanted: readonly string[]): boolean => {
  const comparable = comparableText(text)
  return wanted.every((word) => comparable.includes(word))
}

const joined = (...parts: Array<string | null>): string => parts.filter(Boolean).join(' · ')

function hitWords(hit: Hit): Pick<Entry, 'title' | 'detail'> {
  switch (hit.group) {
    case 'listings': {
      const note = hit.note === null ? null : words.noted(hit.note)
      return {
        title: hit.title ?? words.untitled(hit.comId),
        detail: joined(hit.comId, hit.storeName, note),
      }
    }
    case 'sellers': {
      const stores = hit.storeNumbers.length > 0 ? words.store(hit.storeNumbers.slice(0, 3)) : null
      const note = hit.note === null ? null : words.noted(hit.note)
      return { title: hit.name ?? words.unnamed, detail: joined(words.account(hit.sellerId), stores, note) }
    }
    case 'complaints': {
      const note = hit.note === null ? null : words.noted(hit.note)
      return {
        title: hit.caseNumber === null ? words.noCase : words.caseNumber(hit.caseNumber),
        detail: joined(words.state[hit.state], hit.rightLabel ?? words.rightGone, note),
      }
    }
    case 'captures': {
      const day = dayOf(hit.captureId)
      return {
        title: hit.title ?? words.untitled(hit.comId),
        detail: hit.captures === 1 ? words.taken(day) : words.captures(hit.captures, day),
      }
    }
    case 'rights':
      return { title: hit.label, detail: joined(hit.number, hit.holderName) }
  }
}

/** When it was taken, as its id says. */
const dayOf = (captureId: string): string =>
  new Date(idTimeMs(captureId)).toLocaleDateString(locale, { dateStyle: 'medium' })
