import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { DocketMark } from './docket-mark.tsx'

/** A place that the navigation leads to. */
export interface FramePlace {
  name: string
  /** Address after the page's own, with the `#`. */
  hash: string
  icon: ReactNode
}

interface PageFrameProps {
  product: string
  /** Accessible name of the navigation. */
  label: string
  places: FramePlace[]
  /** The place that is shown; null where it is none of them. */
  current: FramePlace | null
  skipLabel: string
  /** Stands above everything else. */
  banner?: ReactNode
  /** Stands at the end of the header's line. */
  tools?: ReactNode
  children: ReactNode
}

/** The frame of a page in a tab of its own: the product's name and its places above, the content (a `main`) below. */
export function PageFrame(props: PageFrameProps) {
  const { product, label, places, current, skipLabel, banner, tools, children } = props
  return (
    <div className="flex min-h-dvh flex-col">
      <button
        type="button"
        onClick={focusContent}
        className="sr-only z-50 rounded-md bg-accent font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-1.5 focus:start-2 focus:h-9 focus:px-3"
      >
        {skipLabel}
      </button>
      {banner}
      <header className="flex shrink-0 flex-wrap items-center gap-x-6 border-b border-line px-4 sm:px-6">
        <span className="flex h-12 items-center gap-2 text-sm font-semibold">
          <DocketMark />
          {product}
        </span>
        <nav aria-label={label} className="-mx-2 min-w-0 max-lg:order-1">
          <ul className="flex flex-wrap">
            {places.map((place) => (
              <li key={place.hash}>
                <a
                  href={place.hash}
                  aria-current={place === current ? 'page' : undefined}
                  className={classNames(
                    'flex h-9 items-center gap-1.5 border-b-2 px-2 font-medium whitespace-nowrap focus-visible:-outline-offset-2 sm:h-12 sm:px-2.5',
                    place === current
                      ? 'border-accent text-ink'
                      : 'border-transparent text-ink-soft hover:border-line-strong hover:text-ink',
                  )}
                >
                  {/* In a narrow window the names take two lines with them, and more. */}
                  <span aria-hidden className="max-sm:hidden">
                    {place.icon}
                  </span>
                  {place.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {/* In a narrow window beside the product's name, so that it takes no line of its own. */}
        {tools}
      </header>
      {children}
    </div>
  )
}

/** Moves the focus to the content: an address with `#` would lead to another page. */
function focusContent(): void {
  const heading = document.querySelector<HTMLElement>('main h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}
