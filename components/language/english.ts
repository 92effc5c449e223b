import type { english as comparison } from '../complaints/comparison-words.ts'
import type { english as desk } from '../complaints/desk/words.ts'
import type { english as draft } from '../complaints/draft-words.ts'
import type { english as point } from '../complaints/point-words.ts'
import type { english as complaints } from '../complaints/words.ts'
import type { english as demo } from '../dashboard/demo-words.ts'
import type { english as dashboard } from '../dashboard/words.ts'
import type { english as evidenceCapture } from '../evidence/capture-words.ts'
import type { english as evidenceStorage } from '../evidence/storage-words.ts'
import type { english as evidence } from '../evidence/words.ts'
import type { english as insights } from '../insights/words.ts'
import type { english as packBacklog } from '../pack/backlog-words.ts'
import type { english as backup } from '../pack/backup-words.ts'
import type { english as packImport } from '../pack/import-words.ts'
import type { english as packPacks } from '../pack/packs-words.ts'
import type { english as packRestore } from '../pack/restore-words.ts'
import type { english as pack } from '../pack/words.ts'
import type { english as queue } from '../queue/words.ts'
import type { english as quickEntry } from '../quick-entry/words.ts'
import type { english as review } from '../review/words.ts'
import type { english as rightsClass } from '../rights/class-words.ts'
import type { english as rightsCountry } from '../rights/country-words.ts'
import type { english as rightsEnding } from '../rights/ending-words.ts'
import type { english as rightsSteps } from '../rights/steps-words.ts'
import type { english as rights } from '../rights/words.ts'
import type { english as search } from '../search/words.ts'
import type { english as sellerGraph } from '../sellers/graph-words.ts'
import type { english as sellers } from '../sellers/words.ts'
import type { english as settingsHeaderMask } from '../settings/header-mask-words.ts'
import type { english as settingsRules } from '../settings/rules-words.ts'
import type { english as settingsSecondCopy } from '../settings/second-copy-words.ts'
import type { english as settingsTimeStamp } from '../settings/time-stamp-words.ts'
import type { english as settings } from '../settings/words.ts'
import type { english as contest } from '../tracking/contest-words.ts'
import type { english as reminder } from '../tracking/reminder-words.ts'
import type { english as visit } from '../tracking/visit-words.ts'
import type { english as tracking } from '../tracking/words.ts'
import type { english as welcome } from '../welcome/words.ts'
import type { english as language } from './words.ts'

/** Every part of the interface with the words that it says; English is the one that all others follow. */
export interface English {
  'complaints/comparison-words': typeof comparison
  'complaints/desk/words': typeof desk
  'complaints/draft-words': typeof draft
  'complaints/point-words': typeof point
  'complaints/words': typeof complaints
  'dashboard/demo-words': typeof demo
  'dashboard/words': typeof dashboard
  'evidence/capture-words': typeof evidenceCapture
  'evidence/storage-words': typeof evidenceStorage
  'evidence/words': typeof evidence
  'insights/words': typeof insights
  'language/words': typeof language
  'pack/backlog-words': typeof packBacklog
  'pack/backup-words': typeof backup
  'pack/import-words': typeof packImport
  'pack/packs-words': typeof packPacks
  'pack/restore-words': typeof packRestore
  'pack/words': typeof pack
  'queue/words': typeof queue
  'quick-entry/words': typeof quickEntry
  'review/words': typeof review
  'rights/class-words': typeof rightsClass
  'rights/country-words': typeof rightsCountry
  'rights/ending-words': typeof rightsEnding
  'rights/steps-words': typeof rightsSteps
  'rights/words': typeof rights
  'search/words': typeof search
  'sellers/graph-words': typeof sellerGraph
  'sellers/words': typeof sellers
  'settings/header-mask-words': typeof settingsHeaderMask
  'settings/rules-words': typeof settingsRules
  'settings/second-copy-words': typeof settingsSecondCopy
  'settings/time-stamp-words': typeof settingsTimeStamp
  'settings/words': typeof settings
  'tracking/contest-words': typeof contest
  'tracking/reminder-words': typeof reminder
  'tracking/visit-words': typeof visit
  'tracking/words': typeof tracking
  'welcome/words': typeof welcome
}

/** The same words in any language: same names, same arguments, other texts. */
export type Words<Said> = Said extends string
  ? string
  : Said extends (...given: infer Given) => infer Text
    ? (...given: Given) => Words<Text>
    : Said extends boolean | number | null | RegExp
      ? Said
      : { [Name in keyof Said]: Words<Said[Name]> }
