import { words } from '../../components/dashboard/words.ts'
import { Notice } from '../../components/ui/notice.tsx'
import { usePageTitle } from '../../components/ui/use-page-title.ts'

/** For an address that names no page of the dashboard. */
export function UnknownPage() {
  usePageTitle(words.noPage)
  return (
    <main className="mx-auto max-w-3xl px-6 py-8">
      <h1 className="sr-only">{words.noSuchPage}</h1>
      <Notice tone="plain">
        {words.noSuchPageText}{' '}
        <a href="#/welcome" className="text-accent underline">
          {words.toWelcome}
        </a>
      </Notice>
    </main>
  )
}
