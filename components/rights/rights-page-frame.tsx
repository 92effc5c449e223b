import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from '../ui/class-names.ts'
import { rightsHash } from './rights-view.ts'
import { words } from './words.ts'

interface RightsPageFrameProps {
  title: ReactNode
  /** Title of the browser's tab. */
  tabTitle: string
  /** Where the link above the title leads; the list where it is left out, none for null. */
  back?: { hash: string; label: string } | null
  /** Beside the title. */
  actions?: ReactNode
  isWide?: boolean
  children: ReactNode
}

const toList = { hash: rightsHash({ view: 'list' }), label: words.back }

/** The frame of a page of rights: the way back, the heading, and what can be done. */
export function RightsPageFrame(props: RightsPageFrameProps) {
  const { title, tabTitle, back = toList, actions, isWide = true, children } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = words.tabTitle(tabTitle)
  }, [tabTitle])
  useEffect(() => {
    // Unless a field of the page has taken it.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <main
      className={classNames(
        'mx-auto flex w-full flex-col gap-5 px-4 py-6 sm:px-6',
        isWide ? 'max-w-6xl' : 'max-w-3xl',
      )}
    >
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 print:hidden">
        <div className="min-w-0">
          {back && (
            <a href={back.hash} className="mb-1 inline-flex items-center gap-1 text-accent hover:underline">
              <ArrowLeft size={14} aria-hidden />
              {back.label}
            </a>
          )}
          <h1 ref={heading} tabIndex={-1} className="text-xl font-semibold break-words outline-none">
            {title}
          </h1>
        </div>
        {actions}
      </header>
      {children}
    </main>
  )
}

/** Shown while something is read. */
export const RightsLoading = () => (
  <main className="px-6 py-8 text-ink-soft" role="none">
    <p role="status">{words.loading}</p>
  </main>
)
