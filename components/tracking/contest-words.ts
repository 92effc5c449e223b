import type { ContestStepKind } from '../../lib/complaints/contest-step.ts'
import { inLanguage } from '../language/language.ts'

export const english = {
  title: 'Counter-notices and decisions',
  hint: 'Enter a new one, and your answer, on the desk. What happens then, with its documents, is kept here.',
  seller: 'The seller says',
  grounds: 'Puts forward',
  answer: 'Our answer',
  notAnswered: 'not answered yet',
  attached: 'Sent with our answer',
  note: 'Note',
  step: {
    'seller-sent': 'The seller sent',
    'evidence-added': 'We added evidence',
    decision: 'The portal decided',
    escalation: 'Taken further',
  } satisfies Record<ContestStepKind, string>,
  stepOn: (name: string, on: string) => `${name}, ${on}`,
  add: (title: string) => `Add to: ${title}`,
  kind: 'What happened',
  text: 'In words',
  textHint: {
    'seller-sent': 'E.g. an invoice of 20 pieces, dated …, signed by …',
    'evidence-added': 'E.g. the holder’s letter that this maker has no licence.',
    decision: 'What the portal wrote, and about which listings.',
    escalation: 'E.g. complaint at the court or agency, with its number.',
  } satisfies Record<ContestStepKind, string>,
  files: 'Documents',
  submit: 'Add it',
  added: (name: string) => `Added: ${name.toLowerCase()}.`,
  save: (name: string) => `Save ${name}`,
  saved: (name: string) => `${name} saved in your downloads folder.`,
  fileGone: (name: string) => `${name} is not stored any more.`,
}

/** What the case says of its counter-notices and appealable decisions. */
export const contestWords = inLanguage('tracking/contest-words', english)
