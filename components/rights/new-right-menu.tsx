import { ChevronDown, Plus } from 'lucide-react'
import { useState } from 'react'
import { ipTypes } from '../../lib/queue/flag.ts'
import { GroupMark } from '../queue/group-mark.tsx'
import { Button } from '../ui/button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { rightsHash } from './rights-view.ts'
import { typeNames, words } from './words.ts'

/** Begins a right of one of the three types. */
export function NewRightMenu() {
  const [isOpen, setOpen] = useState(false)
  return (
    <Menu
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look="primary">
          <Plus size={15} aria-hidden />
          {words.list.newRight}
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      {ipTypes.map((ipType) => (
        <MenuItem
          key={ipType}
          icon={<GroupMark group={ipType} />}
          onSelect={() => {
            location.hash = rightsHash({ view: 'new-right', ipType })
          }}
        >
          {typeNames[ipType]}
        </MenuItem>
      ))}
    </Menu>
  )
}
