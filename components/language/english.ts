import type { english as comparison } from '../complaints/comparison-words.ts'
import type { english as desk } from '../complaints/desk/words.ts'
import type { english as draft } from '../complaints/draft-words.ts'
import type { english as point } from '../complaints/point-words.ts'
import type { english as complaints } from '../complaints/words.ts'
import type { english as dashboard } from '../dashboard/words.ts'
import type { english as insights } from '../insights/words.ts'
import type { english as review } from '../review/words.ts'
import type { english as search } from '../search/words.ts'
import type { english as sellerGraph } from '../sellers/graph-words.ts'
import type { english as sellers } from '../sellers/words.ts'
import type { english as contest } from '../tracking/contest-words.ts'
import type { english as reminder } from '../tracking/reminder-words.ts'
import type { english as visit } from '../tracking/visit-words.ts'
import type { english as tracking } from '../tracking/words.ts'
import type { english as language } from './words.ts'

/** Every part of the interface with the words that it says; English is the one that all others follow. */
export interface English {
  'complaints/comparison-words': typeof comparison
  'complaints/desk/words': typeof desk
  'complaints/draft-words': typeof draft
  'complaints/point-words': typeof point
  'complaints/words': typeof complaints
  'dashboard/words': typeof dashboard
  'insights/words': typeof insights
  'language/words': typeof language
  'review/words': typeof review
  'search/words': typeof search
  'sellers/graph-words': typeof sellerGraph
  'sellers/words': typeof sellers
  'tracking/contest-words': typeof contest
  'tracking/reminder-words': typeof reminder
  'tracking/visit-words': typeof visit
  'tracking/words': typeof tracking
}

/** The same words in any language: same names, same arguments, other texts. */
export type Words<Said> = Said extends string
  ? string
  : Said extends (...given: infer Given) => infer Text
    ? (...given: Given) => Words<Text>
    : Said extends boolean | number | null | RegExp
      ? Said
      : { [Name in keyof Said]: Words<Said[Name]> }
