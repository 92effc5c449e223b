import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

type Look = 'primary' | 'secondary' | 'quiet' | 'danger'

const looks: Record<Look, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:brightness-110',
  secondary: 'border-line bg-raised text-ink hover:bg-hover',
  quiet: 'border-transparent text-ink-soft hover:bg-hover hover:text-ink',
  danger: 'border-line bg-raised text-danger hover:bg-danger-soft',
}

const base =
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap disabled:opacity-50 aria-disabled:opacity-50'

interface ButtonProps extends ComponentProps<'button'> {
  look?: Look
  size?: 'small' | 'normal' | 'large'
}

const sizes = {
  small: 'h-7 px-2 text-xs',
  normal: 'h-8 px-3 text-[0.8125rem]',
  large: 'h-10 px-4 text-sm',
}

export function Button({ look = 'secondary', size = 'normal', className, ...props }: ButtonProps) {
  return <button type="button" className={classNames(base, looks[look], sizes[size], className)} {...props} />
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title' | 'children'> {
  /** Accessible name and tooltip. */
  label: string
  icon: ReactNode
}

export function IconButton({ label, icon, className, ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classNames(base, looks.quiet, 'size-7', className)}
      {...props}
    >
      {icon}
    </button>
  )
}
