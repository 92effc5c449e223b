import {
  BadgeCheck,
  CircleHelp,
  Keyboard,
  ListPlus,
  Menu as MenuIcon,
  Settings,
  ShieldCheck,
} from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../ui/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { words } from './words.ts'

export interface HeaderMenuProps {
  showKeys(): void
  openQuickEntry(): void
  openCaptures(): void
  openRights(): void
  openSettings(): void
  openWelcome(): void
}

/** The places that are wanted less often than the queue itself, by name: so many signs alone nobody reads. */
export function HeaderMenu(props: HeaderMenuProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Menu
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<IconButton label={words.moreOfDocket} icon={<MenuIcon size={16} aria-hidden />} />}
    >
      <MenuItem icon={<ListPlus size={15} />} onSelect={props.openQuickEntry}>
        {words.openQuickEntry}
      </MenuItem>
      <MenuItem icon={<ShieldCheck size={15} />} onSelect={props.openCaptures}>
        {words.allEvidence}
      </MenuItem>
      <MenuItem icon={<BadgeCheck size={15} />} onSelect={props.openRights}>
        {words.openRights}
      </MenuItem>
      <MenuItem icon={<Settings size={15} />} onSelect={props.openSettings}>
        {words.openSettings}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Keyboard size={15} />} shortcut="?" onSelect={props.showKeys}>
        {words.showKeys}
      </MenuItem>
      <MenuItem icon={<CircleHelp size={15} />} onSelect={props.openWelcome}>
        {words.openWelcome}
      </MenuItem>
    </Menu>
  )
}
