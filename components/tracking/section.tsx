import { type ReactNode, useId } from 'react'
import { locale } from '../language/language.ts'

/** A titled part of a page, with how many it holds. */
export function Section({
  title,
  many,
  hint,
  children,
}: {
  title: string
  many?: number
  hint?: string
  children: ReactNode
}) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className="flex min-w-0 flex-col gap-2">
      <div>
        <h2 id={titleId} className="text-base font-semibold">
          {title}
          {many !== undefined && (
            <span className="font-normal text-ink-soft tabular-nums"> {many.toLocaleString(locale)}</span>
          )}
        </h2>
        {hint !== undefined && <p className="text-ink-soft">{hint}</p>}
      </div>
      {children}
    </section>
  )
}
