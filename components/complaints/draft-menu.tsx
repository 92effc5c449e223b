import { ChevronDown, CornerDownRight } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import type { Choice } from '../ui/field.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'

interface DraftMenuProps {
  label: string
  choices: readonly Choice[]
  size?: 'small'
  onChoose(value: string): void
}

/**
 * Other drafts, to do something with one of them. A menu and no list: the first arrow key in a closed list chooses,
 * so that whoever has no mouse could never reach the second.
 */
export function DraftMenu({ label, choices, size, onChoose }: DraftMenuProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const isChosen = useRef(false)
  return (
    <Menu
      align="start"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button ref={button} {...(size ? { size } : {})}>
          {label}
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
      // What was chosen says where the focus goes.
      returnFocus={() => {
        if (!isChosen.current) button.current?.focus()
        isChosen.current = false
      }}
    >
      {choices.map((choice) => (
        <MenuItem
          key={choice.value}
          icon={<CornerDownRight size={14} aria-hidden />}
          onSelect={() => {
            isChosen.current = true
            onChoose(choice.value)
          }}
        >
          {choice.label}
        </MenuItem>
      ))}
    </Menu>
  )
}
