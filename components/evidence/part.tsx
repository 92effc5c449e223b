import type { ReactNode } from 'react'

/** One part of a capture's page, under its heading. */
export const Part = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <section className="flex flex-col gap-2.5">
    <div>
      <h2 className="text-base font-semibold">{title}</h2>
      {hint !== undefined && <p className="text-ink-soft">{hint}</p>}
    </div>
    {children}
  </section>
)
