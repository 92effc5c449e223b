import type { Complaint, ComplaintAnswers } from './complaint.ts'

/**
 * What a person said with their name, of drafts whose listings come together: it holds only where it was said of each.
 * Nobody looked at listings, or declared anything of them, that come from a draft where it was not said.
 */
export function wordOfAll(
  drafts: readonly [Complaint, ...Complaint[]],
): Pick<ComplaintAnswers, 'isConfirmedNotGenuine' | 'declaration'> {
  return {
    isConfirmedNotGenuine: drafts.every(({ answers }) => answers.isConfirmedNotGenuine),
    declaration: drafts.every(({ answers }) => answers.declaration) ? drafts[0].answers.declaration : null,
  }
}

/**
 * The answers for listings that are split off. A test purchase is of one order and one listing, so it stays where it
 * is, and with it the text, which names the order, and the declaration, which covers the text.
 */
export const withoutPurchase = (answers: ComplaintAnswers): ComplaintAnswers =>
  answers.testPurchase ? { ...answers, testPurchase: null, explanation: '', declaration: null } : answers
