import type { PageContext } from '../../lib/site/page-context.ts'
export function recordPage(_doc: Document, _context: PageContext, name: string): string {
  return name
}
