import type { english as demo } from '../dashboard/demo-words.ts'
import type { english as dashboard } from '../dashboard/words.ts'
import type { english as backup } from '../pack/backup-words.ts'
import type { english as language } from './words.ts'

/** Every part of the interface with the words that it says; English is the one that all others follow. */
export interface English {
  'dashboard/demo-words': typeof demo
  'dashboard/words': typeof dashboard
  'language/words': typeof language
  'pack/backup-words': typeof backup
}

/** The same words in any language: same names, same arguments, other texts. */
export type Words<Said> = Said extends string
  ? string
  : Said extends (...given: infer Given) => infer Text
    ? (...given: Given) => Words<Text>
    : Said extends readonly unknown[] | boolean | number | null | RegExp
      ? Said
      : { [Name in keyof Said]: Words<Said[Name]> }
