import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { floatingContainer } from './floating-container.ts'

interface MenuProps {
  open: boolean
  onOpenChange(open: boolean): void
  /** The button that opens it. */
  trigger: ReactNode
  /** Where the focus goes when the menu has closed without an action that moved it. */
  returnFocus?: () => void
  /** The edge of the button that it keeps to: by default the end, for buttons at the right of their line. */
  align?: 'start' | 'end'
  children: ReactNode
}

export function Menu({ open, onOpenChange, trigger, returnFocus, align = 'end', children }: MenuProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={floatingContainer()}>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (!returnFocus) return
            event.preventDefault()
            returnFocus()
          }}
          className="z-20 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-lg"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const itemLook =
  'flex h-7.5 items-center gap-2 rounded-md px-2 outline-none select-none data-[highlighted]:bg-hover data-[highlighted]:outline-2 data-[highlighted]:-outline-offset-2 data-[highlighted]:outline-accent'

interface MenuItemProps {
  icon: ReactNode
  children: ReactNode
  /** The key that does the same. */
  shortcut?: string
  danger?: boolean
  onSelect(): void
}

export function MenuItem({ icon, children, shortcut, danger = false, onSelect }: MenuItemProps) {
  return (
    <Radix.Item onSelect={onSelect} className={classNames(itemLook, danger && 'text-danger')}>
      <span aria-hidden className="flex w-4 justify-center">
        {icon}
      </span>
      <span className="flex-1">{children}</span>
      {shortcut !== undefined && <kbd aria-hidden>{shortcut}</kbd>}
    </Radix.Item>
  )
}

interface MenuChoiceProps {
  label: string
  value: string
  onChange(value: string): void
  choices: Array<{ value: string; label: string; shortcut: string; mark: ReactNode }>
}

/** One of several; the current one is ticked. */
export function MenuChoice({ label, value, onChange, choices }: MenuChoiceProps) {
  return (
    <Radix.RadioGroup aria-label={label} value={value} onValueChange={onChange}>
      <Radix.Label className="px-2 pt-1.5 pb-1 text-xs text-ink-soft">{label}</Radix.Label>
      {choices.map((choice) => (
        <Radix.RadioItem key={choice.value} value={choice.value} className={itemLook}>
          <span aria-hidden className="flex w-4 justify-center">
            {choice.mark}
          </span>
          <span className="flex-1">{choice.label}</span>
          <Radix.ItemIndicator>
            <Check size={14} aria-hidden />
          </Radix.ItemIndicator>
          <kbd aria-hidden>{choice.shortcut}</kbd>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}

export const MenuSeparator = () => <Radix.Separator className="-mx-1 my-1 h-px bg-line" />
