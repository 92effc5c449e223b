import type { CopyrightRight, Holder } from './right.ts'

/**
 * A draft of the Copyright Claim Statement for a work that is not registered: that the work is the owner's, that
 * the listings complained of show it, and that nobody allowed it (PORTAL.md §2.2). Portals may have a form of
 * their own, which goes before this one.
 */
export interface ClaimStatement {
  language: 'en' | 'zh'
  title: string
  /** Label and what stands there; empty where it is filled in by hand. */
  facts: Array<[label: string, value: string]>
  declarations: string[]
  /** Filled in by hand. */
  signature: string[]
}

const workNames: Record<ClaimStatement['language'], Record<CopyrightRight['work'], string>> = {
  en: {
    art: 'Work of art or design',
    photo: 'Photograph',
    text: 'Text',
    software: 'Computer software',
    other: 'Other work',
  },
  zh: { art: '美术作品', photo: '摄影作品', text: '文字作品', software: '计算机软件', other: '其他作品' },
}

/** The statement in one language, from what the right and its holder say. */
export function draftClaimStatement(
  right: CopyrightRight,
  holder: Holder | null,
  language: ClaimStatement['language'],
): ClaimStatement {
  const owner = right.registrant.trim() || holder?.name.trim() || ''
  const { contactName = '', contactEmail = '' } = holder ?? {}
  const published = [right.firstPublished ?? '', right.firstPublishedUrl ?? ''].filter(Boolean).join(', ')
  const values = [
    owner,
    right.author,
    right.workTitle,
    workNames[language][right.work],
    published,
    [contactName, contactEmail].filter(Boolean).join(', '),
  ]
  const { title, labels, declarations, signature } = wording[language]
  return {
    language,
    title,
    facts: labels.map((label, at): [string, string] => [label, values[at]?.trim() ?? '']),
    declarations,
    signature,
  }
}

const wording = {
  en: {
    title: 'Copyright Claim Statement',
    labels: [
      'Copyright owner',
      'Author',
      'Title of the work',
      'Kind of work',
      'First published (date, place)',
      'Contact',
    ],
    declarations: [
      'I am the owner named above, or entitled to sign for the owner. The owner holds the copyright in the work named above. A copy of the work is attached.',
      'The listings named in the complaints that refer to this statement contain this work, or a substantial part of it. Neither the owner nor anyone authorised by the owner has permitted this use.',
      'The information in this statement is true, accurate and complete. I make it in good faith and under penalty of perjury, and the owner bears the legal consequences of it.',
    ],
    signature: ['Signature or seal', 'Name and title in print', 'Place and date'],
  },
  zh: {
    title: '著作权声明书',
    labels: ['著作权人', '作者', '作品名称', '作品类型', '首次发表（日期、地点）', '联系方式'],
    declarations: [
      '本人为上述著作权人，或有权代表其签署本声明。上述作品的著作权归该著作权人所有。作品复制件附后。',
      '援引本声明的投诉中所列的商品链接包含该作品或其实质部分。著作权人及其授权的任何人均未许可此种使用。',
      '本声明内容真实、准确、完整。本人出于善意作出本声明，如有虚假愿承担伪证责任，由此产生的法律后果由著作权人承担。',
    ],
    signature: ['签字或盖章', '姓名及职务（正楷）', '地点及日期'],
  },
} satisfies Record<ClaimStatement['language'], object>

const blank = '______________________________'

/** The statements as plain text, one below the other, with lines to fill in. */
export const claimStatementText = (statements: readonly ClaimStatement[]): string =>
  `${statements.map(textOf).join('\n\n\n')}\n`

function textOf({ language, title, facts, declarations, signature }: ClaimStatement): string {
  const colon = language === 'zh' ? '：' : ': '
  return [
    title,
    '',
    ...facts.map(([label, value]) => `${label}${colon}${value || blank}`),
    '',
    ...declarations.flatMap((sentence, at) => [`${at + 1}. ${sentence}`, '']),
    ...signature.flatMap((label) => [`${label}${colon}${blank}`, '']),
  ]
    .join('\n')
    .trimEnd()
}
