import { type ComponentProps, type ReactNode, useId } from 'react'
import { Checkbox } from './checkbox.tsx'
import { classNames } from './class-names.ts'

/** A checkbox with its label beside it. */
export function CheckField({
  label,
  className,
  ...props
}: { label: ReactNode; className?: string } & Omit<ComponentProps<typeof Checkbox>, 'id' | 'className'>) {
  const id = useId()
  return (
    <span className={classNames('flex min-w-0 items-center gap-2', className)}>
      <Checkbox id={id} {...props} />
      <label htmlFor={id} className="min-w-0">
        {label}
      </label>
    </span>
  )
}
