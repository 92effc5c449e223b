import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  /** Some, but not all, of what it stands for is ticked. */
  mixed?: boolean
}

/** The browser's own checkbox: it is right in every contrast mode and for every screen reader. */
export function Checkbox({ mixed = false, className, ...props }: CheckboxProps) {
  return (
    <input
      type="checkbox"
      ref={(input) => {
        if (input) input.indeterminate = mixed
      }}
      className={classNames('m-0 size-4 shrink-0 accent-accent', className)}
      {...props}
    />
  )
}
