import { type ReactNode, useId } from 'react'

interface SellerSectionProps {
  title: string
  hint?: string
  children: ReactNode
}

/** A part of a seller's page. */
export function SellerSection({ title, hint, children }: SellerSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="rounded-xl border border-line bg-raised p-4 sm:p-5">
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
  children,
}: {
  label: string
  heads: string[]
  children: ReactNode
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys alone must be able to
  <section aria-label={label} tabIndex={0} className="overflow-x-auto">
    <table className="w-full min-w-136 border-collapse text-left text-[0.8125rem]">
      <thead className="text-xs text-ink-soft">
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className="border-b border-line py-1 pr-4 font-medium">
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
  <td className={`border-b border-line py-1.5 pr-4 align-top ${className}`}>{children}</td>
)

export const rowLink = 'text-accent underline-offset-2 hover:underline'
