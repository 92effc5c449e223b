import type { ClaimStatement } from '../../rights/claim-statement.ts'
import type { Paper, PaperBlock } from '../paper/paper.ts'

const headings = {
  en: { declaration: 'Declaration', signature: 'Signature' },
  zh: { declaration: '声明', signature: '签署' },
} as const

const blank = '______________________________'

/** The drafted statements as a document to be printed, signed or sealed, and scanned. */
export const claimStatementPaper = (
  statements: readonly ClaimStatement[],
): Pick<Paper, 'title' | 'lead' | 'blocks'> => ({
  title: statements.map(({ title }) => title).join(' · '),
  // What is to be done with it is said on the page of the right: a signed paper is no draft.
  lead: null,
  blocks: statements.flatMap(({ language, title, facts, declarations, signature }, at): PaperBlock[] => [
    {
      is: 'rows',
      heading: title,
      // Each is signed for itself: its lines stay on its page.
      onNewPage: at > 0,
      rows: facts.map(([label, value]) => ({ label, statements: [{ text: value || blank, note: null }] })),
    },
    {
      is: 'text',
      heading: headings[language].declaration,
      paragraphs: declarations.map((sentence, index) => `${index + 1}. ${sentence}`),
      language,
    },
    { is: 'blanks', heading: headings[language].signature, labels: signature, language },
  ]),
})
