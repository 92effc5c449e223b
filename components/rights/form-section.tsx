import { type ReactNode, useId } from 'react'

interface FormSectionProps {
  title: string
  hint?: ReactNode
  children: ReactNode
}

/** One part of a long form, under its heading. */
export function FormSection({ title, hint, children }: FormSectionProps) {
  const headingId = useId()
  return (
    <section
      aria-labelledby={headingId}
      className="flex flex-col gap-4 rounded-xl border border-line bg-raised p-4 sm:p-5"
    >
      <div>
        <h2 id={headingId} className="text-base font-semibold">
          {title}
        </h2>
        {hint != null && <p className="mt-0.5 text-ink-soft">{hint}</p>}
      </div>
      {children}
    </section>
  )
}
