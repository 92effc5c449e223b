import { ExpectedError } from '../core/expected-error.ts'
import { isDemoPage } from './demo-page.ts'

const demoPrefix = 'docket-demo-draft:'
const prefix = isDemoPage ? demoPrefix : 'docket-draft:'

/**
 * Texts that are kept beside the database, written before the call returns: a page that is reloaded in the middle
 * of a word still has it.
 */
export const keptDrafts = {
  read: (name: string): string | null => localStorage.getItem(prefix + name),
  /** @throws ExpectedError `draft-refused` */
  write(name: string, text: string): void {
    try {
      localStorage.setItem(prefix + name, text)
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      throw new ExpectedError(
        'draft-refused',
        'The browser has no room to keep what is not saved yet. Save now.',
        { cause: error },
      )
    }
  },
  remove: (name: string): void => localStorage.removeItem(prefix + name),
  names: (): string[] =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length)),
}

export function removeDemoDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(demoPrefix)) localStorage.removeItem(key)
}
