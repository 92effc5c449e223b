import { type ReactNode, useId } from 'react'

interface SettingsSectionProps {
  title: string
  icon: ReactNode
  /** What it is for, and what it costs. */
  lead: readonly string[]
  children: ReactNode
}

/** One group of settings that belong together. */
export function SettingsSection({ title, icon, lead, children }: SettingsSectionProps) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className="rounded-xl border border-line bg-raised p-5">
      <h2 id={titleId} className="flex items-center gap-2 text-base font-semibold">
        <span className="text-accent">{icon}</span>
        {title}
      </h2>
      {lead.map((sentence) => (
        <p key={sentence} className="mt-2 text-ink-soft">
          {sentence}
        </p>
      ))}
      <div className="mt-4 flex flex-col gap-4">{children}</div>
    </section>
  )
}
