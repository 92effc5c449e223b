import { type ReactNode, useId } from 'react'

/** A part of what is shown beside the pictures. */
export function PlaySection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line bg-raised p-3">
      <h2 id={id} className="mb-2 text-xs font-semibold text-ink-soft">
        {title}
      </h2>
      {children}
    </section>
  )
}
