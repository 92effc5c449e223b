import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../components/language/zh.ts'
import { repositoryRoot } from '../../support/built-extension.ts'

/** Texts that are the same in every language, by their place, and why. */
const sameEverywhere: Array<[RegExp, string]> = [
  [/[ .]\w*[kK]eys\.\d+\.0$/, 'what stands on keys'],
  [/[ .]groupKey\.\w+$/, 'what stands on keys'],
  [/[ .]parts(?:\.[\w-]+)?\.\d+\.0$/, 'names of files'],
  [/[ .](?:\w+File|fileName|folder|reportName|csvName|calendarName)(?:\(\))?$/, 'names of files'],
  [/[ .]csvHeads\.\d+$/, 'columns of files that programs read'],
  [/[ .](?:csv|png|sha256)$|^pack\/backup-words hash$/, 'the name of a format'],
  [/[ .]size\(\)$/, 'units'],
  [/^review\/words failed$/, 'told with the failure, which is in English'],
]

/** Arguments that English shows as they come and Chinese by a name of its own. */
const namedInChinese = new Set(['rights/words list.unsavedNew()', 'rights/words china.text()'])

/** Arguments for functions that take what no candidate is. */
const samples: Record<string, unknown[][]> = {
  'pack/words evidence.title()': [
    ['evidence', 'given', null],
    ['web-archive', 'given', 31],
  ],
  'pack/words evidence.blocked()': [
    ['evidence', 31, 31],
    ['web-archive', 31, 42],
  ],
  'quick-entry/words summary()': [[{ new: 31, duplicate: 42, filed: 53, refused: 64 }, 75]],
  'rights/words list.unsavedNew()': [['trademark'], ['copyright'], ['patent']],
  'rights/words china.text()': [[['trademark', 'patent']]],
}

const chineseCharacter = /\p{Script=Han}/u
const halfWidth = /\p{Script=Han}[,;:?!]|[,;?!]\p{Script=Han}/u

interface Said {
  place: string
  english: unknown
  chinese: unknown
}

/** Every text and function of a part beside the Chinese one. */
function pairs(place: string, english: unknown, chinese: unknown): Said[] {
  if (typeof english === 'function') return [{ place: `${place}()`, english, chinese }]
  if (typeof english !== 'object' || english === null || english instanceof RegExp) {
    return [{ place, english, chinese }]
  }
  return Object.entries(english).flatMap(([name, value]) =>
    pairs(
      place.includes(' ') ? `${place}.${name}` : `${place} ${name}`,
      value,
      (chinese as Record<string, unknown> | undefined)?.[name],
    ),
  )
}

/** What may stand where an argument's type is not known here; each can be told in a sentence. */
const candidates = (at: number): unknown[] => [31 + 11 * at, `given${at}`, [`one${at}`, `two${at}`], null]

const callsOf = (place: string, count: number): unknown[][] =>
  samples[place] ??
  Array.from({ length: count }).reduce<unknown[][]>(
    (calls, _, at) => calls.flatMap((call) => candidates(at).map((candidate) => [...call, candidate])),
    [[]],
  )

/** What the function says; null where these are no arguments for it. */
function saidBy(say: unknown, given: unknown[]): string | null {
  try {
    const text = (say as (...given: unknown[]) => unknown)(...given)
    return typeof text === 'string' && !/undefined|NaN|Invalid|\[object/.test(text) ? text : null
  } catch {
    return null
  }
}

const flat = (given: unknown): string[] =>
  typeof given === 'object' && given !== null ? Object.values(given).flatMap(flat) : [String(given)]

/** Whether anything is said beside the arguments and the product's name. */
const hasWords = (text: string, given: string[]) =>
  /\p{L}{2}|\p{Script=Han}/u.test(
    ['Docket', ...given].reduce((left, argument) => left.replaceAll(argument, ''), text),
  )

function flawsOf(place: string, english: string, chinese: string, given: string[] = []): string[] {
  if (!hasWords(english, given) || sameEverywhere.some(([pattern]) => pattern.test(place))) return []
  return [
    chinese === english && 'is the English text',
    hasWords(chinese, given) && !chineseCharacter.test(chinese) && 'has no Chinese character',
    halfWidth.test(chinese) && 'has punctuation of half width',
    chinese.includes('"') && 'has straight quotation marks',
    !namedInChinese.has(place) &&
      given.some((argument) => english.includes(argument) && !chinese.includes(argument)) &&
      `loses one of ${given}`,
  ].flatMap((flaw) => (flaw ? [`${place} ${flaw}: ${chinese}`] : []))
}

/** What both languages say to the same arguments. */
const answersOf = ({ place, english, chinese }: Said) =>
  callsOf(place, (english as () => unknown).length).flatMap((given) => {
    const [inEnglish, inChinese] = [saidBy(english, given), saidBy(chinese, given)]
    return inEnglish === null || inChinese === null
      ? []
      : [{ place, english: inEnglish, chinese: inChinese, given: flat(given) }]
  })

const parts = await Promise.all(
  Object.entries(catalogue).map(async ([part, chinese]) => {
    const file = join(repositoryRoot, `components/${part}.ts`)
    const { english } = (await import(file)) as { english: unknown }
    return { part, said: pairs(part, english, chinese) }
  }),
)

describe.each(parts)('the Chinese of $part', ({ said }) => {
  test('is Chinese', () => {
    const texts = said.filter(({ english }) => typeof english === 'string')
    expect(
      texts.flatMap(({ place, english, chinese }) => flawsOf(place, String(english), String(chinese))),
    ).toEqual([])
  })

  test('is Chinese with arguments too, and shows each that the English shows', () => {
    const answers = said.filter(({ english }) => typeof english === 'function').flatMap(answersOf)
    expect(
      answers.flatMap(({ place, english, chinese, given }) => flawsOf(place, english, chinese, given)),
    ).toEqual([])
  })
})

test('nearly all functions could be called with samples', () => {
  const functions = parts.flatMap(({ said }) => said.filter(({ english }) => typeof english === 'function'))
  const untried = functions.filter((said) => answersOf(said).length === 0).map(({ place }) => place)
  expect(functions.length).toBeGreaterThan(100)
  expect(untried.length, untried.join(', ')).toBeLessThan(functions.length / 20)
})
