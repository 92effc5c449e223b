import { type ReactNode, useId } from 'react'
import { words } from './words.ts'

interface SellerSectionProps {
  title: string
  hint?: string
  children: ReactNode
}

/** A part of a seller's page. */
export function SellerSection({ title, hint, children }: SellerSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-xl border border-line bg-raised p-4 sm:p-5">
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      {hint !== undefined && <p className="mt-0.5 max-w-prose text-xs text-ink-soft">{hint}</p>}
      <div className="mt-3">{children}</div>
    </section>
  )
}

/** A table that scrolls by itself where the window is narrow; keys reach it. */
export const FactTable = ({
  label,
  heads,
  isSmall = false,
  children,
}: {
  label: string
  heads: string[]
  /** Of few short columns, for beside others. */
  isSmall?: boolean
  children: ReactNode
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys alone must be able to
  <section aria-label={words.tableOf(label)} tabIndex={0} className="overflow-x-auto">
    <table
      className={`w-full border-collapse text-start text-[0.8125rem] ${isSmall ? 'min-w-80' : 'min-w-136'}`}
    >
      <thead className="text-xs text-ink-soft">
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className="border-b border-line py-1 pe-4 font-medium">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
)

export const Cell = ({ children, className = '' }: { children: ReactNode; className?: string }) => (
  <td className={`border-b border-line py-1.5 pe-4 align-top ${className}`}>{children}</td>
)

export const rowLink = 'inline-block min-h-6 text-accent underline underline-offset-2'
