import { inLanguage } from '../language/language.ts'

export const english = {
  title: 'Privacy in pictures',
  lead: [
    'While you are signed in to AliExpress, its header shows your name, and the page your cart and delivery address. Pictures go into packs that leave this computer.',
  ],
  label: 'Cover the page header in screenshots when someone is signed in',
  hint: 'An opaque box is drawn before the picture is stored and hashed, and the record says so. Pictures that are stored already stay as they are.',
  saved: 'Saved.',
} as const

/** What the section on covering the page header says. */
export const words = inLanguage('settings/header-mask-words', english)
