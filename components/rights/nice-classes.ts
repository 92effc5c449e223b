import type { ChoiceGroup } from '../ui/choice-list.tsx'
import { classWords } from './class-words.ts'

const choices = classWords.map((label, at) => ({ value: at + 1, label, code: String(at + 1) }))

export const niceClassGroups = (goods: string, services: string): ChoiceGroup<number>[] => [
  { title: goods, choices: choices.slice(0, 34) },
  { title: services, choices: choices.slice(34) },
]
