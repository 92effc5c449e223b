import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from './class-names.ts'
import { usePageTitle } from './use-page-title.ts'

interface PageHeadingProps {
  /** Title of the browser's tab. */
  tabTitle: string
  /** False where something else on the page takes the focus. */
  takesFocus?: boolean
  className?: string
  children: ReactNode
}

/** The heading of a page. A page that was gone to is announced by it: it takes title and focus. */
export function PageHeading({ tabTitle, takesFocus = true, className, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  usePageTitle(tabTitle)
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <h1 ref={heading} tabIndex={-1} className={classNames('text-xl font-semibold outline-none', className)}>
      {children}
    </h1>
  )
}
